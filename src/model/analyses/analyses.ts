/** All sensitivity analyses of a scenario: the door of this folder. */
import { type AlternativeResult, alternativeResults } from './alternatives.ts';
import type { Base } from './evaluator.ts';
import { type GridResult, gridResults } from './grid.ts';
import { oneWayRows, type SensitivityRow } from './one-way.ts';
import { type ProbabilisticResult, probabilisticResult } from './probabilistic.ts';
import { type ThresholdResult, thresholdResults } from './threshold.ts';

export interface Analyses {
  readonly oneWay: readonly SensitivityRow[];
  readonly alternatives: readonly AlternativeResult[];
  readonly grids: readonly GridResult[];
  readonly thresholds: readonly ThresholdResult[];
  readonly probabilistic: ProbabilisticResult | undefined;
}

/** Runs what the scenario asks for; one compiled model is shared by all of it. */
export function analysesOf(base: Base): Analyses {
  const probabilistic = base.scenario.sensitivity?.probabilistic;
  return {
    oneWay: oneWayRows(base),
    alternatives: alternativeResults(base),
    grids: gridResults(base),
    thresholds: thresholdResults(base),
    probabilistic: probabilistic === undefined ? undefined : probabilisticResult(base, probabilistic),
  };
}
