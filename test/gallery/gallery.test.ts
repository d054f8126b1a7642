/** Extremes stay readable: a gallery of them, made as a note is made and opened again. `GALLERY=path` keeps the file to look at. */
import { writeFile } from 'node:fs/promises';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import { elementsIn, name, openPdf, structureOf, textOf } from '../archive/open-pdf.ts';
import { fontsOf } from '../pdf/finished.ts';
import { exhibits } from './charts.ts';
import { gallery } from './gallery.ts';

let document: PDFDocument;
let pages: readonly (readonly Ink[])[];

/** A text and the box that its letters fill [pt], y upwards. */
interface Ink {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

beforeAll(async () => {
  const pdf = await gallery();
  const keep = process.env.GALLERY;
  if (keep !== undefined && keep !== '') await writeFile(keep, pdf);
  document = await openPdf(pdf);
  pages = await inkOf(pdf);
});

async function inkOf(pdf: Uint8Array): Promise<Ink[][]> {
  const reader = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const sheets = Array.from({ length: reader.numPages }, (_, index) => reader.getPage(index + 1));
  return Promise.all(
    sheets.map(async (sheet) => {
      const { items } = await (await sheet).getTextContent();
      return items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [left, base, size] = [Number(item.transform[4]), Number(item.transform[5]), Number(item.transform[3])];
        return [
          { text: item.str, left, right: left + item.width, bottom: base - 0.18 * size, top: base + 0.68 * size },
        ];
      });
    }),
  );
}

test('every figure is in it, with its text alternative once', () => {
  const figures = elementsIn(structureOf(document)).filter(({ type }) => type === 'Figure');
  const told = figures.map(({ dict }) => textOf(dict.get(name('Alt'))));
  expect(told.filter((text) => text.startsWith('Det, der ses'))).toEqual(exhibits.map(({ spec }) => spec.alternative));
  expect(new Set(told).size).toBe(told.length);
});

test('all its letters are embedded, and none is drawn as a picture', () => {
  const fonts = fontsOf(document).filter(({ kind }) => kind !== 'Type0');
  expect(fonts.length).toBeGreaterThan(1);
  expect(fonts.filter(({ kind, isEmbedded }) => kind === 'Type3' || !isEmbedded)).toEqual([]);
});

test('no text stands outside the column that its figure fills', () => {
  const margin = (25 / 25.4) * 72;
  const [left, right] = [margin - 0.5, 595.3 - margin + 0.5];
  // The cover has its own edges.
  const outside = pages.slice(1).flatMap((page) => page.filter((ink) => ink.left < left || ink.right > right));
  expect(outside.map(({ text }) => text)).toEqual([]);
});

test('no label lies on another', () => {
  const clashes = pages.slice(1).flatMap((page, at) => {
    return page.flatMap((one, index) =>
      page
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `page ${at + 2}: “${one.text}” and “${other.text}”`),
    );
  });
  expect(clashes).toEqual([]);
});

/** A hair's breadth may be shared: letters of one line follow each other. */
function overlap(one: Ink, other: Ink): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const along = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  return across > 0.3 && along > 0.3;
}

const lettersOf = (page: readonly Ink[]) => page.map(({ text }) => text).join('');

test('each figure stands on one page with its title, and is named in the list of figures', () => {
  const texts = pages.map(lettersOf);
  const list = texts.findIndex((text) => text.includes('Figurer'));
  expect(list).toBeGreaterThan(0);
  for (const { title } of exhibits) {
    const found = texts.flatMap((text, at) => (text.includes(title) ? [at] : []));
    expect(found, title).toEqual([expect.any(Number), expect.any(Number)]);
    expect(found[0], title).toBeLessThan(found[1] ?? 0);
  }
});
