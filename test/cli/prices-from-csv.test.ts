/** `omkost prices update --from`: figures of a spreadsheet written into the tables, and every bad row told at once. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
  ['commas where semicolons are read', 'Stilling,År,Timeløn\nLedere,2023,412\n', 'add `separator: ","` to the mapping'],
  ['a quotation mark left open', 'Stilling;År;Timeløn\n"Ledere;2023;412\n', 'not closed'],
])('%s is refused', async (_what, csv, said) => {
  const { exitCode, text } = await update(csv, '--yes');
  expect(text).toContain(said);
  expect(exitCode).toBe(1);
  expect(written()).toBe(table);
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
