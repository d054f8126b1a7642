/** `omkost prices diff`: what other prices make of each note, computed in memory. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAttachments } from '../../src/carried/attachments.ts';
import { openPdf } from '../../src/carried/open-pdf.ts';
import { plain, textIn } from '../pdf/finished.ts';
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

test('--pdf writes what it would move as a change note, whole as notes are, and carries the figures', async () => {
  const args = ['prices', 'diff', '--against', ...against, '--pdf', 'told/changes.pdf', '--quiet'];
  const { code, out, err } = await omkost(args, { folder, environment: { SOURCE_DATE_EPOCH: '1763769600' } });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('note: 16 printed figures changed');
  expect(await readdir(join(folder, 'told'))).toEqual(['changes.pdf']);
  const pdf = await readFile(join(folder, 'told', 'changes.pdf'));
  const text = plain(await textIn(pdf));
  expect(text).toContain('Ændringer i ”Omkostninger ved brug af inddragende netværksmøder”');
  expect(text).toContain('22. november 2025');
  expect(text).toMatch(/Pr\. møde ca\. 4\.100 kr\. ca\. 4\.400 kr\. \+7,2 pct\./);
  expect(text).toContain('Prisen ”socialraadgiver-effektiv-time” for 2016 373 kr. 400 kr. +297');
  const carried = readAttachments(await openPdf(pdf, 'changes.pdf'), 'changes.pdf').get('changes.json');
  expect(JSON.parse(new TextDecoder().decode(carried))).toMatchObject({ notes: [{ name: 'note', status: 'changed' }] });
  expect(existsSync(join(folder, 'output'))).toBe(false);
  // Nobody publishes it, nor is there such a language: nothing is written.
  const refused = await omkost([...args.slice(0, -2), 'no.pdf', '--language', 'xx', '--no-color'], { folder });
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('there is no language “xx”')]);
  expect(existsSync(join(folder, 'no.pdf'))).toBe(false);
}, 60_000);

test('--pdf where no figure moves says so, in English where that is asked for', async () => {
  const tablesNow = join('scenarios', 'prices');
  const same = (await readdir(join(folder, tablesNow))).filter((name) => name.endsWith('.yaml'));
  const named = same.map((name) => join(tablesNow, name));
  const how = ['--pdf', 'same.pdf', '--quiet', '--language', 'en', '--publisher', 'Us'];
  expect(await omkost(['prices', 'diff', '--against', ...named, ...how], { folder })).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  const text = plain(await textIn(await readFile(join(folder, 'same.pdf'))));
  expect(text).toContain('No notes have changed');
  expect(text).toContain('There is no difference between the two editions.');
  expect(text).not.toContain('Price level');
}, 60_000);

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
