/** One-way sensitivity: the headline figure with one input at its low and its high end. */
import { parametersOf } from '../../scenario/parameters.ts';
import type { Quantity } from '../../scenario/schema/quantity.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { OneWayInput } from '../../scenario/schema/sensitivity.ts';
import { type Changes, oneWayEnds } from '../../scenario/variation.ts';
import { type Base, outcomeWith } from './evaluator.ts';

export interface SensitivityRow {
  readonly analysis: OneWayInput;
  /** The headline [kr.] with the input at its low and its high end. */
  readonly atLow: number;
  readonly atHigh: number;
  /** The lower and the higher of the two. */
  readonly low: number;
  readonly high: number;
  /** The values that one of the varied figures had at each end, and its base: for labels. */
  readonly example: { readonly base: Quantity; readonly low: Quantity; readonly high: Quantity } | undefined;
}

/**
 * Every row of the one-way analysis, the widest first. All other inputs are kept at their base value.
 * Source: METHOD, sensitivity (a). Example: 76,000 kr., of which 87 pct. is pay, with pay ±20 pct. → 62,776 to 89,224 kr.
 */
export function oneWayRows(base: Base): readonly SensitivityRow[] {
  const rows = (base.scenario.sensitivity?.oneWay ?? []).map((analysis) => rowOf(base, analysis));
  return rows.sort((one, other) => other.high - other.low - (one.high - one.low));
}

function rowOf(base: Base, analysis: OneWayInput): SensitivityRow {
  const ends = oneWayEnds(base.scenario, analysis);
  if ('problem' in ends) throw new Error('the analyses were not checked');
  const atLow = outcomeWith(base, ends.low).headline;
  const atHigh = outcomeWith(base, ends.high).headline;
  return {
    analysis,
    atLow,
    atHigh,
    low: Math.min(atLow, atHigh),
    high: Math.max(atLow, atHigh),
    example: exampleOf(base.scenario, ends.low, ends.high),
  };
}

function exampleOf(scenario: Scenario, low: Changes, high: Changes): SensitivityRow['example'] {
  const [path] = low.keys();
  const base = path === undefined ? undefined : parametersOf(scenario).get(path);
  if (path === undefined || base === undefined) return undefined;
  return {
    base,
    low: { ...base, values: low.get(path) ?? base.values },
    high: { ...base, values: high.get(path) ?? base.values },
  };
}
