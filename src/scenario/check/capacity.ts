/** Teams and courses: what cannot be, or could be read in two ways. */
import type { TeamInput } from '../schema/teams.ts';
import { horizonOf, teamStarts } from '../years.ts';
import { checkRole } from './limits.ts';
import type { Findings } from './report.ts';

export function checkTeams(findings: Findings): void {
  for (const [id, team] of Object.entries(findings.scenario.teams ?? {})) {
    checkStarts(findings, id, team);
    checkCourses(findings, id, team);
    checkCompletion(findings, id, team);
    for (const role of Object.keys(team.staff ?? {})) checkRole(findings, role, ['teams', id, 'staff', role], 'key');
  }
}

function checkStarts(findings: Findings, id: string, team: TeamInput): void {
  if (team.count === undefined && team.startsByYear === undefined) {
    findings.key(
      'key-missing',
      ['teams', id],
      `team “${id}” has no \`count\``,
      'add `count:`, how many teams there are, or `startsByYear:`',
    );
  }
  if (team.count !== undefined && team.startsByYear !== undefined) {
    findings.key(
      'key-conflict',
      ['teams', id, 'startsByYear'],
      'both `count` and `startsByYear` say how many teams start',
      'keep one of them',
    );
  }
  const horizon = horizonOf(findings.scenario);
  const starts = teamStarts(findings.scenario, id);
  for (const { year, written } of starts) {
    if (written === undefined || (year >= 1 && year <= horizon)) continue;
    findings.key(
      'value-impossible',
      ['teams', id, 'startsByYear', written],
      `year ${written} is outside the time horizon of ${horizon} years`,
      findings.scenario.firstYear === undefined
        ? `write 1 to ${horizon}; calendar years need \`firstYear\``
        : 'use a year inside the horizon, or make the horizon longer',
    );
  }
  starts.forEach(({ year, written }, place) => {
    const earlier = starts.slice(0, place).find((start) => start.year === year);
    if (written === undefined || earlier === undefined) return;
    const message = `${written} and ${earlier.written} are the same year`;
    findings.key('key-conflict', ['teams', id, 'startsByYear', written], message, 'keep one of them');
  });
  if (team.coursesPerTeam.values.length > 1 && team.capacityBy === undefined && starts.some(({ year }) => year !== 1)) {
    findings.key(
      'key-missing',
      ['teams', id, 'coursesPerTeam'],
      'teams start in different years, so a list of courses can be read in two ways',
      'add `capacityBy: driftsår` or `capacityBy: teamets alder`',
    );
  }
}

function checkCourses(findings: Findings, id: string, team: TeamInput): void {
  const length = team.courseLength.values[0] ?? 0;
  const horizon = horizonOf(findings.scenario);
  if (length > horizon) {
    findings.value(
      'course-too-long',
      ['teams', id, 'courseLength'],
      `a course of ${length} years cannot end inside the time horizon of ${horizon} years`,
      'make the horizon at least as long as a course',
    );
  }
  if ((team.participantsPerCourse.values[0] ?? 0) <= 0) {
    findings.value(
      'value-impossible',
      ['teams', id, 'participantsPerCourse'],
      'a course without participants has no cost per participant',
      'write 1 for individual courses',
    );
  }
}

function checkCompletion(findings: Findings, id: string, team: TeamInput): void {
  if (team.completionRate === undefined && team.completedPerCourse === undefined) {
    findings.key(
      'key-missing',
      ['teams', id],
      `team “${id}” does not say how many complete`,
      'add `completionRate:` (share of those who start, such as 92 pct.) or `completedPerCourse:`',
    );
  }
  if (team.completionRate !== undefined && team.completedPerCourse !== undefined) {
    findings.key(
      'key-conflict',
      ['teams', id, 'completedPerCourse'],
      'both `completionRate` and `completedPerCourse` say how many complete',
      'keep one of them',
    );
  }
  if (team.sessionsPerCourse?.values.every((value) => value === 0)) {
    const message = 'a course without sessions needs no number of them';
    findings.value(
      'value-impossible',
      ['teams', id, 'sessionsPerCourse'],
      message,
      'remove it, or give a number above zero',
    );
  }
  const room = team.participantsPerCourse.values[0] ?? 0;
  const most = Math.max(...(team.completedPerCourse?.values ?? [0]));
  if (most > room) {
    findings.value(
      'value-impossible',
      ['teams', id, 'completedPerCourse'],
      `${most} complete a course, but only ${room} take part in it`,
      'at most as many as `participantsPerCourse` can complete',
    );
  }
  if (completesNobody(team)) {
    findings.value(
      'nothing-completed',
      ['teams', id, team.completionRate === undefined ? 'completedPerCourse' : 'completionRate'],
      'nobody completes, so there is no cost per completed course',
      'give a value above zero',
    );
  }
}

function completesNobody(team: TeamInput): boolean {
  const completed = team.completionRate ?? team.completedPerCourse;
  return completed?.values.every((value) => value === 0) ?? false;
}
