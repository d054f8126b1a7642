/** `omkost prices update --from`: figures of a spreadsheet written into the tables, and every bad row told at once. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { printedBy } from '../problems/printed.ts';

const table = `# Løn
prices:
  tolk: # ringes op hvert år
    name: Tolk
    unit: kr./time
    values: { 2022: 350 kr. }
    source: { title: Tolkeoversigt, read: 2023-01-05 }
  leder:
    name: Leder
    unit: kr./time
    values:
      2022: 400 kr. # aftalt
    source: { title: Lønstatistik, read: 2023-01-05 }
`;
const mapping = `kind: prices
columns: { name: Stilling, year: År, value: Timeløn }
names: { Ledere: leder, Tolke: tolk }
source: { title: Lønstatistik, publisher: Kommunen, at: fane 2 }
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omkost-'));
  mkdirSync(join(folder, 'scenarios', 'prices'), { recursive: true });
  writeFileSync(join(folder, 'scenarios/prices/loen.yaml'), table);
  writeFileSync(join(folder, 'kolonner.yaml'), mapping);
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = () => readFileSync(join(folder, 'scenarios/prices/loen.yaml'), 'utf8');
const update = (csv: string | Uint8Array, ...more: readonly string[]) => {
  writeFileSync(join(folder, 'loen.csv'), csv);
  return printedBy(folder, ['prices', 'update', '--from', 'loen.csv', '--map', 'kolonner.yaml', ...more]);
};

test('new years are written with their source, comments and other rows left alone', async () => {
  const csv = '\ufeffStilling;År;Timeløn\r\nLedere;2023;412,50\r\nTolke;2023;"360 kr."\r\nVagter;2023;ikke oplyst\r\n';
  const { exitCode, text } = await update(csv, '--yes');
  expect(text).toContain('412,5');
  expect(exitCode).toBe(0);
  expect(written()).toMatch(/2022: 400 kr\. # aftalt\n\s+2023: 412,50? kr\./);
  expect(written()).toContain('tolk: # ringes op hvert år');
  expect(written()).toContain('fane 2');
  expect((await update(csv, '--yes')).text).toContain('nothing new');
});

test('years may be heads of columns, and one series may be all there is', async () => {
  const wide = 'kind: prices\ncolumns: {}\nseries: leder\nseparator: ","\nsource: { title: Lønstatistik }\n';
  writeFileSync(join(folder, 'kolonner.yaml'), wide);
  expect((await update('2022,2023,2024\n400,"412,50",..\n', '--yes')).exitCode).toBe(0);
  expect(written()).toMatch(/2023: 412,50? kr\./);
  expect(written()).not.toContain('2024');
});

test('every bad row is told with line and column, and nothing is written', async () => {
  const csv = 'Stilling;År;Timeløn\nLedere;23;412\nLedere;2023;412.50\nTolke;2023;360;x\nTolke;2024;360 kr./år\n';
  const { exitCode, text } = await update(csv, '--yes');
  expect(exitCode).toBe(1);
  for (const place of ['loen.csv:2:8', 'loen.csv:3:13', 'loen.csv:4:1', 'loen.csv:5:12']) expect(text).toContain(place);
  expect(written()).toBe(table);
});

test.each([
  ['a column that is not there', 'Stilling;Aar;Timeløn\nLedere;2023;412\n', 'kolonner.yaml:2:'],
  ['a name that no row has', 'Stilling;År;Timeløn\nLedere;2023;412\n', 'no row is called “Tolke”'],
  ['two values for a year', 'Stilling;År;Timeløn\nTolke;2023;1\nLedere;2023;412\nLedere;2023;413\n', 'loen.csv:4:13'],
  [
    'two columns with the head that is read',
    'Stilling;År;Timeløn;Timeløn\nLedere;2023;412;413\n',
    'has 2 columns “Timeløn”',
  ],
  ['a quotation mark left open', 'Stilling;År;Timeløn\n"Ledere;2023;412\n', 'the quotes in this row do not match'],
])('%s is refused', async (_what, csv, said) => {
  const { exitCode, text } = await update(csv, '--yes');
  expect(text).toContain(said);
  expect(exitCode).toBe(1);
  expect(written()).toBe(table);
});

test('commas or tabs between are seen in the head; a separator that is said and wrong is told', async () => {
  const said = mapping.replace('names: {', 'separator: ";"\nnames: {');
  writeFileSync(join(folder, 'kolonner.yaml'), said);
  const { text } = await update('Stilling,År,Timeløn\nLedere,2023,412\nTolke,2023,360\n', '--yes');
  expect(text).toContain('write `separator: ","` in the mapping, or leave it out');
  writeFileSync(join(folder, 'kolonner.yaml'), mapping);
  const read = await update('Stilling,År,Timeløn\nLedere,2023,"412,50"\nTolke,2023,360\n', '--yes');
  expect([read.exitCode, written()]).toEqual([0, expect.stringContaining('2023: 412,5 kr.')]);
});

test('years before the first of the table are the keeper’s own figures too', async () => {
  const { exitCode, text } = await update('Stilling;År;Timeløn\nLedere;2019;390\nTolke;2022;350\n', '--yes');
  expect(exitCode).toBe(0);
  expect(text).toMatch(/│ leder +│ 2019 │ +new │ +390 │/);
  expect(written()).toContain('    values:\n      2019: 390 kr.\n      2022: 400 kr. # aftalt\n');
});

describe('rows that no table has', () => {
  const names = 'names: { Ledere: leder, Tolke: tolk, Familierådgivere: familieraadgiver }';
  const adding = mapping.replace(/names: .*/, `${names}\nnew: { unit: kr./time, includes: [pension], index: pris }`);
  const csv =
    'Stilling;År;Timeløn\nLedere;2023;412\nTolke;2023;360\nFamilierådgivere;2023;377,5\nFamilierådgivere;2022;366\n';
  const added = `  familieraadgiver:
    name: Familierådgivere
    unit: kr./time
    includes: [pension]
    values:
      2022: 366 kr.
      2023: 377,5 kr.
    index: pris
    source:
      title: Lønstatistik
      publisher: Kommunen
      at: fane 2
      read: `;

  test('are refused where the mapping does not say how they begin, with what to write', async () => {
    writeFileSync(join(folder, 'kolonner.yaml'), mapping.replace(/names: .*/, names));
    const { exitCode, text } = await update(csv, '--yes');
    expect(exitCode).toBe(1);
    expect(text).toContain('loen.csv:4:1');
    expect(text).toContain('no row of the price tables is called “familieraadgiver”');
    expect(text).toContain('To add it as a new one, write `new: { unit: kr./time }` in the mapping');
    expect(written()).toBe(table);
  });

  test('are shown as new rows, and written after a question or with --yes; all else stays as it is', async () => {
    writeFileSync(join(folder, 'kolonner.yaml'), adding);
    const looked = await update(csv, '--dry-run');
    expect(looked.text).toMatch(/│ familieraadgiver +│ 2022 │ new row │ +366 │/);
    expect(looked.text).toMatch(/│ leder +│ 2023 │ +new │ +412 │/);
    expect([(await update(csv)).exitCode, written()]).toEqual([2, table]);
    expect((await update(csv, '--yes')).exitCode).toBe(0);
    expect(written()).toContain(added);
    expect(written()).toContain('  tolk: # ringes op hvert år\n    name: Tolk\n');
    expect(written()).toContain('2022: 400 kr. # aftalt');
    expect((await update(csv, '--yes')).text).toContain('familieraadgiver: nothing new');
    const json = await update(csv.replaceAll('2023', '2024'), '--json', '--dry-run');
    expect(JSON.parse(json.text).series.map(({ isNewRow }: { isNewRow: boolean }) => isNewRow)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('go where the mapping says, into a table of braces or one without such rows, and read back', async () => {
    writeFileSync(
      join(folder, 'scenarios/prices/andre.yaml'),
      'indexes:\r\n  pris: { name: P, base: 2015 = 100, values: { 2022: 1 }, assumption: til prøven }\r\n',
    );
    writeFileSync(
      join(folder, 'scenarios/prices/korte.yaml'),
      'prices: { a: { name: A, unit: kr., values: { 2022: 1 kr. }, assumption: til prøven } }\n',
    );
    writeFileSync(join(folder, 'kolonner.yaml'), adding);
    const asked = await update(csv, '--yes');
    expect(asked.text).toContain('it is not said which price table new rows are added to');
    expect(asked.text).toContain('the tables are andre.yaml, korte.yaml, loen.yaml');
    for (const [name, expected] of [
      ['andre.yaml', 'prices:\r\n  familieraadgiver:\r\n    name: Familierådgivere\r\n'],
      [
        'korte.yaml',
        ', familieraadgiver: { name: Familierådgivere, unit: kr./time, includes: [pension], values: { 2022: 366 kr., 2023: "377,5 kr." }',
      ],
    ] as const) {
      const before = readFileSync(join(folder, 'scenarios/prices', name), 'utf8');
      writeFileSync(join(folder, 'kolonner.yaml'), adding.replace('new: {', `new: { table: ${name},`));
      const { exitCode, text } = await update(csv, '--yes');
      expect([exitCode, text]).toEqual([0, expect.stringContaining('new row')]);
      expect(readFileSync(join(folder, 'scenarios/prices', name), 'utf8')).toContain(expected);
      writeFileSync(join(folder, 'scenarios/prices', name), before);
    }
    writeFileSync(join(folder, 'kolonner.yaml'), adding.replace('new: {', 'new: { table: loenn.yaml,'));
    expect((await update(csv, '--yes')).text).toContain('there is no price table “loenn.yaml”');
  });

  test.each([
    ['unit: kr./time, ', '', 'new prices must have `unit`'],
    ['new: {', 'new: { base: 2015 = 100,', '`base` does not go with `kind: prices`'],
    ['title: Lønstatistik, ', '', 'new rows must have a source'],
    ['new: {', 'new: { enhed: kr.,', 'unknown key “enhed”'],
    ['at: fane 2', 'author: Nogen', 'unknown key “author”'],
    [/names: .*\n/, '', 'a new row cannot be called “to ord” in the price tables'],
  ])('are refused where the mapping lacks what they need: %s → %s', async (from, to, said) => {
    writeFileSync(join(folder, 'kolonner.yaml'), adding.replace(from, to));
    const { exitCode, text } = await update(
      csv.replaceAll('Familierådgivere', 'to ord').replace('Ledere', 'leder').replace('Tolke', 'tolk'),
      '--yes',
    );
    expect([exitCode, text]).toEqual([1, expect.stringContaining(said)]);
    expect(written()).toBe(table);
  });
});

test('a file in Windows-1252 is told as that', async () => {
  const { text } = await update(Buffer.from('Stilling;År;Timeløn\nLedere;2023;412\n', 'latin1'));
  expect(text).toContain('Windows-1252');
});

test('a file without a mapping asks for one', async () => {
  writeFileSync(join(folder, 'loen.csv'), 'x');
  const { text } = await printedBy(folder, ['prices', 'update', '--from', 'loen.csv']);
  expect(text).toContain('--map mapping.yaml');
});
