/** Staff roles and training. */
import type { Path } from '../../yaml/parse-yaml.ts';
import type { StaffRoleInput } from '../schema/staff.ts';
import type { TrainingInput } from '../schema/training.ts';
import { checkInterest, checkRole, checkYears } from './limits.ts';
import { checkPayers } from './payers.ts';
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
  for (const course of Object.values(training ?? {})) for (const role of [course.staff].flat()) used.add(role);
  return used;
}

export function checkTraining(findings: Findings): void {
  for (const [id, training] of Object.entries(findings.scenario.training ?? {})) {
    const path = ['training', id];
    checkTrainedRoles(findings, training, path);
    checkRenewal(findings, training, path);
    checkPayers(findings, training.payers, [...path, 'payers']);
    checkPayers(findings, training.feePayers, [...path, 'feePayers']);
    checkYears(findings, training.years ?? [], [...path, 'years']);
    if (training.hours === undefined && training.fee === undefined && training.memo === undefined) {
      findings.key('key-missing', path, 'the training has no cost', 'add `hours:`, `fee:`, or both');
    }
    if ((training.years?.length ?? 1) > 1) {
      findings.value(
        'value-impossible',
        [...path, 'years'],
        'the first training happens in one year',
        'give one year; later training belongs under `renewal`',
      );
    }
  }
}

function checkTrainedRoles(findings: Findings, training: TrainingInput, path: Path): void {
  const teams = Object.values(findings.scenario.teams ?? {});
  const listed = typeof training.staff !== 'string';
  [training.staff].flat().forEach((role, place) => {
    const where = listed ? [...path, 'staff', place] : [...path, 'staff'];
    checkRole(findings, role, where, 'value');
    if ([training.staff].flat().indexOf(role) < place)
      findings.value('name-taken', where, `“${role}” stands twice in the list`, 'remove one of them');
    if (training.people === undefined && !teams.some((team) => team.staff?.[role] !== undefined)) {
      findings.value(
        'key-missing',
        where,
        `no team has the role “${role}”, so nobody is trained`,
        'add the role to a team, or say how many with `people:`',
      );
    }
  });
  if (training.people !== undefined && listed && training.staff.length > 1) {
    findings.key(
      'key-conflict',
      [...path, 'people'],
      '`people` is for one role',
      'write a training for each role, or leave `people` out',
    );
  }
}

function checkRenewal(findings: Findings, training: TrainingInput, path: Path): void {
  const renewal = training.renewal;
  if (renewal === undefined) return;
  if ('every' in renewal) checkInterval(findings, renewal.every.values[0] ?? 1, [...path, 'renewal', 'every']);
  if (!('spreadOver' in renewal)) return;
  if ((renewal.spreadOver.values[0] ?? 1) < 1) {
    const message = 'a training is spread over a year at least';
    findings.value('value-impossible', [...path, 'renewal', 'spreadOver'], message, 'write 1 år or more');
  }
  checkInterest(findings, renewal.interest.values[0], [...path, 'renewal', 'interest']);
  if ((renewal.interest.values[0] ?? 0) !== 0 && renewal.timing === undefined) {
    findings.key(
      'key-missing',
      [...path, 'renewal', 'interest'],
      'an annuity with interest can be paid at different times of the year',
      'add `timing: årets start`, `årets midte` or `årets slutning`',
    );
  }
}

/** Costs are counted by whole years: a training every year and a half has no year to fall in. */
function checkInterval(findings: Findings, years: number, path: Path): void {
  if (Number.isInteger(years) && years >= 1) return;
  const hint = 'write 1 år, 2 år …; for a share of the employees each year use `replacement:`';
  findings.value('value-impossible', path, 'the interval is a whole number of years', hint);
}
