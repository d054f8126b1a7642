/** A scenario whose figures an analysis has changed goes through the same rules as the author's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { whyImpossible } from '../../../src/scenario/check/scenario-problems.ts';
import { withParameters } from '../../../src/scenario/parameters.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const text = readFileSync(join(import.meta.dirname, 'everything.yaml'), 'utf8');
const { scenario } = parseScenario({ path: 'everything.yaml', text });
const changed = (path: string, ...values: readonly number[]) =>
  whyImpossible(withParameters(scenario, new Map([[path, values]])));

it('finds nothing against the figures as they are', () => {
  expect(whyImpossible(scenario)).toBeUndefined();
});

it.each([
  ['teams.enkelt.count', 0, 'there are no teams'],
  ['teams.hold.coursesPerTeam', 0, 'no courses are held, so nobody completes'],
  ['teams.enkelt.participantsPerCourse', 1e8, 'people in Denmark'],
  ['timeHorizon', 1, 'a course of 1.5 years cannot end inside the time horizon of 1 years'],
  ['staff.leder.effectiveHours.gross', 100, 'the effective hours must be above zero'],
  ['training.kursus.renewal.every', 1.5, 'the interval is a whole number of years'],
  ['training.grund.renewal.interest', -0.5, 'the interest must be between 0 and 100 pct.'],
  ['equipment.bil.usefulLife', 0.01, 'equipment lasts a month at least'],
])('says why %s cannot be %d', (path, value, expected) => {
  expect(changed(path, value)).toContain(expected);
});
