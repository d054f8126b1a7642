/** The sensitivity analyses of a scenario: what they vary exists, and stays possible. Needs the prices. */
import type { Problem } from '../problem/problem.ts';
import type { CheckedScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { checkAlternatives } from './analyses/alternatives.ts';
import { AnalysisFindings } from './analyses/findings.ts';
import { checkGrids } from './analyses/grids.ts';
import { checkOneWay } from './analyses/one-way.ts';
import { checkProbabilistic } from './analyses/probabilistic.ts';
import { checkThresholds } from './analyses/thresholds.ts';

/** What is wrong with the analyses of a priced scenario. */
export function analysisProblems(checked: CheckedScenario, priced: Scenario): Problem[] {
  const findings = new AnalysisFindings(checked, priced);
  checkOneWay(findings);
  checkAlternatives(findings);
  checkGrids(findings);
  checkThresholds(findings);
  checkProbabilistic(findings);
  return findings.problems;
}
