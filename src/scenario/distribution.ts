/** An author's distribution, read in the unit of its figure: what it is drawn from, and where it can fall. */
import type { Unit } from '../units.ts';
import { type Reading, unread } from './quantity/reading.ts';
import type { DistributionInput } from './schema/distribution.ts';
import type { WrittenValue } from './schema/written-value.ts';
import { readIn } from './variation.ts';

/** Values below `min` and above `max` are not drawn; infinite where the author sets no end. */
interface Ends {
  readonly min: number;
  readonly max: number;
}

/** Parameters in the figure's own unit; of a lognormal those of the logarithm. */
export type Distribution = Ends &
  (
    | { readonly kind: 'triangular' | 'pert'; readonly mode: number }
    | { readonly kind: 'uniform' }
    | { readonly kind: 'normal' | 'lognormal'; readonly centre: number; readonly spread: number }
    | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number }
    | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number }
  );

type Refusal = Extract<Reading<never>, { ok: false }>;
/** What distributions are known by; of amounts each of them is one, so that all are indexed alike and the shape stays. */
export const distributionKeys = ['min', 'mode', 'max', 'mean', 'sd', 'low95', 'high95'] as const;
type Key = (typeof distributionKeys)[number];
export type DistributionParts = Partial<Record<Key, WrittenValue | undefined>>;

export type ReadDistribution =
  | { readonly ok: true; readonly value: Distribution }
  | { readonly ok: false; readonly key: Key | 'distribution'; readonly refusal: Refusal };

/** Half the width of a 95 pct. interval of the normal distribution, in standard deviations. */
export const standard95 = 1.959963984540054;

/** The distribution in the unit of its figure, or the key that is wrong and why. */
export function readDistribution(unit: Unit, given: DistributionInput): ReadDistribution {
  const read = readKeys(unit, given);
  if ('ok' in read) return read;
  switch (given.distribution) {
    case 'trekant':
      return peaked('triangular', read);
    case 'pert':
      return peaked('pert', read);
    case 'ensartet':
      return bounded({ kind: 'uniform', ...endsOf(read) });
    case 'normal':
    case 'lognormal':
      return bellShaped(given.distribution, read);
    case 'gamma':
      return gamma(read);
    case 'beta':
      return beta(unit, read);
    default:
      return given satisfies never;
  }
}

type Values = ReadonlyMap<Key, number>;

function readKeys(unit: Unit, given: DistributionInput): Values | Extract<ReadDistribution, { ok: false }> {
  const values = new Map<Key, number>();
  const parts: DistributionParts = given;
  for (const key of distributionKeys) {
    const written = parts[key];
    if (written === undefined) continue;
    const reading = key === 'sd' ? readSpread(unit, written) : readIn(unit, written);
    if (!reading.ok) return { ok: false, key, refusal: reading };
    values.set(key, reading.value);
  }
  return values;
}

/** The spread of a share is in procentpoint; written as pct. it means the same here. */
export function readSpread(unit: Unit, { text, ...written }: WrittenValue): Reading<number> {
  const plain = unit === 'share' ? text.replace(/procent-?point|pct\.?-?point/i, 'pct.') : text;
  const reading = readIn(unit, { ...written, text: plain });
  if (!reading.ok || reading.value > 0) return reading;
  return unread('value-impossible', 'without spread there is nothing to draw', 'give a standard deviation above zero');
}

function refused(key: Key | 'distribution', code: Refusal['code'], message: string, hint: string): ReadDistribution {
  return { ok: false, key, refusal: unread(code, message, hint) };
}

function endsOf(read: Values, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY): Ends {
  return { min: read.get('min') ?? low, max: read.get('max') ?? high };
}

function at(read: Values, key: Key): number {
  return read.get(key) ?? Number.NaN;
}

function bounded(distribution: Distribution): ReadDistribution {
  if (distribution.min < distribution.max) return { ok: true, value: distribution };
  return refused(
    'max',
    'range-reversed',
    '`max` is not above `min`',
    'give the lowest value in `min`, the highest in `max`',
  );
}

function peaked(kind: 'triangular' | 'pert', read: Values): ReadDistribution {
  const [mode, ends] = [at(read, 'mode'), endsOf(read)];
  if (mode < ends.min || mode > ends.max) {
    return refused(
      'mode',
      'value-impossible',
      'the likeliest value lies outside `min` and `max`',
      'put it between them',
    );
  }
  return bounded({ kind, mode, ...ends });
}

/** By mean and sd, or by the ends of a 95 pct. interval. A lognormal's are turned into those of its logarithm. */
function bellShaped(kind: 'normal' | 'lognormal', read: Values): ReadDistribution {
  const [mean, sd, low, high] = (['mean', 'sd', 'low95', 'high95'] as const).map((key) => read.get(key));
  const hasMoments = mean !== undefined && sd !== undefined;
  const hasInterval = low !== undefined && high !== undefined;
  if (hasMoments === hasInterval || [...read.keys()].filter((key) => key !== 'min' && key !== 'max').length !== 2) {
    const hint = 'give `mean` and `sd`, or `low95` and `high95`';
    return refused(
      'distribution',
      hasMoments ? 'key-conflict' : 'key-missing',
      `a ${kind} distribution is known by two figures`,
      hint,
    );
  }
  if (hasInterval && low >= high) {
    return refused('high95', 'range-reversed', '`high95` is not above `low95`', 'give the lower end in `low95`');
  }
  if (kind === 'lognormal' && (hasMoments ? mean : (low ?? 0)) <= 0) {
    return refused(
      hasMoments ? 'mean' : 'low95',
      'value-impossible',
      'a lognormal figure is above zero',
      'give a value above zero, or another distribution',
    );
  }
  const [from, to] = kind === 'normal' ? [low, high] : [Math.log(low ?? 1), Math.log(high ?? 1)];
  const moments = hasMoments ? momentsOf(kind, mean, sd) : intervalOf(from ?? 0, to ?? 0);
  const centre = kind === 'normal' ? moments.centre : Math.exp(moments.centre);
  return cutAround(centre, { kind, ...moments, ...endsOf(read) });
}

function intervalOf(low: number, high: number) {
  return { centre: (low + high) / 2, spread: (high - low) / (2 * standard95) };
}

/** Of a lognormal: s² = ln(1 + sd²/mean²), centre = ln(mean) − s²/2. */
function momentsOf(kind: 'normal' | 'lognormal', mean: number, sd: number) {
  if (kind === 'normal') return { centre: mean, spread: sd };
  const variance = Math.log1p((sd / mean) ** 2);
  return { centre: Math.log(mean) - variance / 2, spread: Math.sqrt(variance) };
}

/** shape = mean²/sd², scale = sd²/mean. */
function gamma(read: Values): ReadDistribution {
  const [mean, sd] = [at(read, 'mean'), at(read, 'sd')];
  if (mean <= 0) return refused('mean', 'value-impossible', 'a gamma figure is above zero', 'give a mean above zero');
  return cutAround(mean, { kind: 'gamma', shape: (mean / sd) ** 2, scale: sd ** 2 / mean, ...endsOf(read) });
}

/** On min..max (a share: 0..100 pct.), by the method of moments: n = m(1 − m)/s² − 1, alpha = m·n, beta = (1 − m)·n. */
function beta(unit: Unit, read: Values): ReadDistribution {
  const ends = unit === 'share' ? endsOf(read, 0, 1) : endsOf(read);
  const width = ends.max - ends.min;
  if (!Number.isFinite(width)) {
    return refused(
      'distribution',
      'key-missing',
      'a beta distribution of this figure needs both its ends',
      'add `min` and `max`',
    );
  }
  const [mean, sd] = [(at(read, 'mean') - ends.min) / width, at(read, 'sd') / width];
  if (!(mean > 0 && mean < 1)) {
    return refused('mean', 'value-impossible', 'the mean lies outside `min` and `max`', 'put it between them');
  }
  const size = (mean * (1 - mean)) / sd ** 2 - 1;
  if (size <= 0) {
    return refused(
      'sd',
      'value-impossible',
      'no distribution between these ends spreads so much',
      'give a smaller standard deviation',
    );
  }
  return bounded({ kind: 'beta', alpha: mean * size, beta: (1 - mean) * size, ...ends });
}

/** Cut off on the far side of its centre, next to nothing of a distribution would be left. */
function cutAround(centre: number, distribution: Distribution): ReadDistribution {
  if (centre < distribution.min)
    return refused('min', 'value-impossible', '`min` is above the middle of the distribution', 'lower it');
  if (centre > distribution.max)
    return refused('max', 'value-impossible', '`max` is below the middle of the distribution', 'raise it');
  return bounded(distribution);
}

/** Further from its centre a normal distribution has next to nothing: 3 of 100,000 draws, on either side [sd]. */
const farOut = 4;

/**
 * Where values are drawn in numbers that count. A normal distribution has no ends; where what its figure can be ends as far out
 * as this, it is cut off there, and nobody need say so.
 */
export function reachOf(distribution: Distribution): { readonly low: number; readonly high: number } {
  if (distribution.kind !== 'normal') return supportOf(distribution);
  const { centre, spread, min, max } = distribution;
  return { low: Math.max(min, centre - farOut * spread), high: Math.min(max, centre + farOut * spread) };
}

/** The distribution within what its figures can be: see `reachOf`. */
export function cutOffAt(distribution: Distribution, low: number, high: number): Distribution {
  if (distribution.kind !== 'normal') return distribution;
  return { ...distribution, min: Math.max(distribution.min, low), max: Math.min(distribution.max, high) };
}

/** The lowest and the highest value that can be drawn. */
export function supportOf(distribution: Distribution): { readonly low: number; readonly high: number } {
  const { kind, min, max } = distribution;
  const isPositive = kind === 'lognormal' || kind === 'gamma';
  return { low: isPositive ? Math.max(0, min) : min, high: max };
}
