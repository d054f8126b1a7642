/** Capacity: how many teams, courses, participants and employees there are in each year. */

import type { Scenario } from '../scenario/schema/scenario.ts';
import type { TeamInput } from '../scenario/schema/teams.ts';
import { horizonOf, teamStarts } from '../scenario/years.ts';
import type { Count, Years } from '../units.ts';
import type { ByYear, ModelInputs } from './inputs.ts';

export interface TeamCapacity {
  readonly id: string;
  /** Teams that start in the year, and teams at work in it. */
  readonly starting: ByYear<'count'>;
  readonly active: ByYear<'count'>;
  /** Courses that start in the year. */
  readonly courses: ByYear<'count'>;
  readonly sessions: ByYear<'count'>;
  /** Participants who start, and those of them who will complete, by the year they start. */
  readonly started: ByYear<'count'>;
  readonly completed: ByYear<'count'>;
  /** People in each role in one team. */
  readonly people: ReadonlyMap<string, Count>;
}

/**
 * The capacity of every team type [count per year].
 * courses started in year y = Σ over start years s ≤ y: teams(s) · courses per team, while y ≤ H − D + 1
 * (a course may start only if it can end inside the horizon: H years, D the course's length).
 * started = courses · participants per course; completed = started · completion rate, or courses · completed per course.
 * Source: METHOD, capacity. Example: H 5, D 1, 3 therapists, courses [3, 12], 1 each, 90 pct.: 9 + 4 · 36 = 153 start, 137.7 complete.
 */
export function capacityOf(scenario: Scenario, inputs: ModelInputs): readonly TeamCapacity[] {
  return Object.entries(scenario.teams ?? {}).map(([id, team]) => teamCapacity(scenario, id, team, inputs));
}

function teamCapacity(scenario: Scenario, id: string, team: TeamInput, inputs: ModelInputs): TeamCapacity {
  const { build } = inputs;
  const path = `teams.${id}`;
  const years = Array.from({ length: horizonOf(scenario) }, (_, index) => index + 1);
  const starts = startTerms(scenario, id, team, inputs);
  const teamsOf = (wanted: (start: number) => boolean) =>
    build.sum(
      starts.filter(({ year }) => wanted(year)).map(({ teams }) => teams),
      'count',
    );
  const courses = coursesByYear(scenario, path, team, starts, inputs);
  const room = inputs.figure(`${path}.participantsPerCourse`, team.participantsPerCourse, 'count');
  const started = courses.map((count, index) =>
    build.times(count, room, { key: 'started', name: team.name, year: index + 1 }),
  );
  const people = Object.entries(team.staff ?? {}).map(([role, number]): [string, Count] => [
    role,
    inputs.figure(`${path}.staff.${role}`, number, 'count'),
  ]);
  return {
    id,
    starting: years.map((year) => teamsOf((start) => start === year)),
    active: years.map((year) => teamsOf((start) => start <= year)),
    courses,
    started,
    sessions: courses.map((count, index) => sessionsOf(team, path, inputs, count, index + 1)),
    completed: courses.map((count, index) =>
      completedOf(team, path, inputs, count, started[index] ?? build.zero('count'), index + 1),
    ),
    people: new Map(people),
  };
}

/** Courses of the teams at work, in the years in which a course may still start. */
function coursesByYear(
  scenario: Scenario,
  path: string,
  team: TeamInput,
  starts: readonly TeamStart[],
  inputs: ModelInputs,
): ByYear<'count'> {
  const { build } = inputs;
  const lastStart = lastStartYear(scenario, team, path, inputs);
  const perTeam = (place: number) => inputs.figure(`${path}.coursesPerTeam`, team.coursesPerTeam, 'count', place);
  return Array.from({ length: horizonOf(scenario) }, (_, index) => {
    const year = index + 1;
    const running = starts.filter((start) => start.year <= year);
    const all = build.sum(
      running.map((start) =>
        build.times(start.teams, perTeam(team.capacityBy === 'age' ? year - start.year + 1 : year)),
      ),
      'count',
    );
    return build.times(all, build.upTo(year, lastStart), { key: 'courses', name: team.name, year });
  });
}

/** Teams that start in a year. */
interface TeamStart {
  readonly year: number;
  readonly teams: Count;
}

function startTerms(scenario: Scenario, id: string, team: TeamInput, inputs: ModelInputs): readonly TeamStart[] {
  return teamStarts(scenario, id).flatMap(({ year, written, path }) => {
    const quantity = written === undefined ? team.count : team.startsByYear?.[written];
    if (quantity === undefined) return [];
    return [{ year, teams: inputs.figure(path, quantity, 'count', 1, { key: 'teams', name: team.name }) }];
  });
}

/** H − D + 1 [years]: the last year in which a course may start. Courses of a year or less may start in every year. */
function lastStartYear(scenario: Scenario, team: TeamInput, path: string, inputs: ModelInputs): Years {
  const { build } = inputs;
  const horizon = inputs.figure('timeHorizon', scenario.timeHorizon, 'years');
  const length = inputs.figure(`${path}.courseLength`, team.courseLength, 'years');
  return build.sum([build.minus(horizon, length), build.constant(1, 'years')], 'years');
}

function sessionsOf(team: TeamInput, path: string, inputs: ModelInputs, courses: Count, year: number): Count {
  if (team.sessionsPerCourse === undefined) return inputs.build.zero('count');
  const sessions = inputs.figure(`${path}.sessionsPerCourse`, team.sessionsPerCourse, 'count', year);
  return inputs.build.times(courses, sessions, { key: 'sessions', name: team.name, year });
}

function completedOf(
  team: TeamInput,
  path: string,
  inputs: ModelInputs,
  courses: Count,
  started: Count,
  year: number,
): Count {
  const label = { key: 'completed', name: team.name, year };
  if (team.completedPerCourse !== undefined) {
    const each = inputs.figure(`${path}.completedPerCourse`, team.completedPerCourse, 'count', year);
    return inputs.build.times(courses, each, label);
  }
  if (team.completionRate === undefined) return started;
  return inputs.build.portion(
    started,
    inputs.figure(`${path}.completionRate`, team.completionRate, 'share', year),
    label,
  );
}
