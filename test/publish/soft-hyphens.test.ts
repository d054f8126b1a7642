/** Soft hyphens in print, in the real browser: they break lines, and whole words are found by a search. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { findBrowser } from '../../src/publish/browser/find-browser.ts';
import { launchBrowser } from '../../src/publish/browser/launch-browser.ts';
import { thinSoftHyphens } from '../../src/publish/page-scripts.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { hyphenatePage } from '../../src/render/hyphenate-page.ts';
import { danish } from '../report/danish.ts';
import { job } from './pages.ts';

declare const document: {
  createTreeWalker(root: unknown, what: number): { nextNode(): { nodeValue: string } | null };
  createRange(): {
    setStart(node: object, at: number): void;
    setEnd(node: object, at: number): void;
    getClientRects(): { top: number }[];
  };
  readonly body: unknown;
};

/** Runs in the page: of the soft hyphens that are there, how many end a line, and the words round the others. */
function softHyphensIn(): { stray: string[]; breaking: number } {
  const walker = document.createTreeWalker(document.body, 4);
  const stray: string[] = [];
  let breaking = 0;
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const node = text;
    const topOf = (at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return [...range.getClientRects()].at(-1)?.top ?? 0;
    };
    for (let at = node.nodeValue.indexOf('\u00ad'); at >= 0; at = node.nodeValue.indexOf('\u00ad', at + 1)) {
      if (topOf(at + 1) > topOf(at - 1)) breaking += 1;
      else stray.push(node.nodeValue.slice(at - 12, at + 12));
    }
  }
  return { stray, breaking };
}

const words = ['gennemførelsesraten', 'omkostningsvurderingen', 'medarbejdere', 'sagsbehandleren', 'forudsætningerne'];
const text = Array.from({ length: 120 }, (_, index) => words[index % words.length]).join(' ');

async function printed(body: string): Promise<string> {
  const { html, ...rest } = job(`<main>${body}</main>`);
  const { pdf } = await withPrinter({}, (printer) => {
    return printer.print({ html: hyphenatePage(html, danish.typography), ...rest });
  });
  const reader = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const pages = Array.from({ length: reader.numPages }, async (_, at) =>
    (await reader.getPage(at + 1)).getTextContent(),
  );
  const items = (await Promise.all(pages)).flatMap((page) => page.items);
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

test('words break at line ends, and every other one is whole in the text of the PDF', async () => {
  const read = await printed(`<p>${text}</p>`);
  const broken = read.match(/[\u00ad\u2010-]\s*\n/g) ?? [];
  expect(broken.length).toBeGreaterThan(5);
  const whole = words.reduce((sum, word) => sum + read.split(word).length - 1, 0);
  expect(whole).toBeGreaterThan(120 - broken.length - 1);
  expect(
    read
      .replace(/[\u00ad\u2010-]\s*\n/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe(text);
});

test('where lines are balanced over a paragraph, and break anew as places to break go, no soft hyphen stays inside a line', async () => {
  const all = [
    ...words,
    'hovedscenariet',
    'og',
    'i',
    'af',
    'den',
    'uddannelsesplanlægning',
    'kommunen',
    'for',
    'socialrådgiver',
  ];
  let state = 7;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
  const paragraphs = Array.from({ length: 200 }, () => {
    const chosen = Array.from({ length: 20 + below(60) }, () => all[below(all.length)]);
    return `<p>${chosen.join(' ')}.</p>`;
  });
  const page = `<html lang="da"><style>@page { margin: 20mm 25mm } p { text-wrap: pretty }</style><main>${paragraphs.join('')}</main></html>`;
  const found = await findBrowser({ environment: process.env });
  const running = await launchBrowser(found, { environment: process.env });
  try {
    const opened = await running.browser.newPage();
    await opened.emulateMediaType('print');
    await opened.setContent(hyphenatePage(page, danish.typography));
    await opened.evaluate(thinSoftHyphens);
    const { stray, breaking } = await opened.evaluate(softHyphensIn);
    expect(breaking).toBeGreaterThan(500);
    expect(stray).toEqual([]);
  } finally {
    await running.close();
  }
});

test('a page without soft hyphens is left as it is', async () => {
  expect((await printed('<p>Et par ord om en sag.</p>')).trim()).toBe('Et par ord om en sag.');
});
