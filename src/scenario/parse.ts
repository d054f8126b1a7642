/** The author's file → a checked scenario. The door of this room. */
import { type Problem, refuseErrors } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { shapeProblems } from '../yaml/check-shape.ts';
import { type Located, parseYaml } from '../yaml/parse-yaml.ts';
import { problemsDespiteShape } from './check/despite-shape.ts';
import { inOrder } from './check/report.ts';
import { scenarioProblems } from './check/scenario-problems.ts';
import { type ScenarioRow, withRow } from './rows/read-rows.ts';
import { fillRowTexts } from './rows/row-texts.ts';
import { type Scenario, scenarioSchema } from './schema/scenario.ts';

export interface CheckedScenario {
  readonly scenario: Scenario;
  /** Where everything stands in the author's file. */
  readonly located: Located<unknown>;
  readonly warnings: readonly Problem[];
  /** The row whose values stand in the place of the file's own. */
  readonly row?: ScenarioRow;
  /** The price year as it stands in the file, where the note is built in the prices of another. */
  readonly writtenPriceYear?: number;
  /** True of what a note carries: rows of the price tables that it names and does not use are not there. */
  readonly isCarried?: boolean;
}

/** Reads and checks a scenario. Throws one UserError with all that is wrong in it. */
export function parseScenario(source: Source): CheckedScenario {
  return checkScenario(parseYaml(source));
}

/** The same of a file whose YAML is read already, with the values of a row in it. */
export function checkScenario(file: Located<unknown>, row?: ScenarioRow): CheckedScenario {
  const { checked, problems } = lookAtScenario(file, row);
  refuseErrors(problems);
  if (checked === undefined) throw new Error('a scenario was refused without saying why');
  return checked;
}

/** A scenario as far as it can be read, and all that is wrong in it: for who has other things to tell at the same time. */
export interface SeenScenario {
  /** There where the shape of every key is right, though what they say together may be wrong. */
  readonly checked: CheckedScenario | undefined;
  readonly problems: readonly Problem[];
}

/** The same without throwing. */
export function lookAtScenario(file: Located<unknown>, row?: ScenarioRow): SeenScenario {
  const { located, problems: unfilled } = fillRowTexts(row === undefined ? file : withRow(file, row));
  const { value: scenario, problems } = shapeProblems(located, scenarioSchema);
  const before = [...located.warnings, ...unfilled];
  if (scenario === undefined) {
    return { checked: undefined, problems: inOrder([...before, ...problems, ...problemsDespiteShape(located)]) };
  }
  const found = scenarioProblems(scenario, located);
  return {
    checked: { scenario, located, warnings: [...before, ...found], ...(row !== undefined && { row }) },
    problems: inOrder([...before, ...found]),
  };
}
