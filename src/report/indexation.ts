/** How amounts were brought to the price year, in words: “373 kr. (2016) × 117,21 / 100,25 = 436 kr. (2023)”. */
import { type AmountChain, indexedAmount, type PriceChain } from '../prices/indexation/chain.ts';
import type { ReportContext } from './context.ts';
import { say, text } from './context.ts';
import { inSentence } from './language.ts';

/** What the amount was made of: “373 kr. (2016) × 117,21 / 100,25”. Several amounts have one chain each. */
export function chainTexts(context: ReportContext, chain: AmountChain): readonly string[] {
  const { numbers, language } = context;
  const { toValue, fromValue, projected, from } = chain;
  const values = { to: indexText(context, toValue), from: indexText(context, fromValue) };
  const rise =
    projected === undefined
      ? ''
      : say(context, text(language.indexation, 'rise'), {
          rate: numbers.sharePrecise(projected.rate),
          power: projected.years === 1 ? '' : `^${projected.years}`,
        });
  return chain.amounts.map((amount) =>
    say(context, text(language.indexation, 'chain'), {
      amount: numbers.hourly(amount),
      year: String(from),
      rise,
      ...values,
    }),
  );
}

/** The whole chains with their results, marked where the index is an assumption. */
export function chainEquations(context: ReportContext, chain: AmountChain): readonly string[] {
  const { numbers, language } = context;
  const name = chain.projected === undefined ? 'result' : 'projectedResult';
  const made = chainTexts(context, chain);
  return chain.amounts.map((amount, place) => {
    const result = indexedAmount(amount, chain);
    // What was given in whole kroner is said in whole kroner; the tables have the øre.
    const isWhole = Number.isInteger(amount) && result >= 100;
    const value = isWhole ? numbers.kroner(result) : numbers.hourly(result);
    return `${made[place] ?? ''} = ${say(context, text(language.indexation, name), { amount: value, year: String(chain.to) })}`;
  });
}

/** Index values keep the decimals they have, two at least where there are any. */
function indexText({ numbers }: ReportContext, value: number): string {
  const decimals = (String(value).split('.')[1] ?? '').length;
  return numbers.plain(value, decimals === 0 ? 0 : Math.max(2, Math.min(decimals, 6)));
}

/** “2016-priser, reguleret med forbrugerprisindekset (2015 = 100; Danmarks Statistik, PRIS112)” after the source of an amount. */
export function indexedWith(context: ReportContext, chain: AmountChain): string {
  if ('price' in chain) return followedWith(context, chain);
  const { index, from, projected } = chain;
  const name = inSentence(context.language, index.series.name);
  const key = projected === undefined ? 'basis' : 'projectedBasis';
  const { source } = index.series;
  const where = [source?.publisher, source?.at].filter((part) => part !== undefined).join(', ');
  return say(context, text(context.language.indexation, key), {
    index: name,
    where: where === '' ? '' : `; ${where}`,
    base: index.series.base,
    year: String(from),
    after: String(projected?.after ?? ''),
  });
}

/** “2016-priser, reguleret som enhedsprisen selv (373 kr. i 2016, 398 kr. i 2018)” */
function followedWith(context: ReportContext, { from, to, fromValue, toValue }: PriceChain): string {
  const { numbers, language } = context;
  return say(context, text(language.indexation, 'followedBasis'), {
    year: String(from),
    toYear: String(to),
    from: numbers.hourly(fromValue),
    to: numbers.hourly(toValue),
  });
}
