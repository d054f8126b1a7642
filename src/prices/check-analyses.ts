/** The sensitivity analyses of a scenario: what they vary exists, and stays possible. Needs the prices. */
import type { Problem } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { matchingPaths, parametersOf } from '../scenario/parameters.ts';
import type { CheckedScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { OneWayInput } from '../scenario/schema/sensitivity.ts';
import { impossible, oneWayEnds } from '../scenario/variation.ts';

/** What is wrong with the analyses of a priced scenario. */
export function analysisProblems(checked: CheckedScenario, priced: Scenario): Problem[] {
  return (priced.sensitivity?.oneWay ?? []).flatMap((analysis, place) =>
    oneWayProblems(checked, priced, analysis, place),
  );
}

function oneWayProblems(checked: CheckedScenario, priced: Scenario, analysis: OneWayInput, place: number): Problem[] {
  const at = (key: string, part: 'key' | 'value' = 'value') =>
    checked.located.locate(['sensitivity', 'oneWay', place, key], part);
  const parameters = parametersOf(priced);
  const patterns = [analysis.vary].flat();
  const unknown = patterns.filter((pattern) => matchingPaths(pattern, parameters.keys()).length === 0);
  if (unknown.length > 0) {
    return unknown.map((pattern) => ({
      severity: 'error',
      code: 'parameter-unknown',
      message: `nothing in the scenario is called “${pattern}”`,
      place: at('vary'),
      hint: suggestion(pattern, parameters.keys()),
    }));
  }
  const ends = oneWayEnds(priced, analysis);
  if ('problem' in ends) {
    return [{ severity: 'error', ...ends.problem, place: at(ends.key, ends.key === 'vary' ? 'value' : 'key') }];
  }
  for (const end of [ends.low, ends.high]) {
    for (const [path, values] of end) {
      const why = impossible(priced, path, values);
      if (why === undefined) continue;
      return [
        {
          severity: 'error',
          code: 'value-impossible',
          message: why,
          place: at(analysis.by === undefined ? 'vary' : 'by'),
          hint: 'make the variation smaller',
        },
      ];
    }
  }
  return [];
}
