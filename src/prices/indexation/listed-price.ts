/** A price of the tables in the price year of the note: its value of that year, or one of another year, indexed. */
import type { CheckedScenario } from '../../scenario/parse.ts';
import type { PriceReference } from '../../scenario/schema/price-reference.ts';
import type { ListedPrice, PriceList } from '../parse.ts';
import { type IndexChain, indexChain, indexedAmount, type Said, yearsInWords } from './chain.ts';

/** A price as it was used: for the note's list of sources. */
export interface UsedPrice extends ListedPrice {
  readonly id: string;
  /** The year of its value; that of the note, unless the value is indexed. */
  readonly year: number;
  readonly reference: PriceReference;
}

interface PriceInYear {
  readonly amount: number;
  /** The year of the value that the table gives. */
  readonly year: number;
  readonly chain?: IndexChain | undefined;
}

/** Without a value for the year and without a series that indexes another: `price-year-missing`, with the years there are. */
export function priceInYear(
  { scenario }: CheckedScenario,
  list: PriceList,
  reference: PriceReference,
  listed: ListedPrice,
): PriceInYear | Said {
  const to = scenario.priceYear;
  const { price } = listed;
  const years = Object.keys(price.values).map(Number);
  const from = yearOfValue(reference, listed, to);
  const amount = price.values[String(from)];
  if (amount === undefined) {
    return {
      code: 'price-year-missing',
      message: `price “${reference.name}” has no value for ${from}`,
      hint: `take a year it has as \`fromYear\` (${yearsInWords(years)}), or add ${from} to ${listed.place.source.path}`,
    };
  }
  if (from === to) return { amount, year: to };
  const series = reference.index ?? price.index ?? scenario.indexation?.index;
  if (series === undefined) {
    return yearMissing(reference.name, listed, to, 'name an index series (`index: …`), or choose a price year it has');
  }
  const projection = scenario.indexation?.projection;
  const chain = indexChain(list, { series, from, to, amounts: [amount], projection });
  return 'code' in chain ? chain : { amount: indexedAmount(amount, chain), year: from, chain };
}

/** The year whose value a note in the prices of `wanted` takes. */
export function yearOfValue({ fromYear }: PriceReference, { price }: ListedPrice, wanted: number): number {
  return fromYear ?? nearestYear(Object.keys(price.values).map(Number), wanted);
}

/** The year itself, the latest before it, or else the first after it. */
function nearestYear(years: readonly number[], wanted: number): number {
  const sorted = [...years].sort((one, other) => one - other);
  return sorted.findLast((year) => year <= wanted) ?? sorted[0] ?? wanted;
}

function yearMissing(name: string, { price, place }: ListedPrice, year: number, also: string): Said {
  const years = yearsInWords(Object.keys(price.values).map(Number));
  return {
    code: 'price-year-missing',
    message: `price “${name}” has no value for ${year}, the note’s price year`,
    hint: `it has values for ${years}; add ${year} to ${place.source.path}, ${also}`,
  };
}
