/** Probabilistic sensitivity: all uncertain inputs drawn together, many times, and how the headline spreads. */
import { bisectRight, deviation, mean, nice, quantileSorted, ticks } from 'd3-array';
import { choleskyOf, correlationMatrix } from '../../scenario/correlation.ts';
import { cutOffAt, type Distribution, readDistribution } from '../../scenario/distribution.ts';
import { lawfulRange } from '../../scenario/lawful.ts';
import type { DistributionInput } from '../../scenario/schema/distribution.ts';
import type { ProbabilisticInput } from '../../scenario/schema/sensitivity.ts';
import { commonUnit, figuresNamed } from '../../scenario/variation.ts';
import type { Unit } from '../../units.ts';
import { drawsOf } from './drawing/draws.ts';
import { quantileOf } from './drawing/quantile.ts';
import { type Base, headlineOf, type Varied } from './evaluator.ts';

export const defaultDraws = 10_000;
export const defaultSeed = 1;

export interface DrawnInput {
  readonly pattern: string;
  readonly given: DistributionInput;
  readonly unit: Unit;
  readonly figures: Varied;
  readonly distribution: Distribution;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How the headline spreads over the draws [kr.]. */
export interface ProbabilisticResult {
  readonly inputs: readonly DrawnInput[];
  readonly seed: number;
  readonly draws: number;
  readonly mean: number;
  readonly sd: number;
  /** The ends of the 95 pct. interval. */
  readonly low: number;
  readonly high: number;
  readonly percentiles: {
    readonly p5: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p95: number;
  };
  /** Half the width of a 95 pct. interval of the mean itself: what more draws would make smaller. */
  readonly meanError: number;
  readonly target: number | undefined;
  /** Share of draws at or under the target. */
  readonly shareUnderTarget: number | undefined;
  readonly histogram: readonly Bin[];
}

/**
 * Mean, standard deviation, percentiles (between neighbouring draws, R type 7), and the share of draws at or under the
 * target. Draws are kept (8 bytes each), so the percentiles are exact for them: a million takes 8 MB.
 * Source: METHOD, sensitivity (e). Example: one input in the numerator, uniform 50..150 pct. of its base → mean = base.
 */
export function probabilisticResult(base: Base, analysis: ProbabilisticInput): ProbabilisticResult {
  const { seed = defaultSeed, draws = defaultDraws, target } = analysis;
  const inputs = drawnInputs(base, analysis);
  const sorted = Array.from(headlinesDrawn(base, inputs, analysis, seed, draws).sort());
  const sd = deviation(sorted) ?? 0;
  const at = (probability: number) => percentile(sorted, probability);
  return {
    inputs,
    seed,
    draws,
    mean: mean(sorted) ?? Number.NaN,
    sd,
    low: at(0.025),
    high: at(0.975),
    percentiles: { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) },
    meanError: (1.96 * sd) / Math.sqrt(draws),
    target,
    shareUnderTarget: target === undefined ? undefined : countUpTo(sorted, target) / draws,
    histogram: histogramOf(sorted),
  };
}

function drawnInputs({ scenario }: Base, { inputs }: ProbabilisticInput): readonly DrawnInput[] {
  return Object.entries(inputs).map(([pattern, given]) => {
    const figures = figuresNamed(scenario, pattern);
    const unit = commonUnit(figures);
    const read = unit === undefined ? undefined : readDistribution(unit, given);
    if (unit === undefined || !read?.ok) throw new Error('the analyses were not checked');
    const ranges = [...figures.keys()].map((path) => lawfulRange(scenario, path, unit));
    const low = Math.max(...ranges.map((range) => range.low));
    const high = Math.min(...ranges.map((range) => range.high));
    return { pattern, given, unit, figures, distribution: cutOffAt(read.value, low, high) };
  });
}

function headlinesDrawn(
  base: Base,
  inputs: readonly DrawnInput[],
  { correlations }: ProbabilisticInput,
  seed: number,
  draws: number,
): Float64Array {
  const names = inputs.map(({ pattern }) => pattern);
  const pairs = (correlations ?? []).map(({ between: [one, other], r }) => ({
    between: [names.indexOf(one), names.indexOf(other)] as const,
    r,
  }));
  const lower = pairs.length === 0 ? undefined : choleskyOf(correlationMatrix(names.length, pairs));
  const draw = drawsOf(
    inputs.map(({ distribution }) => quantileOf(distribution)),
    lower,
    seed,
  );
  const headline = headlineOf(
    base,
    inputs.map(({ figures }) => figures),
  );
  const drawn = new Float64Array(inputs.length);
  return new Float64Array(draws).map(() => {
    draw(drawn);
    return headline(drawn);
  });
}

function percentile(sorted: number[], probability: number): number {
  return quantileSorted(sorted, probability) ?? Number.NaN;
}

/** How many of the sorted values are at or under the limit. */
function countUpTo(sorted: number[], limit: number): number {
  const first = sorted.findIndex((value) => value > limit);
  return first === -1 ? sorted.length : first;
}

const binCount = 30;

/**
 * About thirty bins, all equally wide and with round ends, from the 0.5th to the 99.5th percentile. The first and the last
 * take the tails in, so that one far draw does not press all others into a single bin.
 */
function histogramOf(sorted: number[]): readonly Bin[] {
  const [lowest, highest] = [percentile(sorted, 0.005), percentile(sorted, 0.995)];
  if (!(highest > lowest)) return [{ from: lowest, to: lowest, count: sorted.length }];
  const [start, stop] = nice(lowest, highest, binCount);
  const ends = ticks(start, stop, binCount);
  const counts = new Array<number>(Math.max(1, ends.length - 1)).fill(0);
  for (const value of sorted) {
    const place = Math.min(counts.length - 1, Math.max(0, bisectRight(ends, value) - 1));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((count, place) => ({ from: ends[place] ?? start, to: ends[place + 1] ?? stop, count }));
}
