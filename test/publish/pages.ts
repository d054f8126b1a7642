/** Small pages for the printer's tests: locked like a real note, with what each test puts in. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PrintJob } from '../../src/publish/printer.types.ts';

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

const sourceSans = dirname(createRequire(import.meta.url).resolve('source-sans/package.json'));

/** A real font file as its `data:` address. */
function fontAddress(): string {
  const file = readFileSync(join(sourceSans, 'WOFF2', 'TTF', 'SourceSans3-Regular.ttf.woff2'));
  return `data:font/woff2;base64,${file.toString('base64')}`;
}

export function page(parts: { readonly body: string; readonly head?: string; readonly policy?: string }): string {
  return `<!doctype html>
<html lang="da"><head><meta http-equiv="Content-Security-Policy" content="${parts.policy ?? policy}">
<meta charset="utf-8"><title>Prøve på æ, ø og å</title>
<style>@page { size: A4; margin: 25mm } @font-face { font-family: Note; src: url(${fontAddress()}) } body { font-family: Note }
h2 { break-before: page }</style>${parts.head ?? ''}</head><body>${parts.body}</body></html>`;
}

export function job(body: string, more: Partial<PrintJob> & { readonly head?: string } = {}): PrintJob {
  const { head = '', ...rest } = more;
  return { html: page({ body, head }), name: 'prøve', contents: [], ...rest };
}

/** A contents list and a heading on a page of its own for each id, after `fillerPages` pages of text. */
export function chapters(ids: readonly string[], style = 'display: inline-block; width: 3em'): string {
  const entries = ids.map(
    (id) => `<li><a href="#${id}">Kapitel ${id} <span id="page-of-${id}" style="${style}">0</span></a></li>`,
  );
  const sections = ids.map((id) => `<h2 id="${id}">Kapitel ${id}</h2><p>Tekst om ${id}.</p>`);
  return `<h1>Omkostningsvurdering</h1><ol>${entries.join('')}</ol>${sections.join('')}`;
}
