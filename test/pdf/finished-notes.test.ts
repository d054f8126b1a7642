/** The shipped notes, built by the built program and opened again: what a reader finds in the files. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { omkost, root } from '../cli/program.ts';
import { contentsOn, type Finished, fontsOf, openFinished, plain } from './finished.ts';

const notes = [
  {
    name: 'inddragende-netvaerksmoeder',
    title: 'Omkostninger ved brug af inddragende netværksmøder',
    pages: { least: 6, most: 12 },
    chapters: ['Indledning', 'Ressourcer til forberedelse', 'Omkostninger'],
    figures: [
      '373 kr.',
      'ca. 11.200 kr.',
      'knap 3.900 kr.',
      'ca. 3.500 kr.',
      'ca. 4.100 kr.',
      'Alle beløb er i 2016-priser',
      '30 timer × 373 kr. pr. time = 11.190 kr.',
    ],
  },
  {
    name: 'processuelle-netvaerksmoeder',
    title: 'Omkostningsvurdering af processuelle netværksmøder',
    pages: { least: 9, most: 18 },
    chapters: ['Sammenfatning', 'Resultater', 'Følsomhedsanalyser', 'Referencer'],
    figures: [
      'ca. 3,5 mio. kr.',
      'ca. 76.000 kr.',
      '87 pct.',
      'fra ca. 63.000 kr. til ca. 89.000 kr.',
      'Prisniveau: 2016-priser',
    ],
  },
] as const;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-pdf-'));
  const { code, err } = await omkost(['build', ...notes.map(({ name }) => name), '--out', folder], { folder: root });
  expect(err).not.toContain('error');
  expect(code).toBe(0);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(notes)('$name', ({ name, title, pages: length, chapters, figures }) => {
  let note: Finished;

  beforeAll(async () => {
    note = await openFinished(join(folder, `${name}.pdf`));
  });

  test('has the pages of such a note, all A4, none empty', () => {
    const { pages, document } = note;
    expect(pages.length).toBeGreaterThanOrEqual(length.least);
    expect(pages.length).toBeLessThanOrEqual(length.most);
    expect(pages.filter((text) => text.length < 60)).toEqual([]);
    for (const page of document.getPages()) {
      expect([page.getWidth(), page.getHeight()].map(Math.round)).toEqual([595, 842]);
    }
  });

  test('is titled, in Danish, tagged, and shows its title in the window', () => {
    const { catalog } = note.document;
    expect(note.document.getTitle()).toBe(title);
    expect(String(catalog.get(PDFName.of('Lang')))).toMatch(/^\(da(?:-DK)?\)$/);
    expect(String(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked')))).toBe('true');
    expect(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).has(PDFName.of('K'))).toBe(true);
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(String(preferences.get(PDFName.of('DisplayDocTitle')))).toBe('true');
  });

  test('has a cover with the title and no page number, and numbers on every other page', () => {
    const [cover = '', ...others] = note.pages;
    expect(cover).toContain(title);
    // Figures of a date or of the title may stand there; the number 1 by itself does not.
    expect(cover).not.toMatch(/(?:^| )(?:Side )?1(?: af \d+)?(?: |$)/);
    const total = note.pages.length;
    const unnumbered = others
      .map((text, index) => ({ text, page: index + 2 }))
      // The colophon is the back of the cover.
      .filter(({ page }) => page > 2)
      .filter(({ text, page }) => !new RegExp(`(?:^|\\D)${page}(?: af ${total})?(?:\\D|$)`).test(text));
    expect(unnumbered).toEqual([]);
  });

  test('has a contents list whose numbers are the pages the headings stand on', async () => {
    const place = note.pages.findIndex((text) => text.includes('Indholdsfortegnelse'));
    const entries = await contentsOn(note.reader, place + 1);
    expect(entries.length).toBeGreaterThanOrEqual(5);
    for (const { title: heading, printed, page } of entries) {
      expect({ heading, printed }).toEqual({ heading, printed: page });
      expect(note.pages[page - 1]).toContain(heading);
    }
    for (const chapter of chapters) expect(entries.some(({ title: entry }) => entry.endsWith(chapter))).toBe(true);
    const numbers = entries.map(({ printed }) => printed);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  });

  test('has an outline that says each heading once, as it is printed', () => {
    expect(note.outline.length).toBeGreaterThan(5);
    const wrong = note.outline.filter(({ title: heading, page }) => !note.pages[page - 1]?.includes(plain(heading)));
    expect(wrong).toEqual([]);
  });

  test('has an outline without a level left out', () => {
    const levels = note.outline.map(({ level }) => level);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('carries its fonts: only the shipped family, every face embedded, none drawn glyph by glyph', () => {
    const fonts = fontsOf(note.document);
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.filter(({ kind }) => kind === 'Type3')).toEqual([]);
    // Six letters and a plus: only the letters in use are in the file.
    expect(fonts.filter(({ name: font }) => !/^[A-Z]{6}\+SourceSans3-\w+$/.test(font))).toEqual([]);
    const descendants = fonts.filter(({ kind }) => kind.startsWith('CIDFont'));
    expect(descendants.length).toBeGreaterThan(2);
    expect(descendants.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });

  test.each(figures)('prints “%s” as text', (figure) => {
    expect(note.pages.filter((text) => text.includes(figure)).length).toBeGreaterThan(0);
  });

  test('holds no letter that a search would stumble over', () => {
    const text = note.pages.join('\n');
    // Soft hyphens, replacement characters, letters of private use, and what a template or a program leaves behind.
    expect(text).not.toMatch(/[\u00ad\ufffd\ue000-\uf8ff]/);
    expect(text).not.toMatch(/undefined|\bNaN\b|Infinity|\[object|\{\{|\}\}|&(?:amp|lt|gt|#\d+);/);
  });
});

test('the table of hours of the meeting note reads 5, 4, 2, together 11', async () => {
  const { pages } = await openFinished(join(folder, 'inddragende-netvaerksmoeder.pdf'));
  const table = pages.find((text) => text.includes('Aktivitet Timer')) ?? '';
  const rows = /Aktivitet Timer Forberedelse\D* (\d+) Afholdelse .*? (\d+) Opfølgning\D* (\d+) I alt (\d+)/.exec(table);
  expect(rows?.slice(1)).toEqual(['5', '4', '2', '11']);
});
