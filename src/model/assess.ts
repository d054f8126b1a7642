/** The cost assessment: the door of this room. */
import type { PricedScenario } from '../prices/price.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { type Analyses, analysesOf } from './analyses/analyses.ts';
import type { SensitivityRow } from './analyses/one-way.ts';
import { type PayerYears, payerTotals, payerYears } from './by-payer.ts';
import { evaluate } from './calculation/evaluate.ts';
import { type CompiledModel, compileModel } from './compile.ts';
import type { PayerTotal } from './totals.ts';

export interface CostAssessment {
  readonly priced: PricedScenario;
  readonly model: CompiledModel;
  /** The value of every figure of the calculation, by its place. */
  readonly values: Float64Array;
  readonly byPayer: readonly PayerTotal[];
  readonly byPayerYear: readonly PayerYears[];
  /** The figures before discounting, where the note discounts. */
  readonly undiscounted: Undiscounted | undefined;
  /** The one-way analysis, which most notes have. */
  readonly sensitivity: readonly SensitivityRow[];
  readonly analyses: Analyses;
}

/** Kroner as they fall, not brought back to the base year. */
export interface Undiscounted {
  readonly gross: number;
  readonly subsidies: number;
  readonly savings: number;
  readonly net: number;
  readonly perCompleted: number;
  readonly netByYear: readonly number[];
}

/** Computes a priced scenario: the figures, what each was made of, and the sensitivity of the headline. */
export function assess(priced: PricedScenario): CostAssessment {
  const model = compileModel(priced.scenario);
  const values = evaluate(model.calculation);
  const analyses = analysesOf({ scenario: priced.scenario, model, values });
  const byPayerYear = payerYears(priced.scenario, { ...model, values });
  return {
    priced,
    model,
    values,
    byPayer: payerTotals(byPayerYear),
    byPayerYear,
    undiscounted: undiscountedOf(priced.scenario),
    sensitivity: analyses.oneWay,
    analyses,
  };
}

/** The value of a figure. */
export function valueAt(assessment: Pick<CostAssessment, 'values'>, term: number): number {
  return assessment.values[term] ?? Number.NaN;
}

/** The same scenario without discounting. */
function undiscountedOf(scenario: Scenario): Undiscounted | undefined {
  if (scenario.discounting === undefined) return undefined;
  const { discounting: _, ...plain } = scenario;
  const { calculation, totals } = compileModel(plain);
  const values = evaluate(calculation);
  const at = (term: number) => values[term] ?? Number.NaN;
  return {
    gross: at(totals.gross),
    subsidies: at(totals.subsidies),
    savings: at(totals.savings),
    net: at(totals.net),
    perCompleted: at(totals.perCompleted),
    netByYear: totals.netByYear.map(at),
  };
}
