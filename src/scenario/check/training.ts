/** Training: roles that somebody is trained in, and a renewal that has years to fall in. */
import type { Path } from '../../yaml/parse-yaml.ts';
import type { TrainingInput } from '../schema/training.ts';
import { checkInterest, checkRole, checkYears } from './limits.ts';
import { checkPayers } from './payers.ts';
import type { Findings } from './report.ts';

export function checkTraining(findings: Findings): void {
  checkTrainingUnder(findings, findings.scenario.training ?? {}, ['training']);
}

/** Trainings that stand at `section`. */
export function checkTrainingUnder(
  findings: Findings,
  trainings: Readonly<Record<string, TrainingInput>>,
  section: Path,
): void {
  for (const [id, training] of Object.entries(trainings)) {
    const path = [...section, id];
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
