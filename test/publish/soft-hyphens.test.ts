/** Soft hyphens in print, in the real browser: they break lines, and whole words are found by a search. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { withPrinter } from '../../src/publish/printer.ts';
import { hyphenatePage } from '../../src/render/hyphenate-page.ts';
import { danish } from '../report/danish.ts';
import { job } from './pages.ts';

const soft = '\u00ad';
const words = ['gennemførelsesraten', 'omkostningsvurderingen', 'medarbejdere', 'sagsbehandleren', 'forudsætningerne'];
const text = Array.from({ length: 120 }, (_, index) => words[index % words.length]).join(' ');

async function printed(body: string): Promise<string> {
  const { html, ...rest } = job(`<main>${body}</main>`);
  const { pdf } = await withPrinter({}, (printer) => {
    return printer.print({ html: hyphenatePage(html, danish.typography), ...rest });
  });
  const reader = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const { items } = await (await reader.getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

test('words break at line ends, and every other one is whole in the text of the PDF', async () => {
  const read = await printed(`<p>${text}</p>`);
  const broken = read.match(/[\u00ad\u2010-]\s*\n/g) ?? [];
  expect(broken.length).toBeGreaterThan(5);
  // Nothing inside a line: what is left of a soft hyphen there would hide the word from a search.
  expect(read.replace(/[\u00ad\u2010-]\s*\n/g, '')).not.toContain(soft);
  const whole = words.reduce((sum, word) => sum + read.split(word).length - 1, 0);
  expect(whole).toBeGreaterThan(120 - broken.length - 1);
  expect(
    read
      .replace(/[\u00ad\u2010-]\s*\n/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe(text);
});

test('a page without soft hyphens is left as it is', async () => {
  expect((await printed('<p>Et par ord om en sag.</p>')).trim()).toBe('Et par ord om en sag.');
});
