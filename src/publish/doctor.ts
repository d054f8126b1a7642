/** Tries each step of printing on its own, for “omkost doctor”: what is there, what works, and what to do about the rest. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder, notesCacheFolder } from '../files/cache-folder.ts';
import { bytesIn } from '../files/folder-size.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import { withPrinter } from './printer.ts';
import type { FoundBrowser, Printer, PrinterOptions, SandboxState } from './printer.types.ts';

export interface DoctorReport {
  readonly node: string;
  /** Operating system and processor: “linux x64”. */
  readonly platform: string;
  /** Missing where no browser could be found or started; `problems` says why. */
  readonly browser?: FoundBrowser & {
    readonly version: string;
    readonly sandbox: SandboxState;
    readonly startMs: number;
  };
  /** Missing where the test page could not be printed. */
  readonly testPage?: TestPage;
  /** Where the embedded browser is kept; 0 bytes where there is nothing yet. */
  readonly cache: { readonly folder: string; readonly bytes: number };
  /** Where notes that were built are kept, so that unchanged ones need not be built again. */
  readonly notesCache: { readonly folder: string; readonly bytes: number };
  /** Empty: everything works. */
  readonly problems: readonly Problem[];
}

export interface TestPage {
  readonly bytes: number;
  readonly milliseconds: number;
  /** Whether the font given with the page is the one in the file, and no other. */
  readonly hasItsFont: boolean;
}

/** Never throws for what a user can mend: that is in `problems`. */
export async function examine(options: PrinterOptions = {}): Promise<DoctorReport> {
  const printing = await tryPrinting(options);
  const environment = options.environment ?? process.env;
  const folder = cacheFolder(environment);
  const notes = notesCacheFolder(environment);
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    ...printing,
    cache: { folder, bytes: await bytesIn(folder) },
    notesCache: { folder: notes, bytes: await bytesIn(notes) },
  };
}

type Printing = Pick<DoctorReport, 'browser' | 'testPage' | 'problems'>;

async function tryPrinting(options: PrinterOptions): Promise<Printing> {
  const started = performance.now();
  try {
    return await withPrinter(options, async (printer) => {
      const startMs = performance.now() - started;
      const { found, version, sandbox } = printer;
      return { browser: { ...found, version, sandbox, startMs }, ...(await tryPage(printer)) };
    });
  } catch (error) {
    return { problems: problemsOf(error) };
  }
}

async function tryPage(printer: Printer): Promise<Pick<Printing, 'testPage' | 'problems'>> {
  const started = performance.now();
  try {
    const { pdf } = await printer.print({ html: await testHtml(), name: 'doctor', contents: [] });
    const milliseconds = performance.now() - started;
    return { testPage: { bytes: pdf.length, milliseconds, hasItsFont: hasOnlyTestFont(pdf) }, problems: [] };
  } catch (error) {
    return { problems: problemsOf(error) };
  }
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof UserError) return error.problems;
  throw error;
}

/** Danish letters, an em dash and figures in a font that is given with the page, as in a note. */
async function testHtml(): Promise<string> {
  const fonts = dirname(createRequire(import.meta.url).resolve('source-sans/package.json'));
  const font = await readFile(join(fonts, 'WOFF2', 'TTF', 'SourceSans3-Regular.ttf.woff2'), 'base64');
  const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="da"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8"><title>Prøveside</title>
<style>@font-face { font-family: Test; src: url(data:font/woff2;base64,${font}) } p { font-family: Test }</style></head>
<body><p>Blåbærgrød på Ærø – ca. 76.000 kr. pr. gennemført forløb</p></body></html>`;
}

function hasOnlyTestFont(pdf: Uint8Array): boolean {
  // Font dictionaries are uncompressed in what Chromium writes; a subset's name is six letters, a plus and the font's.
  const names = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g),
  ];
  return names.length > 0 && names.every(([, name]) => name === 'SourceSans3-Regular');
}
