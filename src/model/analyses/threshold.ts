/** Thresholds: the value of one input at which the headline meets a target. */
import { lawfulRange } from '../../scenario/lawful.ts';
import type { ThresholdInput } from '../../scenario/schema/sensitivity.ts';
import { readSpan } from '../../scenario/variation.ts';
import { type Base, headlineOf } from './evaluator.ts';
import { sharedValue, type Target, targetOf } from './written.ts';

export interface ThresholdResult extends Target {
  readonly id: string;
  readonly threshold: ThresholdInput;
  /** The input's own value; undefined where several inputs differ. */
  readonly own: number | undefined;
  /** Where the value was looked for. */
  readonly from: number;
  readonly to: number;
  /** Undefined where no value there meets the target. */
  readonly value: number | undefined;
}

/**
 * Every threshold, in the order they are written. Of several values that meet the target, the one nearest to the input's own.
 * Source: METHOD, sensitivity (d). Example: headline = 10,000 kr. + hours · 400 kr., target 14,000 kr. → 10 hours.
 */
export function thresholdResults(base: Base): readonly ThresholdResult[] {
  return Object.entries(base.scenario.sensitivity?.thresholds ?? {}).map(([id, threshold]) => {
    const target = targetOf(base.scenario, threshold.vary);
    const own = sharedValue(target.figures);
    const span = spanOf(base, threshold, target, own);
    const headline = headlineOf(base, [target.figures]);
    const excess = (value: number) => headline([value]) - threshold.target;
    const value = nearestRoot(excess, span, own, Math.abs(threshold.target));
    return { id, threshold, ...target, own, from: span.low, to: span.high, value };
  });
}

interface Span {
  readonly low: number;
  readonly high: number;
}

/** As the author says; or all values that the input can have, up to a hundred times its own where nothing bounds it. */
function spanOf(
  { scenario }: Base,
  { within }: ThresholdInput,
  { figures, unit }: Target,
  own: number | undefined,
): Span {
  if (within !== undefined) {
    const span = readSpan(unit, within);
    if (!span.ok) throw new Error('the analyses were not checked');
    return span.value;
  }
  const ranges = [...figures.keys()].map((path) => lawfulRange(scenario, path, unit));
  const low = Math.max(...ranges.map((range) => range.low));
  const high = Math.min(...ranges.map((range) => range.high));
  return { low, high: Number.isFinite(high) ? high : 100 * (own || 1) };
}

/** Steps that the span is looked through in: a cost that falls and rises again can meet its target twice. */
const steps = 400;

function nearestRoot(
  excess: (value: number) => number,
  { low, high }: Span,
  own: number | undefined,
  scale: number,
): number | undefined {
  const points = Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps);
  const signs = points.map((point) => Math.sign(excess(point)));
  const roots = points.flatMap((point, step): number[] => {
    if (signs[step] === 0) return [point];
    const [next, sign, nextSign] = [points[step + 1], signs[step], signs[step + 1]];
    if (next === undefined || sign === undefined || nextSign === undefined || sign * nextSign >= 0) return [];
    return bisected(excess, point, next, scale);
  });
  const distance = (root: number) => Math.abs(root - (own ?? low));
  return roots.sort((one, other) => distance(one) - distance(other))[0];
}

/**
 * Halves the bracket down to neighbouring numbers. Of those the one nearer the target; none where the headline leaps over
 * the target instead of meeting it (a course that no longer fits into the horizon).
 */
function bisected(excess: (value: number) => number, from: number, to: number, scale: number): number[] {
  const isAbove = excess(from) > 0;
  let [low, high] = [from, to];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (excess(middle) > 0 === isAbove) low = middle;
    else high = middle;
  }
  const [atLow, atHigh] = [Math.abs(excess(low)), Math.abs(excess(high))];
  if (Math.min(atLow, atHigh) > 1e-6 * Math.max(1, scale)) return [];
  return [atLow < atHigh ? low : high];
}
