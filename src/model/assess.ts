/** The cost assessment: the door of this room. */
import type { PricedScenario } from '../prices/price.ts';
import { payerTotals } from './by-payer.ts';
import { evaluate } from './calculation/evaluate.ts';
import { type CompiledModel, compileModel } from './compile.ts';
import { oneWayRows, type SensitivityRow } from './sensitivity.ts';
import type { PayerTotal } from './totals.ts';

export interface CostAssessment {
  readonly priced: PricedScenario;
  readonly model: CompiledModel;
  /** The value of every figure of the calculation, by its place. */
  readonly values: Float64Array;
  readonly byPayer: readonly PayerTotal[];
  readonly sensitivity: readonly SensitivityRow[];
}

/** Computes a priced scenario: the figures, what each was made of, and the sensitivity of the headline. */
export function assess(priced: PricedScenario): CostAssessment {
  const model = compileModel(priced.scenario);
  const values = evaluate(model.calculation);
  return {
    priced,
    model,
    values,
    byPayer: payerTotals(priced.scenario, model.lines, model.avoided, values),
    sensitivity: oneWayRows(priced),
  };
}

/** The value of a figure. */
export function valueAt(assessment: Pick<CostAssessment, 'values'>, term: number): number {
  return assessment.values[term] ?? Number.NaN;
}
