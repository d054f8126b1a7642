/** Brings one amount of an analysis after the other to the price year of the note, and gathers how, or why it cannot. */
import type { Problem } from '../../problem/problem.ts';
import type { ParameterPath } from '../../scenario/parameters.ts';
import { splitRange } from '../../scenario/quantity/read-range.ts';
import type { Quantity } from '../../scenario/schema/quantity.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { PricesOfAnalysis, WrittenValue } from '../../scenario/schema/written-value.ts';
import { figuresNamed, readIn } from '../../scenario/variation.ts';
import type { Unit } from '../../units.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import { type AmountPrices, chainAbout, chainOfTarget, ownYear } from '../indexation/amount-chain.ts';
import { type AmountChain, indexedAmount, type Said } from '../indexation/chain.ts';
import { unknownSeries, writtenYear } from '../indexation/typed-amounts.ts';

/** Amounts of an analysis that came from the prices of another year: for the note's assumptions. */
export interface AnalysisAmounts {
  /** Where they stand under `sensitivity`: thresholds, loen, target. */
  readonly path: Path;
  /** The figures they are about; none of a target. */
  readonly figures: readonly ParameterPath[];
  readonly unit: Unit;
  readonly chain: AmountChain;
}

/** `path` is under `sensitivity`. */
export type Report = (path: Path, said: Said, severity: Problem['severity']) => void;
type Figures = ReadonlyMap<ParameterPath, Quantity>;

/** What amounts are about, and where they stand. */
interface About {
  readonly vary: string | readonly string[];
  readonly given: PricesOfAnalysis;
  readonly path: Path;
  /** Where something is wrong with them, if that is not the path itself. */
  readonly at?: Path;
}

export class AnalysisIndexing {
  readonly amounts: AnalysisAmounts[] = [];
  /** Figures by a price of the tables, for whose amounts the other years of that price matter. */
  readonly followed = new Set<ParameterPath>();
  readonly #prices: AmountPrices;
  readonly #priced: Scenario;
  readonly #report: Report;
  #hasAmounts = false;

  constructor(prices: AmountPrices, priced: Scenario, report: Report) {
    this.#prices = prices;
    this.#priced = priced;
    this.#report = report;
  }

  /** An analysis with the amounts that `make` indexes. Prices are refused where there are none that could be in them. */
  block<B extends PricesOfAnalysis>(
    block: B,
    path: Path,
    make: () => Partial<B> | Readonly<Record<string, WrittenValue>>,
  ): B {
    this.#hasAmounts = false;
    const unknown = unknownSeries(this.#prices.checked, this.#prices.list, block.index);
    if (unknown !== undefined) this.#report([...path, 'index'], unknown, 'error');
    const made = { ...block, ...make() };
    for (const key of ['priceYear', 'index'] as const) {
      if (block[key] === undefined || this.#hasAmounts) continue;
      const message = `\`${key}\` is for amounts in kroner, and there is none here`;
      this.#report([...path, key], { code: 'key-conflict', message, hint: 'remove it' }, 'error');
    }
    return made;
  }

  /** Values about figures in the prices of the note; left as they are where they are no amounts. */
  values(written: readonly WrittenValue[], about: About): readonly WrittenValue[] {
    const figures = figuresNamed(this.#priced, about.vary);
    const unit = this.#moneyOf(figures);
    if (unit === undefined) return written;
    const amounts = written
      .flatMap(({ text }) => splitRange(text) ?? [text])
      .flatMap((text) => {
        const reading = readIn(unit, { text });
        return reading.ok ? [reading.value] : [];
      });
    const factor = this.#factor(about, figures, unit, amounts);
    return factor === undefined ? written : written.map((one) => ({ ...one, factor }));
  }

  /** What both offsets of a variation in kroner are multiplied with; undefined where it is none, or nothing is to be done. */
  ofOffsets(offsets: readonly number[], about: About): number | undefined {
    const figures = figuresNamed(this.#priced, about.vary);
    const unit = this.#moneyOf(figures);
    if (unit !== undefined) return this.#factor(about, figures, unit, offsets);
    const amounts = new Map([...figures].filter(([, figure]) => isMoney(figure.unit)));
    if (amounts.size > 0 && chainAbout(this.#prices, amounts, about.given) !== undefined) {
      const message = 'the variation would be kroner of some figures and something else of the others';
      this.#report(about.path, { code: 'type-wrong', message, hint: 'vary the amounts in kroner apart' }, 'error');
    }
    return undefined;
  }

  /** A cost that is to be met, in the prices of the note. */
  target(amount: number, given: PricesOfAnalysis, path: Path): number {
    this.#hasAmounts = true;
    const chain = this.#told(chainOfTarget(this.#prices, amount, given), path);
    if (chain === undefined) return amount;
    this.amounts.push({ path, figures: [], unit: 'kr', chain });
    return indexedAmount(amount, chain);
  }

  /** The unit of amounts that can be about these figures; undefined where they are no money or not of one unit. */
  #moneyOf(figures: Figures): Unit | undefined {
    const units = new Set([...figures.values()].map(({ unit }) => unit));
    // What names nothing, or figures of several units, is refused for that.
    if (units.size !== 1 || [...units].some(isMoney)) this.#hasAmounts = true;
    const [unit] = units;
    return unit !== undefined && [...units].every(isMoney) ? unit : undefined;
  }

  #factor(about: About, figures: Figures, unit: Unit, amounts: readonly number[]): number | undefined {
    const { given, path, at = path } = about;
    const found = chainAbout(this.#prices, figures, given);
    const chain = this.#told(found, at);
    // What cannot be brought along at all is told, and not which of two it could be.
    if (chain === found) this.#warnOfYear(figures, given, at);
    for (const [name, figure] of figures) {
      const isOther = ownYear(this.#prices, name, figure) !== writtenYear(this.#prices.checked);
      if (this.#prices.used.has(name) && (isOther || chain !== undefined)) this.followed.add(name);
    }
    if (chain === undefined) return undefined;
    this.amounts.push({ path, figures: [...figures.keys()], unit, chain: { ...chain, amounts } });
    return indexedAmount(1, chain);
  }

  #told(found: AmountChain | Said | undefined, path: Path): AmountChain | undefined {
    if (found === undefined || !('code' in found)) return found;
    this.#report(path, found, 'error');
    return undefined;
  }

  /** An amount about a figure of another year than the scenario's could be meant in the prices of either. */
  #warnOfYear(figures: Figures, given: PricesOfAnalysis, path: Path): void {
    const written = writtenYear(this.#prices.checked);
    const year = [...figures]
      .map(([name, figure]) => ownYear(this.#prices, name, figure))
      .find((own) => own !== written);
    if (given.priceYear !== undefined || year === undefined) return;
    const message = `the amount is taken to be in ${year} prices, as the figure it is for; the scenario is in ${written} prices`;
    const hint = `say which is meant: \`priceYear: ${year}\` or \`priceYear: ${written}\``;
    this.#report(path, { code: 'number-ambiguous', message, hint }, 'warning');
  }
}

function isMoney(unit: Unit): boolean {
  return unit === 'kr' || unit === 'krPerHour';
}
