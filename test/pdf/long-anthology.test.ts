/** A publication of some two hundred pages: what its contents lists say is where things stand, from the first page to the last. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differentNotes, type NotesFolder } from '../../bench/different-notes.ts';
import { omkost } from '../cli/program.ts';
import { contentsOn, type Entry, type Finished, openFinished, plain } from './finished.ts';

const chapters = 28;
let folder: string;
let project: NotesFolder;
let book: Finished;
let entries: readonly Entry[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-long-'));
  project = await differentNotes(fileURLToPath(new URL('../..', import.meta.url)), chapters);
  const options = ['--name', 'lang', '--out', folder, '--format', 'pdf'];
  const { code, err } = await omkost(['build', '--anthology', ...project.names, ...options], project);
  expect(err).not.toContain('error');
  expect(code).toBe(0);
  book = await openFinished(join(folder, 'lang.pdf'));
  const { page: first = 0 } = book.outline.find(({ title }) => title === 'Indsatserne i tal') ?? {};
  const pages = Array.from({ length: first - 3 }, (_, index) => index + 3);
  entries = (await Promise.all(pages.map((page) => contentsOn(book.reader, page)))).flat();
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(project.folder, { recursive: true, force: true });
});

test('is some two hundred pages long, and none of them is empty', () => {
  expect(book.pages.length).toBeGreaterThan(180);
  expect(book.pages.filter((page) => page.length < 60)).toEqual([]);
});

test('lists headings, tables and figures on the pages that they stand on', () => {
  expect(entries.length).toBeGreaterThan(chapters * 10);
  const wrong = entries.filter(({ printed, page }) => printed !== page);
  expect(wrong).toEqual([]);
  const elsewhere = entries.filter(({ title, page }) => !book.pages[page - 1]?.includes(title.slice(0, 30)));
  expect(elsewhere).toEqual([]);
});

test('prints on every page its own number and the number of all', () => {
  const total = book.pages.length;
  const unnumbered = book.pages.flatMap((page, index) =>
    index < 2 || page.includes(`Side ${index + 1} af ${total}`) ? [] : [index + 1],
  );
  expect(unnumbered).toEqual([]);
});

test('has an outline with every chapter and every section, in order', () => {
  const { outline } = book;
  expect(outline.filter(({ level }) => level === 2).length).toBeGreaterThanOrEqual(chapters);
  const wrong = outline.filter(({ title, page }) => !book.pages[page - 1]?.includes(plain(title)));
  expect(wrong).toEqual([]);
  const places = outline.map(({ page }) => page);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});
