/**
 * The author's own tables add up. Published notes have had two digits swapped in a cost, an average that counted a missing
 * cell as 0, and ranges in the wrong order: these checks find them.
 */
import { suggestion } from '../../problem/suggest.ts';
import type { TableCell } from '../quantity/read-cell.ts';
import { reservedTableNames, type TableInput } from '../schema/tables.ts';
import type { Findings } from './report.ts';

type Rows = readonly (readonly [name: string, cells: readonly TableCell[]])[];

interface Checked {
  readonly findings: Findings;
  readonly id: string;
  readonly table: TableInput;
  readonly rows: Rows;
}

export function checkTables(findings: Findings): void {
  for (const [id, table] of Object.entries(findings.scenario.tables ?? {})) {
    const checked = { findings, id, table, rows: Object.entries(table.rows) };
    if (reservedTableNames.has(id)) {
      const message = `“${id}” is one of the note’s own tables`;
      findings.key('name-taken', ['tables', id], message, 'give the table another name');
    }
    if (table.source === undefined && table.assumption === undefined) {
      const hint = 'add `source:` (a name from `references`) or `assumption:`';
      findings.key('source-missing', ['tables', id], `table “${id}” has no source`, hint);
    }
    if (isWhole(checked) && table.deviation === undefined) checkFigures(checked);
  }
}

/** Every row has a figure for every column, and what the table says of its rows and columns exists. */
function isWhole(checked: Checked): boolean {
  const { findings, id, table, rows } = checked;
  const before = findings.problems.length;
  for (const [name, cells] of rows) {
    if (cells.length === table.columns.length) continue;
    const message = `row “${name}” has ${cells.length} figures, but there are ${table.columns.length} columns`;
    findings.value('value-impossible', ['tables', id, 'rows', name], message, 'write “–” where there is no figure');
  }
  const names = rows.map(([name]) => name);
  checkName(checked, ['totals', 'row'], table.totals?.row, names);
  checkName(checked, ['average'], table.average, names);
  checkName(checked, ['totals', 'column'], table.totals?.column, table.columns);
  for (const key of ['range', 'quotient'] as const) {
    for (const [part, head] of Object.entries(table[key] ?? {})) checkName(checked, [key, part], head, table.columns);
  }
  return findings.problems.length === before;
}

function checkName(
  { findings, id }: Checked,
  path: readonly string[],
  name: string | undefined,
  known: readonly string[],
): void {
  if (name === undefined || known.includes(name)) return;
  findings.value('reference-unknown', ['tables', id, ...path], `the table has no “${name}”`, suggestion(name, known));
}

function checkFigures(checked: Checked): void {
  checkRowSums(checked);
  checkColumnSums(checked);
  checkAverages(checked);
  checkShares(checked);
  checkRange(checked);
  checkQuotient(checked);
}

/** In each row the total column is the sum of the others; a missing cell is nothing. */
function checkRowSums(checked: Checked): void {
  const { table, rows } = checked;
  const place = table.columns.indexOf(table.totals?.column ?? '');
  if (place < 0) return;
  for (const [name, cells] of rows) {
    const parts = cells.filter((_, column) => column !== place);
    const hint = name === table.average ? missingHint(checked) : undefined;
    const message = (sum: string, met: string) => `row “${name}” sums to ${sum}, but the total is ${met}`;
    checkSum(checked, name, place, parts, message, hint);
  }
}

function checkColumnSums(checked: Checked): void {
  const { table, rows } = checked;
  const total = rows.find(([name]) => name === table.totals?.row);
  if (total === undefined) return;
  table.columns.forEach((head, place) => {
    const parts = plainRows(checked).flatMap(([, cells]) => cells[place] ?? []);
    const message = (sum: string, met: string) => `column “${head}” sums to ${sum}, but the total is ${met}`;
    checkSum(checked, total[0], place, parts, message, undefined);
  });
}

/** Each part may be half a unit off and so may the sum: more than that is no rounding. */
function checkSum(
  checked: Checked,
  row: string,
  place: number,
  parts: readonly TableCell[],
  message: (sum: string, met: string) => string,
  hint: string | undefined,
): void {
  const cell = checked.table.rows[row]?.[place];
  if (cell?.value === undefined) return;
  const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
  const given = parts.filter(({ value }) => value !== undefined);
  const margin = [...given, cell].reduce((all, part) => all + unitOf(part) / 2, 0);
  if (Math.abs(sum - cell.value) <= margin + 1e-9) return;
  report(
    checked,
    'sum-wrong',
    row,
    place,
    message(danish(sum), danish(cell.value)),
    hint ?? 'compare it with the source',
  );
}

/** The average of a column is that of the cells there are. */
function checkAverages(checked: Checked): void {
  const { table } = checked;
  const { average } = table;
  if (average === undefined) return;
  table.columns.forEach((head, place) => {
    const cell = table.rows[average]?.[place];
    const values = plainRows(checked).flatMap(([, cells]) => cells[place]?.value ?? []);
    if (cell?.value === undefined || values.length === 0) return;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    if (Math.abs(mean - cell.value) <= unitOf(cell) + 1e-9) return;
    const message = `the average of “${head}” is ${danish(mean)}, but the table says ${danish(cell.value)}`;
    report(checked, 'sum-wrong', average, place, message, missingHint(checked) ?? 'compare it with the source');
  });
}

/** Where a cell is missing, an average leaves it out and a total counts it as 0: the two then disagree. */
function missingHint(checked: Checked): string | undefined {
  const { table } = checked;
  for (const [name, cells] of plainRows(checked)) {
    const place = cells.findIndex(({ value }) => value === undefined);
    if (place < 0) continue;
    return `row “${name}” has no figure under “${table.columns[place]}”: it is left out of that average, but counts as 0 in the total; treat it alike in both`;
  }
  return undefined;
}

/** Shares of a whole come to 100. */
function checkShares(checked: Checked): void {
  const { table, rows } = checked;
  if (!/pct\.|%|procent/i.test(table.unit ?? '') || table.totals === undefined) return;
  const place = table.columns.indexOf(table.totals.column ?? '');
  const totals = rows.flatMap(([name, cells]) =>
    cells.flatMap((cell, column) => (column === place || name === table.totals?.row ? [{ name, cell, column }] : [])),
  );
  for (const { name, cell, column } of totals) {
    if (cell.value === undefined || Math.abs(cell.value - 100) <= unitOf(cell) / 2) continue;
    const message = `shares make 100 pct. together, but the total of “${name}” is ${danish(cell.value)}`;
    report(checked, 'shares-sum', name, column, message, 'compare it with the source');
  }
}

function checkRange(checked: Checked): void {
  const { table, rows } = checked;
  const { range } = table;
  if (range === undefined) return;
  const place = (head: string) => table.columns.indexOf(head);
  for (const [name, cells] of rows) {
    const at = (head: string) => cells[place(head)]?.value;
    const [low, base, high] = [at(range.low), at(range.base), at(range.high)];
    if (low !== undefined && base !== undefined && low > base) {
      const message = `the lowest value of “${name}”, ${danish(low)}, is above its base, ${danish(base)}`;
      report(checked, 'range-reversed', name, place(range.low), message, 'the ends may have changed places');
    }
    if (high !== undefined && base !== undefined && high < base) {
      const message = `the highest value of “${name}”, ${danish(high)}, is below its base, ${danish(base)}`;
      report(checked, 'range-reversed', name, place(range.high), message, 'the ends may have changed places');
    }
  }
}

/** cost / count = unit cost, within the rounding of all three. */
function checkQuotient(checked: Checked): void {
  const { table, rows } = checked;
  const { quotient } = table;
  if (quotient === undefined) return;
  const place = table.columns.indexOf(quotient.each);
  for (const [name, cells] of rows) {
    const cell = (head: string) => cells[table.columns.indexOf(head)];
    const [cost, count, each] = [cell(quotient.cost), cell(quotient.count), cell(quotient.each)];
    if (cost?.value === undefined || each?.value === undefined || !count?.value) continue;
    const exact = cost.value / count.value;
    const margin = unitOf(each) / 2 + unitOf(cost) / 2 / count.value;
    if (Math.abs(exact - each.value) <= margin + 1e-9) continue;
    const message = `${danish(cost.value)} / ${danish(count.value)} is ${danish(exact)}, but “${name}” says ${danish(each.value)}`;
    report(checked, 'unit-cost-wrong', name, place, message, 'two digits may have changed places in one of them');
  }
}

/** Rows that are neither the total nor the average. */
function plainRows({ table, rows }: Checked): Rows {
  return rows.filter(([name]) => name !== table.totals?.row && name !== table.average);
}

function unitOf({ decimals }: TableCell): number {
  return 10 ** -decimals;
}

function report(
  { findings, id }: Checked,
  code: 'sum-wrong' | 'shares-sum' | 'range-reversed' | 'unit-cost-wrong',
  row: string,
  place: number,
  message: string,
  hint: string,
): void {
  const also = 'or say in `deviation:` why the source has it so';
  findings.value(code, ['tables', id, 'rows', row, place], message, `${hint}; ${also}`);
}

/** As the author writes numbers. */
function danish(value: number): string {
  const [whole = '', decimals] = Number(value.toFixed(2)).toString().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
