/** One-way sensitivity: the headline figure with one input at its low and its high end. */
import type { PricedScenario } from '../prices/price.ts';
import { parametersOf, withParameters } from '../scenario/parameters.ts';
import type { Quantity } from '../scenario/schema/quantity.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { OneWayInput } from '../scenario/schema/sensitivity.ts';
import { type Changes, oneWayEnds } from '../scenario/variation.ts';
import { evaluate } from './calculation/evaluate.ts';
import { compileModel } from './compile.ts';

export interface SensitivityRow {
  readonly analysis: OneWayInput;
  /** Cost per completed participant [kr.] with the input at its low and its high end. */
  readonly atLow: number;
  readonly atHigh: number;
  /** The lower and the higher of the two. */
  readonly low: number;
  readonly high: number;
  /** The values that one of the varied figures had at each end, and its base: for labels. */
  readonly example: { readonly base: Quantity; readonly low: Quantity; readonly high: Quantity } | undefined;
}

/** Every row of the one-way analysis, the widest first. All other inputs are kept at their base value. */
export function oneWayRows(priced: PricedScenario): readonly SensitivityRow[] {
  const { scenario } = priced;
  const rows = (scenario.sensitivity?.oneWay ?? []).map((analysis) => rowOf(scenario, analysis));
  return rows.sort((one, other) => other.high - other.low - (one.high - one.low));
}

function rowOf(scenario: Scenario, analysis: OneWayInput): SensitivityRow {
  const ends = oneWayEnds(scenario, analysis);
  if ('problem' in ends) throw new Error('the analyses were not checked');
  const atLow = headlineWith(scenario, ends.low);
  const atHigh = headlineWith(scenario, ends.high);
  return {
    analysis,
    atLow,
    atHigh,
    low: Math.min(atLow, atHigh),
    high: Math.max(atLow, atHigh),
    example: exampleOf(scenario, ends.low, ends.high),
  };
}

/** The headline, cost per completed participant [kr.], with other values of some inputs. */
export function headlineWith(scenario: Scenario, changes: Changes): number {
  const model = compileModel(withParameters(scenario, changes));
  return evaluate(model.calculation)[model.totals.perCompleted] ?? Number.NaN;
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
