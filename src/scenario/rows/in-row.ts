/** A problem of a scenario that has a row's values, told to who keeps the table. */
import { placeName } from '../../problem/excerpt.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Place } from '../../problem/source.ts';
import type { ScenarioRow } from './read-rows.ts';

/**
 * What is wrong with a cell is told at the cell; what only shows elsewhere with the row's values (a course that is now longer than the horizon)
 * at the row, or at the cell whose place in the scenario it names.
 */
export function toldInRow(problem: Problem, row: ScenarioRow): Problem {
  const { place, message, hint } = problem;
  const cell = row.values.find((value) => place !== undefined && isSame(value.place, place));
  if (cell !== undefined) return { ...problem, message: `row ${row.number}, column “${cell.column}”: ${message}` };
  const named = row.values.find(({ column }) => message.includes(`“${column}”`));
  const shows = place === undefined ? undefined : `it shows at ${placeName(place)}`;
  return {
    ...problem,
    message: `row ${row.number}: ${message}`,
    place: named?.place ?? row.place,
    hint: [hint, shows].filter((part) => part !== undefined).join('; '),
  };
}

function isSame(one: Place, other: Place): boolean {
  return one.source === other.source && one.line === other.line && one.column === other.column;
}
