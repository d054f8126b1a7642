/** The results as a table for spreadsheets: every number as in the JSON file, and no cell that a spreadsheet would run. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { composeNote, readNote } from '../../src/index.ts';
import type { Results } from '../../src/report/results.ts';
import { resultsCsv } from '../../src/report/results-csv.ts';

async function resultsOf(file: string, change: (text: string) => string = (text) => text): Promise<Results> {
  const text = change(await readFile(file, 'utf8'));
  return composeNote(await readNote({ scenario: { text, name: 'prøve' }, issued: '2026-11-22' })).results;
}

const shipped = 'scenarios/processuelle-netvaerksmoeder.yaml';

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  return parse(csv, { delimiter: ';', bom: true, columns: true });
}

/** As a Danish spreadsheet reads a number. */
function numberIn(rows: ReturnType<typeof rowsOf>, wanted: Readonly<Record<string, string>>): number {
  const found = rows.filter((row) => Object.entries(wanted).every(([column, cell]) => row[column] === cell));
  expect(found).toHaveLength(1);
  return Number(found[0]?.value?.replace(',', '.'));
}

test('opens in Danish Excel: a byte order mark, semicolons, decimal commas, Windows line ends', async () => {
  const csv = resultsCsv(await resultsOf(shipped));
  expect(csv.startsWith('\ufefftable;item;label;year;category;payer;unit;value\r\n')).toBe(true);
  expect(csv).toMatch(/;\d+,\d+\r\n/);
  expect(csv).not.toMatch(/[^\r]\n/);
});

test('holds the numbers of the results file with full precision', async () => {
  const results = await resultsOf(shipped);
  const rows = rowsOf(resultsCsv(results));
  expect(numberIn(rows, { table: 'headline', item: 'perCompleted' })).toBe(results.perCompleted);
  expect(numberIn(rows, { table: 'byYear', item: 'net', category: '', year: '1' })).toBe(results.byYear[0]?.net);
  expect(numberIn(rows, { table: 'byYear', category: 'training', year: '1' })).toBe(results.byYear[0]?.training);
  expect(numberIn(rows, { table: 'shares', item: 'operationPhase' })).toBe(results.shares.operationPhase);
  expect(numberIn(rows, { table: 'sensitivity', item: 'low', label: '' })).toBe(results.sensitivity.low);
  const lines = rows
    .filter(({ table }) => table === 'lines')
    .map(({ item, value }) => [item, value?.replace(',', '.')]);
  expect(lines).toEqual(results.lines.map(({ path, total }) => [path, String(total)]));
});

test('has a row for every analysis: alternatives, grids, thresholds, draws', async () => {
  const results = await resultsOf('test/fixtures/analyses.yaml');
  const tables = rowsOf(resultsCsv(results)).map(({ table = '' }) => table.split('.')[0]);
  for (const table of ['alternatives', 'grids', 'thresholds', 'probabilistic']) expect(tables).toContain(table);
  const cells = results.sensitivity.grids.flatMap(({ headlines }) => headlines.flat());
  expect(tables.filter((table) => table === 'grids')).toHaveLength(cells.length);
});

test.each(['=1+1', '+45 1234', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x";"y")'])(
  'a name that a spreadsheet would run as a formula is text: %s',
  async (name) => {
    const named = (text: string) => text.replace(/^ {4}name: Netværksmøder.*$/m, () => `    name: '${name}'`);
    const results = await resultsOf(shipped, named);
    expect(results.lines.map((line) => line.name)).toContain(name);
    const cells = rowsOf(resultsCsv(results)).flatMap((row) => [row.label, row.item, row.table]);
    expect(cells).toContain(`'${name}`);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell ?? ''))).toEqual([]);
  },
);

test('a negative number stays a number', async () => {
  const results = await resultsOf(shipped);
  const csv = resultsCsv({ ...results, total: { ...results.total, net: -1234.5 } });
  expect(csv).toContain('headline;net;;;;;kr.;-1234,5\r\n');
});
