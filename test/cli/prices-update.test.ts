/** `omkost prices update` and `omkost prices diff` as a price keeper meets them; every figure from 2024 on is invented for the test. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import {
  type FakeStatbank,
  type Figures,
  fakeStatbank,
  json,
  months,
  notFound,
  plain,
  pris01,
  pris112,
} from '../statbank/fake-statbank.ts';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

const known: Figures = { 2015: 100, 2016: 100.3, 2022: 113.5, 2023: 117.2 };
const invented: Figures = { ...known, 2024: 118.8 };
const table = join('scenarios', 'prices', 'prisindeks.yaml');
const kept = join('scenarios', 'prices', 'statbank', 'forbrugerpriser.json');
const day = { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 0, 15) / 1000) };

let fake: FakeStatbank;
let folder: string;
let before: string;

beforeEach(async () => {
  fake = await fakeStatbank();
  folder = await projectWith({ note: await shippedScenario() });
  before = await readFile(join(folder, table), 'utf8');
});

afterEach(async () => {
  await fake.close();
  await remove(folder);
});

const update = (...args: string[]) =>
  omkost(['prices', 'update', ...args], { folder, environment: { ...day, OMKOST_STATBANK: fake.address } });
const now = () => readFile(join(folder, table), 'utf8');

test('StatBank has a new year: it is written with the day, all else stays, and the second update finds nothing new', async () => {
  fake.data(json(pris112(invented)));
  const first = await update('--yes');
  expect(first.code).toBe(0);
  expect(first.out).toContain('│ forbrugerpriser │ 2024 │ new │ 118,8 │ +1,36 pct. │');
  expect(first.out.endsWith(`${table}\n`)).toBe(true);
  expect(await now()).toBe(
    before
      .replace('      2023: 117,21\n', '      2023: 117,21\n      2024: 118,8\n')
      .replace(/read: .*/, 'read: 2027-01-15'),
  );
  expect(JSON.parse(await readFile(join(folder, kept), 'utf8'))).toMatchObject({
    series: 'forbrugerpriser',
    table: 'PRIS112',
    fetched: '2027-01-15',
    answer: JSON.stringify(pris112(invented)),
  });

  const written = await now();
  const second = await update('--yes');
  expect(second).toMatchObject({ code: 0, out: '' });
  expect(second.err).toContain('forbrugerpriser: nothing new\n');
  expect(await now()).toBe(written);
});

test('where nobody can be asked nothing is written, and the message says what to do', async () => {
  fake.data(json(pris112(invented)));
  const { code, err, out } = await update();
  expect(code).toBe(2);
  expect(out).toContain('118,8');
  expect(err).toContain('nothing was written: nobody can be asked here. Run it again with --yes');
  expect(await now()).toBe(before);
  expect(existsSync(join(folder, kept))).toBe(false);
});

test.each([
  [true, 0],
  [false, 1],
])('on a terminal it asks; answered %s', async (answer, expected) => {
  fake.data(json(pris112(invented)));
  const asked: string[] = [];
  const code = await run(['prices', 'update', '--statbank', fake.address], {
    workingFolder: folder,
    environment: {},
    standardInput: Readable.from([]),
    out: () => {},
    err: () => {},
    isTerminal: false,
    confirm: async (question) => {
      asked.push(question);
      return answer;
    },
    now: new Date('2027-01-15T12:00:00Z'),
    signal: new AbortController().signal,
  });
  expect(code).toBe(expected);
  expect(asked).toEqual([`Write ${table}?`]);
  expect((await now()).includes('2024: 118,8')).toBe(answer);
});

test('--dry-run shows and writes nothing', async () => {
  fake.data(json(pris112(invented)));
  const { code, out } = await update('--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('118,8');
  expect(await now()).toBe(before);
});

test('a revised old value is shown apart, and taken only when asked for', async () => {
  fake.data(json(pris112({ ...invented, 2022: 113.8 })));
  const { out } = await update('--yes');
  expect(out).toContain('Old values that the source has revised; they stay as they are (--revised takes them):');
  expect(out).toContain('│ 113,46 │ 113,8 │');
  expect(await now()).toContain('2022: 113,46\n');
  expect((await update('--yes', '--revised')).code).toBe(0);
  expect(await now()).toContain('2022: 113,8\n');
});

test('another base year is an error, and nothing is written', async () => {
  fake.data(json(pris112({ 2015: 81.3, 2023: 95.3, 2024: 96.6 }, { base: '2025=100' })));
  const { code, err } = await update('--yes');
  expect(code).toBe(1);
  expect(err).toContain('[base-changed]');
  expect(err).toContain('start a new series with the new base');
  expect(await now()).toBe(before);
});

test('the yearly change in place of the index is an error', async () => {
  fake.data(json(pris112({ 2024: 1.4 }, { label: 'Årsstigning', base: 'Pct.' })));
  const { code, err } = await update('--yes');
  expect(code).toBe(1);
  expect(err).toContain('[statbank-unit]');
  expect(await now()).toBe(before);
});

test('a table that is gone: the fallback’s months are averaged, and the source says so', async () => {
  fake.data(notFound, json(pris01({ ...months(2023, 117.21), ...months(2024, 118.8), ...months(2025, 120, 7) })));
  const { code, err } = await update('--yes');
  expect(code).toBe(0);
  expect(err).toContain(
    'warning: “forbrugerpriser” was fetched from its other table, PRIS01: StatBank has no table “PRIS112”',
  );
  const text = await now();
  expect(text).toContain('      2024: 118,8\n');
  expect(text).not.toContain('2025:');
  expect(text).toContain('      at: PRIS01\n      url: https://www.statbank.dk/PRIS01\n      read: 2027-01-15\n');
});

test('both tables gone: both are told', async () => {
  const { code, err } = await update('--yes');
  expect(code).toBe(1);
  expect(err).toContain('StatBank has no table “PRIS112”');
  expect(err).toContain('StatBank has no table “PRIS01”');
});

test('a web page in place of figures', async () => {
  fake.data(plain('<!DOCTYPE html><title>Log ind</title>', 'text/html'));
  const { code, err } = await update('--yes');
  expect(code).toBe(1);
  expect(err).toContain(`${table}:4:3: “forbrugerpriser”: the answer is a web page, not figures [statbank-answer]`);
});

test('offline the answer that was kept is taken, with the day it was fetched', async () => {
  fake.data(json(pris112(invented)));
  await update('--yes');
  await writeFile(join(folder, table), before);
  const later = { SOURCE_DATE_EPOCH: String(Date.UTC(2028, 5, 1) / 1000), OMKOST_STATBANK: 'https://127.0.0.1:1/v1' };
  const { code } = await omkost(['prices', 'update', '--offline', '--yes'], { folder, environment: later });
  expect(code).toBe(0);
  expect(await now()).toContain('      2024: 118,8\n');
  expect(await now()).toContain('read: 2027-01-15\n');
  expect(fake.requests).toHaveLength(1);
});

test('offline without an answer that was kept', async () => {
  const { code, err } = await update('--offline', '--yes');
  expect(code).toBe(1);
  expect(err).toContain(`no answer for “forbrugerpriser” was saved: there is no ${kept} [saved-missing]`);
});

test('an answer saved by hand as CSV, with a byte order mark', async () => {
  const csv = '\uFEFFHOVED;TID;INDHOLD\r\nÅrsgennemsnit;2023;117,2\r\nÅrsgennemsnit;2024;118,8\r\n';
  await writeFile(join(folder, 'answer.csv'), csv);
  const { code } = await update('forbrugerpriser', '--saved', 'answer.csv', '--yes');
  expect(code).toBe(0);
  expect(await now()).toContain('      2024: 118,8\n');
  expect(fake.requests).toEqual([]);
});

test('an unknown name is told with the nearest, before anything is asked', async () => {
  const { code, err } = await update('forbrugerprise');
  expect(code).toBe(1);
  expect(err).toContain('no series is called “forbrugerprise” [series-unknown]\nhint: did you mean “forbrugerpriser”?');
  expect(fake.requests).toEqual([]);
});

test('a price that is entered by hand says so', async () => {
  const { code, err } = await update('socialraadgiver-effektiv-time');
  expect(code).toBe(1);
  expect(err).toContain('“socialraadgiver-effektiv-time” does not say where it is fetched [series-unknown]');
});

test('a table that somebody edits meanwhile is not written over', async () => {
  fake.data((response, request) => {
    void writeFile(join(folder, table), `${before}# mine\n`).then(() => json(pris112(invented))(response, request));
  });
  const { code, err } = await update('--yes');
  expect(code).toBe(1);
  expect(err).toContain('[table-changed]');
  expect(await now()).toBe(`${before}# mine\n`);
});

test('for machines: the changes, what was written, and the problems', async () => {
  fake.data(json(pris112(invented)));
  const { code, out, err } = await update('--json', '--yes');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    series: [
      {
        series: 'forbrugerpriser',
        table,
        added: [{ year: 2024, old: null, new: 118.8 }],
        revised: [],
        source: { read: '2027-01-15' },
      },
    ],
    written: [table],
    problems: [],
  });
});

test('diff says what an update would change, and writes nothing', async () => {
  fake.data(json(pris112(invented)));
  const { code, out } = await omkost(['prices', 'diff', '--statbank', fake.address], { folder });
  expect(code).toBe(0);
  expect(out).toContain('│ forbrugerpriser │ 2024 │     │ 118,8 │');
  expect(await now()).toBe(before);
});

test('diff against other tables says which scenarios use what changed', async () => {
  const wages = join('scenarios', 'prices', 'timeomkostninger.yaml');
  const text = await readFile(join(folder, wages), 'utf8');
  await writeFile(join(folder, 'old.yaml'), text.replace('2016: 373 kr.', '2016: 370 kr.'));
  const { code, out } = await omkost(['prices', 'diff', '--against', 'old.yaml', '--prices', wages, '--json'], {
    folder,
  });
  expect(code).toBe(0);
  const { entries, scenarios } = JSON.parse(out);
  expect(entries).toEqual([
    {
      section: 'prices',
      name: 'socialraadgiver-effektiv-time',
      kind: 'changed',
      values: [{ year: 2016, old: 370, new: 373 }],
      otherwise: false,
    },
  ]);
  expect(scenarios).toEqual([{ name: 'note', uses: ['socialraadgiver-effektiv-time'], outcome: 'moves' }]);
});
