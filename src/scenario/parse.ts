/** The author's file → a checked scenario. The door of this room. */
import { type Problem, refuseErrors, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { shapeProblems } from '../yaml/check-shape.ts';
import { type Located, parseYaml } from '../yaml/parse-yaml.ts';
import { problemsDespiteShape } from './check/despite-shape.ts';
import { inOrder } from './check/report.ts';
import { scenarioProblems } from './check/scenario-problems.ts';
import { type Scenario, scenarioSchema } from './schema/scenario.ts';

export interface CheckedScenario {
  readonly scenario: Scenario;
  /** Where everything stands in the author's file. */
  readonly located: Located<unknown>;
  readonly warnings: readonly Problem[];
  /** The price year as it stands in the file, where the note is built in the prices of another. */
  readonly writtenPriceYear?: number;
}

/** Reads and checks a scenario. Throws one UserError with all that is wrong in it. */
export function parseScenario(source: Source): CheckedScenario {
  const located = parseYaml(source);
  const { value: scenario, problems } = shapeProblems(located, scenarioSchema);
  if (scenario === undefined)
    throw new UserError(inOrder([...located.warnings, ...problems, ...problemsDespiteShape(located)]));
  const found = scenarioProblems(scenario, located);
  refuseErrors(inOrder([...located.warnings, ...found]));
  return { scenario, located, warnings: [...located.warnings, ...found] };
}
