/** `omkost verify` as its user meets it: what it prints, and its exit code. */
import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changed, digitOnPage } from '../verify/tampering.ts';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

let folder: string;

beforeAll(async () => {
  folder = await projectWith({ note: await shippedScenario() });
  const { code } = await omkost(['build', 'note', '--format', 'pdf,csv'], { folder });
  expect(code).toBe(0);
  const pdf = await readFile(join(folder, 'output', 'note.pdf'));
  await writeFile(join(folder, 'forged.pdf'), await changed(pdf, (document) => digitOnPage(document, '4.100', 0, '1')));
  await copyFile(join(folder, 'output', 'note.pdf'), join(folder, 'a copy.pdf'));
});

afterAll(() => remove(folder));

test('a note that follows: one line, exit code 0, nothing written, wherever it is called', async () => {
  const before = await readdir(folder);
  const { code, out, err } = await omkost(['verify', 'a copy.pdf'], { folder });
  expect(out).toMatch(
    /^a copy\.pdf: every printed figure follows \(\d+ named figures, \d+ words with a figure in the text\)\n$/,
  );
  expect([code, err]).toEqual([0, '']);
  expect(await readdir(folder)).toEqual(before);
});

test('a note that does not: which figure, where, printed and recomputed, exit code 1', async () => {
  const { code, out } = await omkost(['verify', 'forged.pdf', 'a copy.pdf'], { folder });
  expect(code).toBe(1);
  expect(out).toContain('forged.pdf: does NOT follow');
  expect(out).toMatch(/in the text, page \d+: printed “ca\. 1\.100 kr\.”, follows “ca\. 4\.100 kr\.”/);
  expect(out).toContain('the inputs inside are as they were: look at who changed the PDF');
  expect(out).toContain('a copy.pdf: every printed figure follows');
});

test('for machines: each named figure, the differences, the files, the problems', async () => {
  const { code, out } = await omkost(['verify', 'forged.pdf', 'missing.pdf', '--json'], { folder });
  expect(code).toBe(1);
  const { verified, problems } = JSON.parse(out) as {
    verified: { follows: boolean; figures: { name: string; follows: boolean }[]; differences: unknown[] }[];
    problems: { code: string }[];
  };
  expect(problems.map(({ code: problem }) => problem)).toEqual(['file-missing']);
  expect(verified.map(({ follows }) => follows)).toEqual([false]);
  expect(verified[0]?.figures.length).toBeGreaterThan(10);
  expect(verified[0]?.differences).toHaveLength(1);
});

test('a file larger than any note is not even read, and does not stop the others', async () => {
  const large = join(folder, 'large.pdf');
  await writeFile(large, '%PDF-1.7');
  // Of no weight on the disk: the end is set without anything before it.
  await truncate(large, 64 * 1024 * 1024 + 1);
  const { code, out, err } = await omkost(['verify', 'large.pdf', 'a copy.pdf'], { folder });
  expect([code, err]).toEqual([1, expect.stringContaining('[file-too-large]')]);
  expect(err).toContain('large.pdf');
  expect(out).toContain('a copy.pdf: every printed figure follows');
});

test('a folder, and a file that is not there, are told apart', async () => {
  const { code, err } = await omkost(['verify', 'scenarios', 'nowhere.pdf'], { folder });
  expect(code).toBe(1);
  expect(err).toContain('[file-not-a-file]');
  expect(err).toContain('[file-missing]');
});

test('nothing named is a wrong command line', async () => {
  expect((await omkost(['verify'], { folder })).code).toBe(2);
});

test('the manifest holds the table where it was asked for', async () => {
  const manifest = JSON.parse(await readFile(join(folder, 'output', 'manifest.json'), 'utf8')) as {
    notes: { outputs: { name: string }[] }[];
  };
  expect(manifest.notes[0]?.outputs.map(({ name }) => name)).toEqual(['note.pdf', 'note.csv']);
});

test('an anthology whose chapters name other looks is printed, and compared, in that of the first', async () => {
  const other = (await shippedScenario()).replace(/^layout: /m, 'theme: agency\nlayout: ');
  expect(other).toContain('theme: agency');
  const mixed = await projectWith({ one: await shippedScenario(), other });
  try {
    const built = await omkost(['build', '--anthology', 'one', 'other', '--format', 'pdf'], { folder: mixed });
    expect(built.err).toContain('[anthology-mixed]');
    const { code, out, err } = await omkost(['verify', 'output/antologi.pdf'], { folder: mixed });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('every printed figure follows');
  } finally {
    await remove(mixed);
  }
});
