/** Amounts that stand in a scenario itself, brought to the note's price year. */
import { type ParameterPath, parametersOf, withParameters } from '../../scenario/parameters.ts';
import type { CheckedScenario } from '../../scenario/parse.ts';
import type { Quantity } from '../../scenario/schema/quantity.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { PriceList } from '../parse.ts';
import { type IndexChain, indexChain, indexedAmount, type Said, unknownIndex } from './chain.ts';

interface IndexedScenario {
  readonly scenario: Scenario;
  readonly chains: ReadonlyMap<ParameterPath, IndexChain>;
}

/** The year of the prices an author wrote amounts in: that of the file, whatever year the note is built in. */
export function writtenYear({ scenario, writtenPriceYear }: CheckedScenario): number {
  return writtenPriceYear ?? scenario.priceYear;
}

/** `report` is told of every amount that cannot be brought to the price year, and of series that do not exist. */
export function indexTypedAmounts(
  checked: CheckedScenario,
  list: PriceList,
  report: (path: readonly string[], said: Said) => void,
): IndexedScenario {
  const { scenario } = checked;
  const chains = new Map<ParameterPath, IndexChain>();
  const general = scenario.indexation?.index;
  const unknown = unknownSeries(checked, list, general);
  if (unknown !== undefined) report(['indexation', 'index'], unknown);
  for (const [path, amount] of parametersOf(scenario)) {
    const own = unknownSeries(checked, list, amount.index);
    if (own !== undefined) report([...path.split('.'), 'index'], own);
    const found = chainOf(checked, list, amount);
    if (found === undefined || isToldAlready(checked, found)) continue;
    if ('code' in found) report(pathOf(path, amount, found), found);
    else chains.set(path, found);
  }
  const changes = [...chains].map(
    ([path, chain]) => [path, chain.amounts.map((one) => indexedAmount(one, chain))] as const,
  );
  return { scenario: withParameters(scenario, new Map(changes)), chains };
}

/**
 * Why a series that is named cannot be, whether it is needed in this price year or not. What a note carries has only those
 * that it uses.
 */
export function unknownSeries({ isCarried }: CheckedScenario, list: PriceList, series: string | undefined) {
  if (isCarried || series === undefined || list.indexes.has(series)) return undefined;
  return unknownIndex(list, series);
}

/** True of an unknown series that was told of where it is named. */
function isToldAlready({ isCarried }: CheckedScenario, found: object): boolean {
  return !isCarried && 'code' in found && found.code === 'index-unknown';
}

/** At the key that is to be changed, where the amount has it. */
function pathOf(path: ParameterPath, { index, priceYear }: Quantity, { code }: Said): readonly string[] {
  const names = path.split('.');
  if (code === 'index-unknown') return index === undefined ? ['indexation', 'index'] : [...names, 'index'];
  return priceYear === undefined ? names : [...names, 'priceYear'];
}

function chainOf(checked: CheckedScenario, list: PriceList, amount: Quantity): IndexChain | Said | undefined {
  if (amount.unit !== 'kr' && amount.unit !== 'krPerHour') return undefined;
  const { scenario } = checked;
  const from = amount.priceYear ?? writtenYear(checked);
  const to = scenario.priceYear;
  if (from === to) return undefined;
  const series = amount.index ?? scenario.indexation?.index;
  if (series === undefined) return noSeries(list, from, to, (index) => `{ value: …, index: ${index} }`);
  return indexChain(list, { series, from, to, amounts: amount.values, projection: scenario.indexation?.projection });
}

/** `written` is how an amount names a series of its own. */
export function noSeries(list: PriceList, from: number, to: number, written: (index: string) => string): Said {
  const names = [...list.indexes.keys()];
  return {
    code: 'price-year-missing',
    message: `the amount is in ${from} prices, the note in ${to} prices, and no index series is named`,
    hint: `write ${written(names[0] ?? '…')}, or \`indexation: { index: … }\` for all amounts${
      names.length > 1 ? `; there are ${names.join(', ')}` : ''
    }`,
  };
}
