/**
 * The results as CSV, one value a row, for who goes on in a spreadsheet. In the form that Danish Excel opens by itself and Danmarks
 * Statistik delivers: semicolons, decimal comma, a byte order mark. (With commas and dots, Danish Excel reads 75.985 as seventy-five
 * thousand; programs have the JSON file.)
 */
import { stringify } from 'csv-stringify/sync';
import { costCategories } from '../scenario/schema/words.ts';
import type { Results } from './results.ts';

const columns = ['table', 'item', 'label', 'year', 'category', 'payer', 'unit', 'value'] as const;

type Column = (typeof columns)[number];
type Row = { readonly table: string; readonly unit: string; readonly value: number | null } & {
  readonly [column in Exclude<Column, 'table' | 'unit' | 'value'>]?: string | number;
};

/**
 * The file's text. Values have full precision: kroner, shares between 0 and 1. A figure that does not exist (a unit cost where nobody
 * completes) has an empty value. An author's text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function resultsCsv(results: Results): string {
  const rows = [
    ...headlines(results),
    ...byCategory(results),
    ...byYear(results),
    ...byPayer(results),
    ...comparison(results),
    ...presentValue(results),
    ...lines(results),
    ...sensitivity(results),
    ...analyses(results),
    ...draws(results),
  ];
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? '')),
    // A text that a spreadsheet would take for a formula becomes text again (OWASP, CSV injection); numbers stay numbers.
    { header: true, columns: [...columns], ...danishExcel, escape_formulas: true, cast: { number: decimal } },
  );
}

const danishExcel = { delimiter: ';', bom: true, record_delimiter: 'windows' } as const;

/** Full precision with a decimal comma; JavaScript's shortest form, which reads back as the same number. */
function decimal(value: number): string {
  return String(value).replace('.', ',');
}

const kroner = 'kr.';

function amounts(table: string, record: Readonly<Record<string, number | null>>, rest: Partial<Row> = {}): Row[] {
  return Object.entries(record).map(([item, value]) => ({ ...rest, table, item, unit: kroner, value }));
}

function headlines({ total, perStarted, perCompleted, participants }: Results): Row[] {
  return [
    ...amounts('headline', { ...total, perStarted, perCompleted }),
    { table: 'headline', item: 'started', unit: 'count', value: participants.started },
    { table: 'headline', item: 'completed', unit: 'count', value: participants.completed },
  ];
}

function byCategory({ byCategory: categories, shares }: Results): Row[] {
  return [
    ...Object.entries(categories).map(([category, value]) => ({
      table: 'byCategory',
      item: 'net',
      category,
      unit: kroner,
      value,
    })),
    ...Object.entries(shares).map(([item, value]) => ({ table: 'shares', item, unit: 'share', value })),
  ];
}

function byYear({ byYear: years }: Results): Row[] {
  return years.flatMap(({ year, ...figures }) =>
    Object.entries(figures).map(([item, value]): Row => {
      const isCategory = costCategories.some((category) => category === item);
      const isCount = item === 'started' || item === 'completed';
      const unit = isCount ? 'count' : kroner;
      const named = isCategory ? { item: 'net', category: item } : { item };
      return { table: 'byYear', ...named, ...(year !== undefined && { year }), unit, value };
    }),
  );
}

function byPayer({ byPayer: payers, byPayerYear }: Results): Row[] {
  return [
    ...Object.entries(payers).flatMap(([payer, figures]) => amounts('byPayer', { ...figures }, { payer })),
    ...Object.entries(byPayerYear).flatMap(([payer, years]) =>
      years.flatMap(({ year, byCategory: categories, ...figures }) => [
        ...amounts('byPayerYear', figures, { payer, year }),
        ...Object.entries(categories).flatMap(([category, net]) =>
          amounts('byPayerYear', { net }, { payer, year, category }),
        ),
      ]),
    ),
  ];
}

function comparison({ comparator }: Results): Row[] {
  if (comparator === null) return [];
  const { name: label, byCategory: categories, ...figures } = comparator;
  return [
    ...amounts('comparator', figures, { label }),
    ...Object.entries(categories).flatMap(([category, net]) => amounts('comparator', { net }, { label, category })),
  ];
}

function presentValue({ presentValue: value }: Results): Row[] {
  if (value === null) return [];
  return [
    ...amounts('presentValue', { net: value.net }, { year: value.baseYear }),
    ...amounts('undiscounted', value.undiscounted),
    ...value.byYear.flatMap(({ year, net, factor, presentValue: now }): Row[] => [
      ...amounts('presentValueByYear', { net, presentValue: now }, { year }),
      { table: 'presentValueByYear', item: 'factor', year, unit: 'factor', value: factor },
    ]),
  ];
}

function lines({ lines: all }: Results): Row[] {
  return all.map(({ path, name, category, counted, total }) => ({
    table: counted ? 'lines' : 'linesNotCounted',
    item: path,
    label: name,
    category,
    unit: kroner,
    value: total,
  }));
}

function sensitivity({ sensitivity: { low, high, rows } }: Results): Row[] {
  return [
    ...(rows.length === 0 ? [] : amounts('sensitivity', { low, high })),
    ...rows.flatMap(({ label, ...ends }) => amounts('sensitivity', ends, { label })),
  ];
}

function analyses({ sensitivity: { alternatives, grids, thresholds } }: Results): Row[] {
  return [
    ...alternatives.flatMap(({ id, label, total, headline }) =>
      amounts(`alternatives.${id}`, { total, headline }, { label }),
    ),
    ...grids.flatMap(({ id, rows, columns: across, headlines: cells }) =>
      cells.flatMap((row, down) =>
        row.map((value, right) => ({
          table: `grids.${id}`,
          item: `${rows.paths.join(' ')} = ${rows.values[down]}; ${across.paths.join(' ')} = ${across.values[right]}`,
          unit: kroner,
          value,
        })),
      ),
    ),
    ...thresholds.flatMap(({ id, label, paths, target, value }): Row[] => [
      ...amounts(`thresholds.${id}`, { target }, { label }),
      { table: `thresholds.${id}`, item: paths.join(' '), label, unit: 'as in the scenario', value },
    ]),
  ];
}

function draws({ sensitivity: { probabilistic } }: Results): Row[] {
  if (probabilistic === null) return [];
  const { mean, sd, low, high, target, meanError, percentiles, seed, draws: count, shareUnderTarget } = probabilistic;
  const table = 'probabilistic';
  return [
    ...amounts(table, { mean, sd, low, high, meanError, ...percentiles, ...(target !== null && { target }) }),
    ...(shareUnderTarget === null ? [] : [{ table, item: 'shareUnderTarget', unit: 'share', value: shareUnderTarget }]),
    { table, item: 'seed', unit: 'number', value: seed },
    { table, item: 'draws', unit: 'count', value: count },
  ];
}
