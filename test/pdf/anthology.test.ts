/** An anthology, built by the built program and opened again: one contents list, chapters, labels and ids of their own, and the comparison. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { omkost, root } from '../cli/program.ts';
import { changed, fileInside } from '../verify/tampering.ts';
import { contentsOn, type Entry, type Finished, openFinished, plain } from './finished.ts';

let folder: string;
const shipped = ['inddragende-netvaerksmoeder', 'processuelle-netvaerksmoeder'];
const small = ['test/fixtures/brief.yaml', 'test/fixtures/anthology-chapter.yaml'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-anthology-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function built(name: string, scenarios: readonly string[], ...more: string[]) {
  const told = await omkost(['build', '--anthology', ...scenarios, '--name', name, '--out', folder, ...more], {
    folder: root,
  });
  return { ...told, path: join(folder, `${name}.pdf`) };
}

describe('the shipped notes and a brief one', () => {
  let book: Finished;
  let err: string;

  beforeAll(async () => {
    const told = await built('antologi', [...shipped, 'test/fixtures/brief.yaml']);
    err = told.err;
    expect(told.code).toBe(0);
    book = await openFinished(told.path);
  });

  test('has one cover, one contents list with the pages that the headings stand on, and a chapter for each', async () => {
    expect(book.pages[0]).toContain('Omkostningsvurderinger af 3 indsatser');
    const entries = await contentsOn(book.reader, 3);
    expect(entries.length).toBeGreaterThan(15);
    for (const { title, printed, page } of entries) {
      expect({ title, printed }).toEqual({ title, printed: page });
      expect(book.pages[page - 1]).toContain(title);
    }
    expect(book.pages.filter((page) => page.includes('Indholdsfortegnelse'))).toHaveLength(1);
  });

  test('has an outline with one first heading and without a level left out', () => {
    const levels = book.outline.map(({ level }) => level);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const wrong = book.outline.filter(({ title, page }) => !book.pages[page - 1]?.includes(plain(title)));
    expect(wrong).toEqual([]);
  });

  test('prints each chapter’s figures as its own note does, numbers its tables by chapter, and refers to them so', () => {
    const text = book.pages.join('\n');
    for (const figure of ['ca. 11.200 kr.', 'knap 3.900 kr.', 'ca. 3,5 mio. kr.', 'ca. 76.000 kr.', '87 pct.']) {
      expect(text).toContain(figure);
    }
    expect(text).toContain('Tabel 2.1 Scenariets forudsætninger');
    expect(text).toContain('Figur 2.1 viser');
    expect(text).toContain('2.3 Omkostninger');
  });

  test('is marked as a recalculation, and says which chapters are', () => {
    expect(book.pages[0]).toContain('Efterberegning');
    expect(book.pages[1]).toContain('kapitel 1 og kapitel 2');
  });

  test('does not compare what covers different years: it says so on paper and to whoever builds it, and draws nothing', () => {
    expect(book.pages[3]).toContain('Indsatserne er opgjort over forskellige perioder: 1 år, 5 år og 3 år.');
    expect(book.pages[3]).not.toContain('Figur');
    expect(err).toContain('[not-comparable]');
  });

  test('carries the scenario, prices and results of every chapter', () => {
    expect(book.document.catalog.has(PDFName.of('AF'))).toBe(true);
  });
});

test('what is alike is compared in a chart, with notes, boxes and references inside each chapter', async () => {
  const { code, err, path } = await built('ens', small, '--title', 'To indsatser');
  expect(err).not.toContain('warning');
  expect(code).toBe(0);
  const { pages } = await openFinished(path);
  expect(pages[0]).toContain('To indsatser');
  expect(pages[3]).toContain('Indsatserne er alle opgjort i 2016-priser over 3 år for kommunen.');
  expect(pages[3]).toContain('Figur 1 Omkostninger pr. gennemført');
  const text = pages.join('\n');
  expect(text).toContain('se Boks 2.1 og Tabel 2.1');
  expect(text).toContain('Boks 2.1 Hvad tallene bygger på');
  const results = JSON.parse(await readFile(path.replace('.pdf', '.json'), 'utf8'));
  expect(results.comparison.isComparable).toBe(true);
  expect(results.notes.map(({ scenario }: { scenario: { name: string } }) => scenario.name)).toEqual([
    'brief',
    'anthology-chapter',
  ]);
  const page = await readFile(path.replace('.pdf', '.html'), 'utf8');
  expect(page).toContain('Hvad samtaler for unge koster');
  expect(page.match(/<h1/g)).toHaveLength(1);
});

test('can be verified: every figure of every chapter is computed again, and a file inside that was changed is named', async () => {
  const { path } = await built('efterregnet', small);
  const { code, out } = await omkost(['verify', path], { folder: root });
  expect(out).toContain('every printed figure follows');
  expect(code).toBe(0);
  const forged = (document: PDFDocument) =>
    fileInside(document, '1-brief.yaml', (text) => text.replace('hourlyCost: 373 kr.', 'hourlyCost: 400 kr.'));
  const other = join(folder, 'changed.pdf');
  await writeFile(other, await changed(await readFile(path), forged));
  const told = await omkost(['verify', other], { folder: root });
  expect(told.code).toBe(1);
  expect(told.out).toContain('1-brief.yaml inside is not as it was');
  expect(told.out).toContain('brief.total');
  expect(told.out).toContain('brief: staff.gruppeleder.hourlyCost: 373 → 400');
});

describe('one with a file of its own', () => {
  let book: Finished;
  let path: string;

  beforeAll(async () => {
    path = join(folder, 'families.pdf');
    const { code } = await omkost(['build', 'test/fixtures/anthologies/families.yaml', '--out', folder], {
      folder: root,
    });
    expect(code).toBe(0);
    book = await openFinished(path);
  });

  test('has its title, publisher and foreword before the chapters, with figures of the chapters', () => {
    const [cover = '', colophon = '', , foreword = ''] = book.pages;
    expect(cover).toContain('Hjælp til forældre og unge');
    expect(cover).toContain('Hvad to indsatser koster');
    expect(colophon).toContain('Eksempel Kommune Rådhuspladsen 1 9999 Eksempelby www.example.dk');
    expect(colophon).toContain('ISBN: 978-87-0000-000-0');
    expect(foreword).toContain('Den ene koster ca. 224.000 kr., se Tabel 1 og afsnittet ”Hvordan bogen læses”.');
    expect(foreword).toContain('Den anden koster 96.000 kr.');
    expect(foreword).toContain('Boks 1 Hvem der har regnet');
  });

  test('lists what stands before the chapters and in them, each on its page and with a bookmark', async () => {
    const entries = await contentsOn(book.reader, 3);
    expect(entries.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Forord',
        'Hvordan bogen læses',
        'Indsatserne i tal',
        '2 Hvad samtaler for unge koster',
        'Indledning',
      ]),
    );
    const isWrong = ({ title, printed, page }: Entry) => printed !== page || !book.pages[page - 1]?.includes(title);
    expect(entries.filter(isWrong)).toEqual([]);
    const bookmarks = new Set(book.outline.map(({ title, page }) => `${plain(title)} ${page}`));
    expect(entries.filter(({ title, page }) => !bookmarks.has(`${title} ${page}`))).toEqual([]);
    const levelOf = (title: string) => book.outline.find((one) => plain(one.title) === title)?.level;
    expect(['Forord', '1 Hvad gruppeforløb for forældre koster'].map(levelOf)).toEqual([2, 2]);
    expect(['Hvordan bogen læses', 'Forudsætninger i korte træk'].map(levelOf)).toEqual([3, 3]);
  });

  test('can be verified, and its file inside that was changed is named', async () => {
    const told = await omkost(['verify', path], { folder: root });
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('every printed figure follows') });
    const forged = (document: PDFDocument) =>
      fileInside(document, 'families.yaml', (text) => text.replace('Eksempel Kommune', 'En anden kommune'));
    const other = join(folder, 'forged.pdf');
    await writeFile(other, await changed(await readFile(path), forged));
    const { code, out } = await omkost(['verify', other], { folder: root });
    expect(code).toBe(1);
    expect(out).toContain('families.yaml inside is not as it was');
  });
});

test('has no id twice, and no link inside it that leads nowhere', async () => {
  const { readNote } = await import('../../src/index.ts');
  const { composeAnthology } = await import('../../src/anthology/compose-anthology.ts');
  const chapters = await Promise.all(
    [...shipped, ...small].map((scenario) => readNote({ scenario, workingFolder: root, issued: '2026-11-22' })),
  );
  const { html, contents } = composeAnthology({ name: 'a', chapters });
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(links.length).toBeGreaterThan(contents.length);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test('the same inputs give the same bytes', async () => {
  const one = await readFile((await built('bytes', small)).path);
  const other = await readFile((await built('bytes', small, '--jobs', '1')).path);
  expect(one.equals(other)).toBe(true);
});

test('a problem in one scenario: nothing is built, and the problems of all are told', async () => {
  const project = join(folder, 'wrong');
  await mkdir(join(project, 'scenarios'), { recursive: true });
  const text = await readFile(join(root, 'test/fixtures/brief.yaml'), 'utf8');
  await writeFile(join(project, 'scenarios', 'a.yaml'), text.replace('count: 2', 'count: mange'));
  await writeFile(join(project, 'scenarios', 'b.yaml'), text.replace('layout: kort', 'layout: rapport'));
  await writeFile(join(project, 'scenarios', 'c.yaml'), text);
  const { code, err } = await omkost(['build', '--anthology', 'a', 'b', 'c', 'd'], { folder: project });
  expect(code).toBe(1);
  for (const place of ['scenarios/a.yaml:', 'scenarios/b.yaml:', 'there is no scenario “d”'])
    expect(err).toContain(place);
  expect(await readdir(project)).toEqual(['scenarios']);
});

test('a name that a chapter has, and a title without an anthology, are refused', async () => {
  expect(await built('brief', small)).toMatchObject({ code: 1, err: expect.stringContaining('[name-taken]') });
  const { code, err } = await omkost(['build', 'brief', '--title', 'x'], { folder: root });
  expect(code).toBe(2);
  expect(err).toContain('add --anthology');
});
