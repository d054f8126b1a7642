/** The chain from an amount of one year to the prices of another: the ratio of two values of one index series. */
import type { Problem } from '../../problem/problem.ts';
import { suggestion } from '../../problem/suggest.ts';
import type { Projection } from '../../scenario/schema/price-reference.ts';
import type { ListedIndex, PriceList } from '../parse.ts';

/** The series an amount was indexed with: for the note's explanations and its list of sources. */
export interface UsedIndex extends ListedIndex {
  readonly id: string;
}

/** The years after the last of a series, which an assumption stands for. */
export interface Projected extends Projection {
  /** The last year of the series. */
  readonly after: number;
  readonly years: number;
}

/** The years of a chain and the two values whose ratio it is. */
interface Chain {
  readonly from: number;
  readonly to: number;
  /** Index of `from`. */
  readonly fromValue: number;
  /** Index of `to`; where it is projected, of the last year there is. */
  readonly toValue: number;
  readonly projected?: Projected | undefined;
  /** The amounts as they were, in the prices of `from` [kr.]. */
  readonly amounts: readonly number[];
}

export interface IndexChain extends Chain {
  readonly index: UsedIndex;
}

/** An amount about a price that the tables give in both years: it follows the price itself, whose values [kr.] are the index. */
export interface PriceChain extends Chain {
  readonly price: { readonly id: string; readonly name: string };
}

export type AmountChain = IndexChain | PriceChain;

export type Said = Pick<Problem, 'code' | 'message' | 'hint'>;

interface Wanted {
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly amounts: readonly number[];
  /** The scenario's own assumption; the series may have another. */
  readonly projection?: Projection | undefined;
}

/** The chain, or why there is none: an unknown series, or years that it has no value for. */
export function indexChain(list: PriceList, wanted: Wanted): IndexChain | Said {
  const { series: id, from, to, amounts } = wanted;
  const listed = list.indexes.get(id);
  if (listed === undefined) return unknownIndex(list, id);
  const { values } = listed.series;
  const last = Math.max(...Object.keys(values).map(Number));
  const fromValue = values[String(from)];
  const own = values[String(to)];
  const projection = wanted.projection ?? listed.series.projection;
  const isAhead = own === undefined && to > last && projection !== undefined;
  const toValue = isAhead ? values[String(last)] : own;
  if (fromValue === undefined || toValue === undefined) {
    return yearMissing(listed, id, fromValue === undefined ? from : to, last);
  }
  const projected = isAhead ? { ...projection, after: last, years: to - last } : undefined;
  return { index: { ...listed, id }, from, to, fromValue, toValue, projected, amounts };
}

export function unknownIndex(list: PriceList, id: string): Said {
  const hint =
    list.indexes.size === 0
      ? 'no price table has `indexes:`; add the series with its values and source'
      : suggestion(id, list.indexes.keys());
  return { code: 'index-unknown', message: `unknown index series “${id}”`, hint };
}

function yearMissing({ series, place }: ListedIndex, id: string, year: number, last: number): Said {
  const add =
    series.statbank === undefined || year < last
      ? `add ${year} to ${place.source.path}`
      : 'fetch new values with `omkost prices update`';
  const project = year > last ? ', or add `projection: { rate: …, reason: … }` to `indexation:` in the scenario' : '';
  return {
    code: 'index-year-missing',
    message: `index series “${id}” has no value for ${year}`,
    hint: `it has values for ${yearsInWords(Object.keys(series.values).map(Number))}; ${add}${project}`,
  };
}

/** “2015–2019, 2021” */
export function yearsInWords(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...years].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

/**
 * new = old × index(new year) / index(old year), a projected year rising by its rate from the last one there is.
 * Source: METHOD, indexation. Example: 373 kr. × 117.21 / 100.25 = 436.10 kr.
 */
export function indexedAmount(amount: number, chain: Omit<Chain, 'amounts'>): number {
  const rise = chain.projected === undefined ? 1 : (1 + chain.projected.rate) ** chain.projected.years;
  return (amount * chain.toValue * rise) / chain.fromValue;
}
