/** How amounts about a figure (its lowest value, its distribution) come to the price year: as the figure itself does. */
import type { ParameterPath } from '../../scenario/parameters.ts';
import type { CheckedScenario } from '../../scenario/parse.ts';
import type { Quantity } from '../../scenario/schema/quantity.ts';
import type { PricesOfAnalysis } from '../../scenario/schema/written-value.ts';
import type { PriceList } from '../parse.ts';
import { type AmountChain, indexChain, type Said } from './chain.ts';
import { type UsedPrice, yearOfValue } from './listed-price.ts';
import { noSeries, writtenYear } from './typed-amounts.ts';

type Figures = ReadonlyMap<ParameterPath, Quantity>;

/** What amounts are brought to the price year by. */
export interface AmountPrices {
  readonly checked: CheckedScenario;
  readonly list: PriceList;
  /** The prices behind figures, by the figure's path. */
  readonly used: ReadonlyMap<string, UsedPrice>;
}

/**
 * The chain of amounts about figures; undefined where they are in the note's prices already. Amounts about several figures
 * need one chain that holds of all of them, since they get one value: otherwise `key-conflict`.
 */
export function chainAbout(
  prices: AmountPrices,
  figures: Figures,
  given: PricesOfAnalysis,
): AmountChain | Said | undefined {
  const found = [...figures].map(([path, figure]) => ({ path, chain: chainAboutOne(prices, path, figure, given) }));
  const [first] = found;
  const other = found.find(({ chain }) => keyOf(chain) !== keyOf(first?.chain));
  if (first === undefined || other === undefined) return first?.chain;
  return {
    code: 'key-conflict',
    message: `“${first.path}” and “${other.path}” come to ${prices.checked.scenario.priceYear} prices in different ways, and cannot get the same amount`,
    hint: 'vary them apart, or say for both here: `priceYear:` of the amounts and the `index:` that brings them along',
  };
}

/** An amount about nothing but the note's own costs: the target of a threshold. */
export function chainOfTarget({ checked, list }: AmountPrices, amount: number, given: PricesOfAnalysis) {
  const { scenario } = checked;
  const { priceYear: from = writtenYear(checked), index: series = scenario.indexation?.index } = given;
  return seriesChain(checked, list, from, series, [amount]);
}

/** The year of the prices that amounts about a figure are in, where they do not say it: the figure's own. */
export function ownYear({ checked, used }: AmountPrices, path: ParameterPath, figure: Quantity): number {
  const written = writtenYear(checked);
  const price = used.get(path);
  return price === undefined ? (figure.priceYear ?? written) : yearOfValue(price.reference, price, written);
}

function chainAboutOne(
  prices: AmountPrices,
  path: ParameterPath,
  figure: Quantity,
  given: PricesOfAnalysis,
): AmountChain | Said | undefined {
  const { checked, list, used } = prices;
  const { priceYear: to, indexation } = checked.scenario;
  const from = given.priceYear ?? ownYear(prices, path, figure);
  const price = used.get(path);
  const own = price === undefined ? figure.index : (price.reference.index ?? price.price.index);
  const listed = price?.price.values[String(from)];
  const isFollowing = price !== undefined && given.index === undefined && price.year !== from && from !== to;
  if (isFollowing && listed !== undefined) {
    const toValue = figure.values[0] ?? Number.NaN;
    return { price: { id: price.id, name: price.price.name }, from, to, fromValue: listed, toValue, amounts: [] };
  }
  return seriesChain(checked, list, from, given.index ?? own ?? indexation?.index, []);
}

function seriesChain(
  { scenario }: CheckedScenario,
  list: PriceList,
  from: number,
  series: string | undefined,
  amounts: readonly number[],
): AmountChain | Said | undefined {
  const { priceYear: to, indexation } = scenario;
  if (from === to) return undefined;
  if (series === undefined) return noSeries(list, from, to, (index) => `\`index: ${index}\` in the analysis`);
  return indexChain(list, { series, from, to, amounts, projection: indexation?.projection });
}

/** The same of chains that say the same. */
function keyOf(chain: AmountChain | Said | undefined): string {
  if (chain === undefined) return '';
  if ('code' in chain) return `${chain.code} ${chain.message}`;
  return `${'index' in chain ? `index ${chain.index.id}` : `price ${chain.price.id}`} ${chain.from}`;
}
