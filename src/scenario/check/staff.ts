/** Staff roles: one way of paying each, and used somewhere. */
import type { Path } from '../../yaml/parse-yaml.ts';
import type { StaffRoleInput } from '../schema/staff.ts';
import type { Findings } from './report.ts';

export function checkStaff(findings: Findings): void {
  const used = usedRoles(findings);
  for (const [id, role] of Object.entries(findings.scenario.staff ?? {})) {
    const path = ['staff', id];
    checkHourlyCost(findings, role, path);
    if (!used.has(id))
      findings.warn(
        'unused',
        path,
        `the role “${id}” is used nowhere`,
        'remove it, or use it in a team or a cost line',
      );
  }
}

function checkHourlyCost(findings: Findings, role: StaffRoleInput, path: Path): void {
  const ways = (['hourlyCost', 'price', 'annualPay'] as const).filter((key) => role[key] !== undefined);
  const [first, second] = ways;
  if (first === undefined) {
    findings.key(
      'key-missing',
      path,
      'the role has no cost',
      'add `price:` from the price table, `hourlyCost:`, or `annualPay:` with `effectiveHours:`',
    );
  }
  if (second !== undefined) {
    findings.key(
      'key-conflict',
      [...path, second],
      `both \`${first}\` and \`${second}\` give the pay`,
      'keep one of them',
    );
  }
  if (role.annualPay !== undefined && role.effectiveHours === undefined) {
    findings.key(
      'key-missing',
      [...path, 'annualPay'],
      'annual pay needs `effectiveHours` to become an hourly cost',
      'add `effectiveHours:` with its source',
    );
  }
  if (role.overhead !== undefined && role.overheadRate !== undefined) {
    const message = 'both `overhead` and `overheadRate` give the overhead';
    findings.key('key-conflict', [...path, 'overheadRate'], message, 'keep one of them');
  }
  const hours = effectiveHoursOf(role);
  if (hours > hoursOfAYear) {
    findings.key(
      'value-impossible',
      [...path, 'effectiveHours'],
      `a year has ${hoursOfAYear.toLocaleString('da-DK')} hours`,
      'give the hours of one full-time position in a year: 1.924 timer before deductions',
    );
  }
  if (role.effectiveHours !== undefined && hours <= 0) {
    findings.key(
      'value-impossible',
      [...path, 'effectiveHours'],
      'the effective hours must be above zero',
      'gross' in role.effectiveHours
        ? 'the deductions cannot be as many as the gross hours'
        : 'write the hours of a year that are worked with the participants, as in 1.450 timer',
    );
  }
}

const hoursOfAYear = 8_784;

function effectiveHoursOf(role: StaffRoleInput): number {
  const given = role.effectiveHours;
  if (given === undefined || 'norm' in given) return Number.NaN;
  if (!('gross' in given)) return given.values[0] ?? 0;
  const deductions = Object.values(given.deductions).map((hours) => hours.values[0] ?? 0);
  return (given.gross.values[0] ?? 0) - deductions.reduce((sum, hours) => sum + hours, 0);
}

function usedRoles(findings: Findings): ReadonlySet<string> {
  const { teams, costs, avoidedCosts, training, comparator } = findings.scenario;
  const used = new Set<string>();
  for (const team of Object.values(teams ?? {})) for (const role of Object.keys(team.staff ?? {})) used.add(role);
  const lines = [costs, avoidedCosts, comparator?.costs].flatMap((given) => Object.values(given ?? {}));
  for (const line of lines) {
    if (typeof line.staff === 'string') used.add(line.staff);
    else for (const role of Object.keys(line.staff ?? {})) used.add(role);
  }
  const courses = [training, comparator?.training].flatMap((given) => Object.values(given ?? {}));
  for (const course of courses) for (const role of [course.staff].flat()) used.add(role);
  return used;
}
