/** The brief note: the least that a scenario can say comes out on one page, without cover, contents list and page number. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { omkost, root } from '../cli/program.ts';
import { type Finished, openFinished } from './finished.ts';

let folder: string;
let note: Finished;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-brief-'));
  const { code, err } = await omkost(['build', 'test/fixtures/brief.yaml', '--out', folder], { folder: root });
  expect(err).not.toMatch(/error|warning/);
  expect(code).toBe(0);
  note = await openFinished(join(folder, 'brief.pdf'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a scenario without a word of prose is one page with title, publisher, figures, assumptions', () => {
  expect(note.pages).toHaveLength(1);
  const [page = ''] = note.pages;
  for (const words of [
    'Vores Kommune',
    'Kort notat · November 2026 · 2016-priser',
    'Hvad gruppeforløb for forældre koster',
    'Pr. gennemført forælder',
    'og omkostningerne pr. gennemført forælder er ca. 3.500 kr.',
    'Forudsætninger i korte træk',
    'Gruppeleder: timeomkostning: 373 kr. pr. time',
    'Publikationen er udgivet af Vores Kommune.',
  ]) {
    expect(page).toContain(words);
  }
  expect(page).not.toContain('Indholdsfortegnelse');
  expect(page).not.toMatch(/ 1$/);
});

test('its outline begins at the title, and it carries what it was made from', () => {
  expect(note.outline[0]).toMatchObject({ title: 'Hvad gruppeforløb for forældre koster', level: 1, page: 1 });
  expect(note.document.catalog.has(PDFName.of('AF'))).toBe(true);
});

test('its figures follow from what it carries', async () => {
  const { code, out } = await omkost(['verify', join(folder, 'brief.pdf')], { folder: root });
  expect(out).toContain('every printed figure follows');
  expect(code).toBe(0);
});
