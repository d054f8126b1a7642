/** What values a figure can have: alone, and together with the others. For analyses, which change figures. */
import type { Unit } from '../units.ts';
import { whyImpossible } from './check/scenario-problems.ts';
import type { ParameterPath } from './parameters.ts';
import { withParameters } from './parameters.ts';
import type { Scenario } from './schema/scenario.ts';
import type { TeamInput } from './schema/teams.ts';
import { horizonOf } from './years.ts';

const mustBePositive = new Set([
  'participantsPerCourse',
  'sharedBetween',
  'usefulLife',
  'courseLength',
  'spreadOver',
  'every',
]);

/** Shares that are parts of a whole; overhead and interest may be more than all of it. */
const partsOfAWhole = new Set(['completionRate', 'replacement', 'employment']);

/** Figures that decide how the calculation is built, not only what it is evaluated with. */
const structural = new Set(['timeHorizon', 'every', 'usefulLife']);

function keyOf(path: ParameterPath): string {
  return path.split('.').at(-1) ?? '';
}

export function isStructural(path: ParameterPath): boolean {
  return structural.has(keyOf(path));
}

export function isWholeOnly(path: ParameterPath): boolean {
  return keyOf(path) === 'timeHorizon';
}

/** The values a figure can have; `high` is Infinity where nothing bounds it. */
export interface LawfulRange {
  readonly low: number;
  readonly high: number;
  /** True where the low end itself cannot be. */
  readonly isOpen: boolean;
}

export function lawfulRange(scenario: Scenario, path: ParameterPath, unit: Unit): LawfulRange {
  const key = keyOf(path);
  const isOpen = mustBePositive.has(key) || unit === 'years' || isOnlyRate(scenario, path);
  if (partsOfAWhole.has(key)) return { low: 0, high: 1, isOpen };
  if (key === 'courseLength') return { low: 0, high: horizonOf(scenario), isOpen };
  const [section, id = ''] = path.split('.');
  const team = section === 'teams' ? scenario.teams?.[id] : undefined;
  if (team !== undefined && key === 'completedPerCourse') return { low: 0, high: roomIn(team), isOpen };
  if (team !== undefined && key === 'participantsPerCourse') return { low: completedIn(team), high: Infinity, isOpen };
  return { low: 0, high: Infinity, isOpen };
}

function roomIn(team: TeamInput): number {
  return team.participantsPerCourse.values[0] ?? 0;
}

/** The most that complete one course, where they are given as a count. */
function completedIn(team: TeamInput): number {
  return Math.max(...(team.completedPerCourse?.values ?? [0]));
}

/** The end of its range at which a figure is likeliest to be impossible together with others. */
export function narrowEnd(path: ParameterPath): 'low' | 'high' {
  return ['participantsPerCourse', 'gross'].includes(keyOf(path)) ? 'low' : 'high';
}

/** Where nobody completes there is no cost per completed participant. */
function isOnlyRate(scenario: Scenario, path: ParameterPath): boolean {
  return keyOf(path) === 'completionRate' && Object.keys(scenario.teams ?? {}).length === 1;
}

/** Why a figure cannot have these values, in words; undefined when it can. */
export function impossible(scenario: Scenario, path: ParameterPath, values: readonly number[]): string | undefined {
  const key = keyOf(path);
  const horizon = horizonOf(scenario);
  for (const value of values) {
    if (!Number.isFinite(value) || value < 0) return `“${path}” would become negative`;
    if (value === 0 && mustBePositive.has(key)) return `“${path}” would become zero`;
    if (partsOfAWhole.has(key) && value > 1 + 1e-9) return `“${path}” would be more than 100 pct.`;
    if (key === 'courseLength' && value > horizon) return 'a course would be longer than the time horizon';
    if (isWholeOnly(path) && (!Number.isInteger(value) || value < 1))
      return 'the time horizon is a whole number of years';
  }
  if (key === 'completionRate' && values.every((value) => value === 0)) return 'nobody would complete';
  return undefined;
}

/** Why figures cannot have these values at the same time, each being possible alone; undefined when they can. */
export function impossibleTogether(
  scenario: Scenario,
  changes: ReadonlyMap<ParameterPath, readonly number[]>,
): string | undefined {
  const changed = withParameters(scenario, changes);
  for (const [id, team] of Object.entries(changed.teams ?? {})) {
    const why = impossibleTeam(changed, id, team);
    if (why !== undefined) return why;
  }
  for (const [id, role] of Object.entries(changed.staff ?? {})) {
    const hours = role.effectiveHours;
    if (hours === undefined || !('gross' in hours)) continue;
    const off = Object.values(hours.deductions).reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
    if ((hours.gross.values[0] ?? 0) <= off) return `“staff.${id}” would have no effective hours left`;
  }
  return whyImpossible(changed);
}

function impossibleTeam(changed: Scenario, id: string, team: TeamInput): string | undefined {
  if (completedIn(team) > roomIn(team) + 1e-9)
    return `in “teams.${id}” more participants would complete a course than take part in it`;
  if ((team.courseLength.values[0] ?? 0) > horizonOf(changed) + 1e-9)
    return `in “teams.${id}” a course would be longer than the time horizon`;
  return undefined;
}
