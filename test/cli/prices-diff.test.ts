/** `omkost prices diff`: what other prices make of each note, computed in memory. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

let folder: string;
const tables = ['timeomkostninger.yaml', 'prisindeks.yaml'];
const against = tables.map((name) => join('old', name));

beforeAll(async () => {
  folder = await projectWith({ note: await shippedScenario() });
  await mkdir(join(folder, 'old'));
  for (const name of tables) await copyFile(join(folder, 'scenarios', 'prices', name), join(folder, 'old', name));
  const wages = join(folder, 'scenarios', 'prices', 'timeomkostninger.yaml');
  await writeFile(wages, (await readFile(wages, 'utf8')).replace('2016: 373 kr.', '2016: 400 kr.'));
});

afterAll(() => remove(folder));

test('each printed figure of each note that uses them, old and new, and why; nothing is written', async () => {
  const before = await readdir(folder, { recursive: true });
  const { code, out } = await omkost(['prices', 'diff', '--against', ...against], { folder });
  expect(code).toBe(0);
  expect(out).toContain('note: 16 printed figures changed');
  expect(out).toMatch(/│ perCompleted +│ +ca\. 4\.100 kr\. │ +ca\. 4\.400 kr\. │ +\+7,2 pct\. │/);
  expect(out).toMatch(/│ price socialraadgiver-effektiv-time of 2016 │ 373 kr\. │ 400 kr\. │ +\+297 │/);
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});

test('for machines, and as Markdown', async () => {
  const json = await omkost(['prices', 'diff', '--against', ...against, '--json'], { folder });
  const { notes } = JSON.parse(json.out) as {
    notes: { name: string; causes: { effects: { perCompleted: number } }[] }[];
  };
  expect(notes.map(({ name, causes }) => [name, causes[0]?.effects.perCompleted])).toEqual([
    ['note', expect.closeTo(297, 9)],
  ]);
  const markdown = await omkost(['prices', 'diff', '--against', ...against, '--markdown'], { folder });
  expect(markdown.out).toContain('| <code>socialraadgiver-effektiv-time</code> | 2016 | 373 | 400 |  |');
  expect(markdown.out).toContain('**1 of 1 note changed: 16 printed figures**');
});

test('as if the notes were then built in the prices of another year; one that cannot be is a warning', async () => {
  const later = await omkost(['prices', 'diff', '--against', ...against, '--price-year', '2020', '--json'], { folder });
  const { notes } = JSON.parse(later.out) as { notes: { causes: { changes: { name: string }[] }[] }[] };
  expect(notes[0]?.causes.flatMap(({ changes }) => changes.map(({ name }) => name))).toEqual([
    '--price-year',
    'socialraadgiver-effektiv-time',
  ]);
  const never = await omkost(['prices', 'diff', '--against', ...against, '--price-year', '2060'], { folder });
  expect([never.code, never.err]).toEqual([0, expect.stringContaining('warning:')]);
});
