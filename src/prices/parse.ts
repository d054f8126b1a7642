/** Price tables → one price list. */
import { type Problem, UserError } from '../problem/problem.ts';
import type { Place, Source } from '../problem/source.ts';
import { shapeProblems } from '../yaml/check-shape.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { type DiscountRates, type IndexSeries, type Price, priceTableSchema } from './schema.ts';

/** A row of a price table: what it means is read from it once, what stands there is kept for the note's own extract. */
export interface ListedRow {
  /** Where the table gives it. */
  readonly place: Place;
  /** The row as it is written, every scalar as text. */
  readonly written: unknown;
}

export interface ListedPrice extends ListedRow {
  readonly price: Price;
}

export interface ListedDiscountRates extends ListedRow {
  readonly rates: DiscountRates;
}

export interface ListedIndex extends ListedRow {
  readonly series: IndexSeries;
}

/** Prices, index series and discount rates by name, from all tables. */
export interface PriceList {
  readonly prices: ReadonlyMap<string, ListedPrice>;
  readonly indexes: ReadonlyMap<string, ListedIndex>;
  readonly discountRates: ReadonlyMap<string, ListedDiscountRates>;
}

/** A list while tables are added to it. */
interface GrowingList {
  readonly prices: Map<string, ListedPrice>;
  readonly indexes: Map<string, ListedIndex>;
  readonly discountRates: Map<string, ListedDiscountRates>;
}

/** Reads price tables. Throws UserError with what is wrong in all of them, a name used twice included. */
export function parsePrices(sources: readonly Source[]): PriceList {
  const list: GrowingList = { prices: new Map(), indexes: new Map(), discountRates: new Map() };
  const problems: Problem[] = [];
  for (const source of sources) problems.push(...addTable(source, list));
  if (problems.length > 0) throw new UserError(problems);
  return list;
}

function addTable(source: Source, list: GrowingList): readonly Problem[] {
  try {
    const located = parseYaml(source);
    const { value, problems } = shapeProblems(located, priceTableSchema);
    const found = [...problems];
    for (const [name, price] of Object.entries(value?.prices ?? {})) {
      const place = located.locate(['prices', name], 'key');
      found.push(...rowProblems(`price “${name}”`, price, place, list.prices.get(name)));
      list.prices.set(name, { price, place, written: writtenAt(located.value, 'prices', name) });
    }
    for (const [name, series] of Object.entries(value?.indexes ?? {})) {
      const place = located.locate(['indexes', name], 'key');
      found.push(...rowProblems(`index “${name}”`, series, place, list.indexes.get(name)));
      list.indexes.set(name, { series, place, written: writtenAt(located.value, 'indexes', name) });
    }
    for (const [name, rates] of Object.entries(value?.discountRates ?? {})) {
      const place = located.locate(['discountRates', name], 'key');
      found.push(...rateProblems(name, rates, place, list.discountRates.get(name)));
      list.discountRates.set(name, { rates, place, written: writtenAt(located.value, 'discountRates', name) });
    }
    return found;
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

function writtenAt(table: unknown, ...path: readonly string[]): unknown {
  return path.reduce((value, key) => (isRecord(value) ? value[key] : undefined), table);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A row of a table: its name is its own, and it has a source or a reason. `what` names it: “price “x””. */
function rowProblems(
  what: string,
  row: Pick<Price, 'source' | 'assumption'>,
  place: Place,
  earlier: { readonly place: Place } | undefined,
): Problem[] {
  const found: Problem[] = [];
  if (earlier !== undefined) {
    found.push({
      severity: 'error',
      code: 'name-taken',
      message: `${what} stands in ${earlier.place.source.path} already`,
      place,
      hint: 'give one of them another name, or put the new years into the first',
    });
  }
  if ((row.source === undefined) === (row.assumption === undefined)) {
    found.push({
      severity: 'error',
      code: row.source === undefined ? 'source-missing' : 'key-conflict',
      message: `${what} needs either a source or an assumption`,
      place,
      hint: 'add `source:` with title, page and the date it was read, or `assumption:` with the reason for the value',
    });
  }
  return found;
}

/** Schedules stand oldest first, and the years of each rise: what is looked up depends on it. */
function rateProblems(
  name: string,
  { schedules }: DiscountRates,
  place: Place,
  earlier: ListedDiscountRates | undefined,
): Problem[] {
  const problem = (code: Problem['code'], message: string, hint: string): Problem[] => [
    { severity: 'error', code, message, place, hint },
  ];
  if (earlier !== undefined) {
    const message = `discount rates “${name}” stand in ${earlier.place.source.path} already`;
    return problem('name-taken', message, 'give one of them another name, or put the new rates into the first');
  }
  const days = schedules.map(({ from }) => from?.iso ?? '');
  if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? ''))) {
    const hint = 'sort them by `from`; only the first may be without it';
    return problem('range-reversed', `the schedules of “${name}” must come oldest first`, hint);
  }
  const rises = ({ steps }: (typeof schedules)[number]) =>
    steps.every(({ through }, index) =>
      through === undefined ? index === steps.length - 1 : through > (steps[index - 1]?.through ?? -1),
    );
  if (schedules.every(rises)) return [];
  const hint = 'sort the steps by `through`; only the last may be without it';
  return problem('range-reversed', `the years of “${name}” must rise`, hint);
}
