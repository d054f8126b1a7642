/** Price tables → one price list. */
import { type Problem, UserError } from '../problem/problem.ts';
import type { Place, Source } from '../problem/source.ts';
import { shapeProblems } from '../yaml/check-shape.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { type DiscountRates, type IndexSeries, type Price, priceTableSchema } from './schema.ts';
import type { HoursNorm, OverheadRate } from './tables/norms.ts';
import { normProblems, rateProblems, rowProblems } from './tables/row-problems.ts';

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

export interface ListedNorm extends ListedRow {
  readonly norm: HoursNorm;
}

export interface ListedOverhead extends ListedRow {
  readonly overhead: OverheadRate;
}

/** Prices, index series, norms and rates by name, from all tables. */
export interface PriceList {
  readonly prices: ReadonlyMap<string, ListedPrice>;
  readonly indexes: ReadonlyMap<string, ListedIndex>;
  readonly hoursNorms: ReadonlyMap<string, ListedNorm>;
  readonly overheadRates: ReadonlyMap<string, ListedOverhead>;
  readonly discountRates: ReadonlyMap<string, ListedDiscountRates>;
}

/** A list while tables are added to it. */
interface GrowingList {
  readonly prices: Map<string, ListedPrice>;
  readonly indexes: Map<string, ListedIndex>;
  readonly hoursNorms: Map<string, ListedNorm>;
  readonly overheadRates: Map<string, ListedOverhead>;
  readonly discountRates: Map<string, ListedDiscountRates>;
}

/** Reads price tables. Throws UserError with what is wrong in all of them, a name used twice included. */
export function parsePrices(sources: readonly Source[]): PriceList {
  const list: GrowingList = {
    prices: new Map(),
    indexes: new Map(),
    hoursNorms: new Map(),
    overheadRates: new Map(),
    discountRates: new Map(),
  };
  const problems: Problem[] = [];
  for (const source of sources) problems.push(...addTable(source, list));
  if (problems.length > 0) throw new UserError(problems);
  return list;
}

function addTable(source: Source, list: GrowingList): readonly Problem[] {
  try {
    const located = parseYaml(source);
    const { value, problems } = shapeProblems(located, priceTableSchema);
    const at = (section: string, name: string) => located.locate([section, name], 'key');
    const found = [...problems];
    for (const [name, price] of Object.entries(value?.prices ?? {})) {
      const place = at('prices', name);
      found.push(...rowProblems(`price “${name}”`, price, place, list.prices.get(name)));
      list.prices.set(name, { price, place, written: writtenAt(located.value, 'prices', name) });
    }
    for (const [name, series] of Object.entries(value?.indexes ?? {})) {
      const place = at('indexes', name);
      found.push(...rowProblems(`index “${name}”`, series, place, list.indexes.get(name)));
      list.indexes.set(name, { series, place, written: writtenAt(located.value, 'indexes', name) });
    }
    for (const [name, norm] of Object.entries(value?.hoursNorms ?? {})) {
      const place = at('hoursNorms', name);
      found.push(...rowProblems(`norm “${name}”`, norm, place, list.hoursNorms.get(name)));
      found.push(...normProblems(name, norm, place));
      list.hoursNorms.set(name, { norm, place, written: writtenAt(located.value, 'hoursNorms', name) });
    }
    for (const [name, overhead] of Object.entries(value?.overheadRates ?? {})) {
      const place = at('overheadRates', name);
      found.push(...rowProblems(`overhead “${name}”`, overhead, place, list.overheadRates.get(name)));
      list.overheadRates.set(name, { overhead, place, written: writtenAt(located.value, 'overheadRates', name) });
    }
    for (const [name, rates] of Object.entries(value?.discountRates ?? {})) {
      const place = at('discountRates', name);
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
