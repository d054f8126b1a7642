/** The door of `publish/`: finished HTML in, PDF bytes out. Nothing outside this room imports Puppeteer. */

export type BrowserOrigin = 'option' | 'environment' | 'embedded' | 'puppeteer-cache' | 'installed';

/** A browser that was found: not started yet. */
export interface FoundBrowser {
  readonly origin: BrowserOrigin;
  readonly executablePath: string;
  /** Environment the process needs (library path, fontconfig), added to ours. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface PrinterOptions {
  /** `--browser PATH`; else the environment, the embedded browser, Puppeteer's cache, an installed Chrome. */
  readonly browserPath?: string;
  /** Pages at once; 2 by default (more gains nothing, see the bench). */
  readonly pages?: number;
  /** For one print, in milliseconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** A page to print. `contents` are the ids whose page numbers are wanted, and where in the page each number stands. */
export interface PrintJob {
  readonly html: string;
  /** Names the note in messages. */
  readonly name: string;
  /** ids of headings in the contents list, in order; the number of `id` is written into the element `#page-of-<id>`. Empty: no contents list. */
  readonly contents: readonly string[];
}

export interface PrintedNote {
  readonly pdf: Uint8Array;
  /** Page number by contents id, as printed. */
  readonly pages: ReadonlyMap<string, number>;
  readonly pageCount: number;
  /** How many times Chromium printed it: 1 where the remembered numbers held, else 2 (3 when numbers moved a line). */
  readonly passes: number;
}

export interface Printer {
  /** Prints one note; waits for a free page. Throws UserError (`page-failed`, `print-timeout`) naming the note. */
  print(job: PrintJob): Promise<PrintedNote>;
  readonly version: string;
  readonly sandbox: 'on' | 'off-as-root' | 'off-unavailable';
  readonly found: FoundBrowser;
}
