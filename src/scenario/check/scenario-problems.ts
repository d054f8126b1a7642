/** Everything that the fields of a scenario say of each other. */
import type { Problem, ProblemCode } from '../../problem/problem.ts';
import type { Place } from '../../problem/source.ts';
import type { Located } from '../../yaml/parse-yaml.ts';
import type { Scenario } from '../schema/scenario.ts';
import { checkTables } from './arithmetic.ts';
import { checkTeams } from './capacity.ts';
import { checkComparator } from './comparator.ts';
import { checkCompletion } from './completion.ts';
import { checkDiscounting } from './discounting.ts';
import { checkCostLines, checkEquipment } from './lines.ts';
import { checkGrants } from './payers.ts';
import { checkProvenance } from './provenance.ts';
import { checkPublication } from './publication.ts';
import { Findings, inOrder } from './report.ts';
import { checkStaff } from './staff.ts';
import { checkTraining } from './training.ts';
import { checkUnwritten } from './unwritten.ts';
import { checkVectors } from './vectors.ts';

/** All errors and warnings, in the order of the file. */
export function scenarioProblems(scenario: Scenario, located: Located<unknown>): readonly Problem[] {
  const findings = new Findings(scenario, located);
  checkPublication(findings);
  checkFigures(findings);
  checkProvenance(findings);
  checkTables(findings);
  checkUnwritten(findings);
  return inOrder(findings.problems);
}

/**
 * Why a scenario whose figures were changed cannot be calculated; undefined when it can. The figures of an analysis go
 * through the same rules as those of the author; what else its author did was checked before.
 */
export function whyImpossible(scenario: Scenario): string | undefined {
  const findings = new Findings(scenario, nowhere);
  checkFigures(findings);
  const isOfFigures = ({ severity, code, place }: Problem) =>
    severity === 'error' && ofFigures.has(code) && !ofYears.test(place?.source.path ?? '');
  return findings.problems.find(isOfFigures)?.message;
}

const ofFigures: ReadonlySet<string> = new Set<ProblemCode>([
  'value-impossible',
  'nothing-completed',
  'course-too-long',
]);

/** A shorter horizon only cuts off the years after it. */
const ofYears = /\.(?:years?|baseYear|startsByYear\.\d+)$/;

/** Changed figures stand in no file: their place is their path. */
const nowhere: Located<unknown> = {
  value: undefined,
  source: { path: '', text: '' },
  locate: (path) => placeOf(path.join('.')),
  locateInside: (path) => placeOf(path.join('.')),
  warnings: [],
};

function placeOf(path: string): Place {
  return { source: { path, text: '' }, line: 1, column: 1, length: 1 };
}

function checkFigures(findings: Findings): void {
  checkTeams(findings);
  checkCompletion(findings);
  checkStaff(findings);
  checkCostLines(findings);
  checkTraining(findings);
  checkEquipment(findings);
  checkGrants(findings);
  checkComparator(findings);
  checkDiscounting(findings);
  checkVectors(findings);
}
