/** The author's file → a checked scenario. The door of this room. */
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { shapeProblems } from '../yaml/check-shape.ts';
import { type Located, parseYaml } from '../yaml/parse-yaml.ts';
import { checkTeams } from './check/capacity.ts';
import { checkCostLines, checkEquipment } from './check/lines.ts';
import { checkGrants } from './check/payers.ts';
import { checkProvenance } from './check/provenance.ts';
import { checkPublication } from './check/publication.ts';
import { Findings } from './check/report.ts';
import { checkStaff, checkTraining } from './check/staff.ts';
import { type Scenario, scenarioSchema } from './schema/scenario.ts';

export interface CheckedScenario {
  readonly scenario: Scenario;
  /** Where everything stands in the author's file. */
  readonly located: Located<unknown>;
  readonly warnings: readonly Problem[];
}

/** Reads and checks a scenario. Throws one UserError with all that is wrong in it. */
export function parseScenario(source: Source): CheckedScenario {
  const located = parseYaml(source);
  const { value: scenario, problems } = shapeProblems(located, scenarioSchema);
  if (scenario === undefined) throw new UserError(problems);
  const findings = new Findings(scenario, located);
  checkPublication(findings);
  checkTeams(findings);
  checkStaff(findings);
  checkCostLines(findings);
  checkTraining(findings);
  checkEquipment(findings);
  checkGrants(findings);
  checkProvenance(findings);
  const all = [...problems, ...findings.problems];
  if (all.some((problem) => problem.severity === 'error')) throw new UserError(all);
  return { scenario, located, warnings: [...located.warnings, ...all] };
}
