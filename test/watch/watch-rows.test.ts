/** `omkost watch` and `omkost preview` with a table of rows: one note for each, and only those built again whose row changed. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { omkost, remove, root } from '../cli/program.ts';
import { Watching } from './watching.ts';

let folder: string;
let running: Watching | undefined;
let table: string;
let scenario: string;

const at = (...names: string[]) => join(folder, ...names);
const names = ['albertslund', 'alleroed', 'assens'].map((name) => `${name}-kommune-moeder`);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-watch-rows-'));
  await cp(join(root, 'test', 'fixtures', 'rows'), at('notes'), { recursive: true });
  // The table may lie elsewhere than the scenario.
  table = (await readFile(at('notes', 'kommuner.csv'), 'utf8')).split('\r\n').slice(0, 4).join('\r\n');
  await writeFile(at('kommuner.csv'), table);
  scenario = await readFile(at('notes', 'netvaerksmoeder.yaml'), 'utf8');
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  await remove(folder);
});

const saveTable = (change: (text: string) => string) => writeFile(at('kommuner.csv'), change(table));
const saveScenario = (change: (text: string) => string) =>
  writeFile(at('notes', 'netvaerksmoeder.yaml'), change(scenario));

function follow(command: 'watch' | 'preview'): Watching {
  const rows = ['notes/netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--name', '{kommune}-moeder'];
  running = new Watching([command, ...rows, '--format', 'html,json'], { folder });
  return running;
}

const problemsTold = async (watching: Watching) => {
  const { problems = [] } = await watching.next(({ kind }) => kind === 'problems');
  return problems.map(({ code, file, line }) => `${file}:${line} ${code}`);
};

test('a changed row builds its note again, and no other; a new row is a new note, a changed scenario all of them', async () => {
  const watching = follow('watch');
  expect(await watching.built('texts')).toEqual(names);
  await saveTable((text) => text.replace('417 kr.', '517 kr.'));
  expect(await watching.built('texts')).toEqual([names[1]]);
  expect(await readFile(at('output', `${names[1]}.html`), 'utf8')).toMatch(/517\s/);
  await saveTable((text) => `${text}\r\nBallerup Kommune;400 kr.;450 kr.;2;;\r\n`);
  expect((await watching.next(({ kind }) => kind === 'added')).names).toEqual(['ballerup-kommune-moeder']);
  expect(await watching.built('texts')).toEqual(['ballerup-kommune-moeder']);
  // The other row is what it was before, and so is its note, without being built.
  expect(await readFile(at('output', `${names[1]}.html`), 'utf8')).toMatch(/417\s/);
  await saveTable((text) => text);
  expect((await watching.next(({ kind }) => kind === 'removed')).names).toEqual(['ballerup-kommune-moeder']);
  await saveScenario((text) => text.replace('hours: 40 timer', 'hours: 50 timer'));
  expect(await watching.built('texts')).toEqual(names);
  expect(await watching.stop()).toBe(0);
}, 60_000);

test('what is wrong is told once with its place, of the row or of the scenario, and the notes stay until it is mended', async () => {
  const watching = follow('watch');
  await watching.built('texts');
  await saveTable((text) => text.replace('417 kr.', '4i7 kr.'));
  expect(await problemsTold(watching)).toEqual(['kommuner.csv:3 number-unreadable']);
  await saveTable((text) => text);
  expect((await watching.next(({ kind }) => kind === 'mended')).names).toEqual([names[1]]);
  // Not once for each row.
  await saveScenario((text) => text.replace('4½ timer', '4½ tmer'));
  expect(await problemsTold(watching)).toEqual([expect.stringMatching(/netvaerksmoeder\.yaml:\d+ number-unreadable$/)]);
  await saveScenario((text) => text);
  expect((await watching.next(({ kind }) => kind === 'mended')).names).toEqual(names);
  // A table that cannot be read at all takes no note away.
  const last = await readFile(at('output', `${names[0]}.html`), 'utf8');
  await saveTable((text) => text.replace('Assens', '"Assens'));
  expect(await problemsTold(watching)).toEqual(['kommuner.csv:4 csv-invalid']);
  await saveTable((text) => text.replace('394 kr.', '395 kr.'));
  const heard = await watching.next(({ kind }) => kind === 'removed' || kind === 'built');
  expect(heard).toMatchObject({ kind: 'built', names: [names[2]] });
  expect(await readFile(at('output', `${names[0]}.html`), 'utf8')).toBe(last);
}, 60_000);

test('a table that is broken from the start is told, and its notes come when it is mended', async () => {
  await saveTable((text) => text.replace('Assens', '"Assens'));
  const watching = follow('watch');
  expect(await problemsTold(watching)).toEqual(['kommuner.csv:4 csv-invalid']);
  await saveTable((text) => text);
  expect(await watching.built('texts')).toEqual(names);
}, 60_000);

test('the preview lists the notes of the rows with the row of each, and shows them', async () => {
  const watching = follow('preview');
  const { address = '' } = await watching.next(({ kind }) => kind === 'serving');
  await watching.built('texts');
  const list = await (await fetch(address)).text();
  for (const [place, name] of names.entries()) {
    expect(list).toContain(`/notes/${name}/side`);
    expect(list).toContain(`notes/netvaerksmoeder.yaml, row ${place + 2} of kommuner.csv`);
  }
  expect(list).toContain('Netværksmøder i Allerød Kommune');
  const printed = new URL(`/notes/${names[1]}/content/note`, address);
  const page = new URL(`/notes/${names[1]}/note`, address);
  const [, source = ''] = /<iframe[^>]* src="([^"]+)"/.exec(await (await fetch(page)).text()) ?? [];
  expect(source).not.toBe('');
  expect(await (await fetch(new URL(source, printed))).text()).toMatch(/417\s/);
  await saveTable((text) => text.replace('417 kr.', '517 kr.'));
  await watching.built('texts');
  const [, anew = ''] = /<iframe[^>]* src="([^"]+)"/.exec(await (await fetch(page)).text()) ?? [];
  expect(await (await fetch(new URL(anew, printed))).text()).toMatch(/517\s/);
}, 60_000);

test.each([
  [['watch', '--rows', 'kommuner.csv'], 2, '--rows makes the notes of one scenario'],
  [['watch', 'notes/netvaerksmoeder.yaml', '--name', '{kommune}'], 2, '--name goes with --rows'],
  [['preview', 'notes/netvaerksmoeder.yaml', '--rows', 'nowhere.csv'], 1, 'nowhere.csv does not exist'],
  [['watch', 'notes/netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--name', '{komune}'], 1, '“{kommune}”'],
])('%s ends with what is wrong with it', async (args, exit, said) => {
  const { code, err } = await omkost(args, { folder });
  expect([code, err]).toEqual([exit, expect.stringContaining(said)]);
});
