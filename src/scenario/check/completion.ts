/** Somebody must complete: the headline is a cost per completed course, and nobody can be divided by. */
import type { Quantity } from '../schema/quantity.ts';
import type { TeamInput } from '../schema/teams.ts';
import { horizonOf, operatingYear } from '../years.ts';
import type { Findings } from './report.ts';

/** More take part than there are people in the country: a figure has slipped. */
const mostParticipants = 6_000_000;

export function checkCompletion(findings: Findings): void {
  for (const [id, team] of Object.entries(findings.scenario.teams ?? {})) {
    const path = ['teams', id];
    if (isNothing(team.count)) {
      findings.value('nothing-completed', [...path, 'count'], 'there are no teams', 'give a number above zero');
    } else if (Object.values(team.startsByYear ?? { any: undefined }).every(isNothing)) {
      const message = 'no team starts in any year';
      findings.key('nothing-completed', [...path, 'startsByYear'], message, 'give a number above zero for a year');
    } else if (isNothing(team.coursesPerTeam)) {
      const message = 'no courses are held, so nobody completes';
      findings.value('nothing-completed', [...path, 'coursesPerTeam'], message, 'give a number above zero');
    } else if (team.count !== undefined || team.startsByYear !== undefined) checkStarted(findings, id, team);
  }
}

function checkStarted(findings: Findings, id: string, team: TeamInput): void {
  const { started, completed } = participantsOf(findings, team);
  const horizon = horizonOf(findings.scenario);
  const othersTell = started > 0 || isNothing(team.participantsPerCourse) || lengthOf(team) > horizon;
  if (completed === 0 && !othersTell) {
    findings.key(
      'nothing-completed',
      ['teams', id, 'courseLength'],
      `no course of team “${id}” both starts and ends inside the time horizon of ${horizon} years`,
      'let the teams start earlier, make the courses shorter, or the horizon longer',
    );
  }
  if (started > mostParticipants) {
    findings.value(
      'value-impossible',
      ['teams', id, 'participantsPerCourse'],
      `with these figures ${Math.round(started).toLocaleString('da-DK')} take part in team “${id}”, more than there are people in Denmark`,
      'look at the numbers of teams, of courses and of participants',
    );
  }
}

/** Participants of a team type over the horizon; the model counts the same way, with the figures kept apart. */
function participantsOf(findings: Findings, team: TeamInput): { started: number; completed: number } {
  const { scenario } = findings;
  const room = team.participantsPerCourse.values[0] ?? 0;
  const last = horizonOf(scenario) - lengthOf(team) + 1 + 1e-9;
  const starts = Object.entries(team.startsByYear ?? { 1: team.count }).map(
    ([written, count]) => [operatingYear(scenario, Number(written)), count?.values[0] ?? 0] as const,
  );
  let [started, completed] = [0, 0];
  for (const [start, teams] of starts) {
    for (let year = Math.max(1, start); year <= last; year++) {
      const courses = teams * at(team.coursesPerTeam, team.capacityBy === 'year' ? year : year - start + 1);
      started += courses * room;
      completed +=
        courses * (team.completionRate ? room * at(team.completionRate, year) : at(team.completedPerCourse, year));
    }
  }
  return { started, completed };
}

function lengthOf(team: TeamInput): number {
  return team.courseLength.values[0] ?? 0;
}

function at(quantity: Quantity | undefined, year: number): number {
  return quantity?.values[Math.min(year, quantity.values.length) - 1] ?? 0;
}

function isNothing(quantity: Quantity | undefined): boolean {
  return quantity?.values.every((value) => value === 0) ?? false;
}
