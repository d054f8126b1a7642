/**
 * The rows of the price tables that one note uses, apart from the rest: what is attached to it and what it depends on. Another
 * row may change without a byte of this note's changing.
 */
import { stringify } from 'yaml';
import type { Source } from '../problem/source.ts';
import type { ListedRow, PriceList } from './parse.ts';
import { indexChains, type PricedScenario } from './price.ts';

/** Which row of which section of the tables. */
export interface UsedRow {
  readonly section: keyof PriceList;
  readonly name: string;
  /** The only years whose values are used; without them any change of the row may matter. */
  readonly years?: readonly number[];
}

/** A row of a table without what the note does not use. */
export interface Extract extends UsedRow {
  /** The table's path, as the user knows it. */
  readonly table: string;
  readonly written: unknown;
}

/** Every row behind the note's figures, each once, by section and name. */
export function usedRows(priced: PricedScenario): readonly UsedRow[] {
  const { scenario, pricesUsed, followed, normsUsed, discountRates } = priced;
  const prices = [...pricesUsed].map(([figure, { id, year }]): UsedRow => {
    // A price brought from another year is the nearest there is: a new year of it may take its place. So it is for amounts
    // of an analysis that follow a price.
    const isOwn = year === scenario.priceYear && !followed.has(figure);
    return { section: 'prices', name: id, ...(isOwn && { years: [year] }) };
  });
  const indexes = indexChains(priced).map(({ index, from, to, projected }): UsedRow => {
    // A projection begins at the last year there is: a new one takes its place.
    return { section: 'indexes', name: index.id, ...(projected === undefined && { years: [from, to] }) };
  });
  const norms = [...normsUsed.values()].map(({ section, id }): UsedRow => ({ section, name: id }));
  const rates: UsedRow[] = discountRates === undefined ? [] : [{ section: 'discountRates', name: discountRates.id }];
  const byKey = new Map<string, UsedRow>();
  for (const row of [...prices, ...indexes, ...norms, ...rates]) {
    const key = JSON.stringify([row.section, row.name]);
    byKey.set(key, together(byKey.get(key) ?? row, row));
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** One row with the years of both; all of it where one of them needs all. */
function together(one: UsedRow, other: UsedRow): UsedRow {
  const { section, name } = one;
  if (one.years === undefined || other.years === undefined) return { section, name };
  return { section, name, years: [...new Set([...one.years, ...other.years])].sort((a, b) => a - b) };
}

/** What stands in the tables of a row now; undefined where they no longer have it. */
export function extractOf(list: PriceList, row: UsedRow): Extract | undefined {
  const section: ReadonlyMap<string, ListedRow> = list[row.section];
  const listed = section.get(row.name);
  if (listed === undefined) return undefined;
  return { ...row, table: listed.place.source.path, written: inYears(listed.written, row.years) };
}

/**
 * The tables of a note's rows, each a price table of its own with the path of the one it is taken from: read again, they give
 * the same prices.
 */
export function extractTables(list: PriceList, rows: readonly UsedRow[]): readonly Source[] {
  const tables = new Map<string, Record<string, Record<string, unknown>>>();
  for (const row of rows) {
    const extract = extractOf(list, row);
    if (extract === undefined) continue;
    const table = tables.get(extract.table) ?? {};
    table[row.section] = { ...table[row.section], [row.name]: extract.written };
    tables.set(extract.table, table);
  }
  // Scalars are text as written; the failsafe schema writes them without the quotes that would tell them from numbers.
  const options = { schema: 'failsafe', lineWidth: 0, aliasDuplicateObjects: false } as const;
  return [...tables].map(([path, table]) => ({ path, text: stringify(table, options) }));
}

function inYears(written: unknown, years: readonly number[] | undefined): unknown {
  if (years === undefined || typeof written !== 'object' || written === null || !('values' in written)) return written;
  const { values } = written;
  if (typeof values !== 'object' || values === null) return written;
  const kept = Object.entries(values).filter(([given]) => years.includes(Number(given)));
  return { ...written, values: Object.fromEntries(kept) };
}
