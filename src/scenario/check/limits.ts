/** Limits that several checks share: years inside the horizon, teams and roles that exist, values above zero. */
import { suggestion } from '../../problem/suggest.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import { horizonOf, operatingYear } from '../years.ts';
import type { Findings } from './report.ts';

/** A role that is used must stand in `staff`. */
export function checkRole(
  findings: Findings,
  role: string,
  path: readonly (string | number)[],
  part: 'key' | 'value',
): void {
  const roles = Object.keys(findings.scenario.staff ?? {});
  if (roles.includes(role)) return;
  if (roles.length > 0) {
    findings[part]('reference-unknown', path, `unknown role “${role}”`, suggestion(role, roles));
    return;
  }
  // Without any roles, one problem stands for all the places that use them.
  if (findings.problems.some(({ message }) => message.endsWith(noStaff))) return;
  const hint = `add \`staff:\` with “${role}” and what an hour of it costs`;
  findings[part]('reference-unknown', path, `unknown role “${role}”: ${noStaff}`, hint);
}

const noStaff = 'the scenario has no `staff`';

export function checkYears(findings: Findings, years: readonly number[], path: Path): void {
  const horizon = horizonOf(findings.scenario);
  const outside = years.filter((year) => {
    const operating = operatingYear(findings.scenario, year);
    return operating < 1 || operating > horizon;
  });
  if (outside.length === 0) return;
  findings.value(
    'value-impossible',
    path,
    `year ${outside.join(', ')} is outside the time horizon of ${horizon} years`,
    findings.scenario.firstYear === undefined
      ? `write 1 to ${horizon}; calendar years need \`firstYear\``
      : 'use years inside the horizon',
  );
}

export function checkTeamNames(findings: Findings, names: readonly string[], path: Path): void {
  const known = Object.keys(findings.scenario.teams ?? {});
  names.forEach((name, place) => {
    if (!known.includes(name)) {
      findings.value('reference-unknown', [...path, place], `unknown team “${name}”`, suggestion(name, known));
    } else if (names.indexOf(name) < place) {
      findings.value('name-taken', [...path, place], `“${name}” stands twice in the list`, 'remove one of them');
    }
  });
}

/** Interest of an annuity. Negative interest would make a spread cost grow without bound. */
export function checkInterest(findings: Findings, interest: number | undefined, path: Path): void {
  if (interest === undefined || (interest >= 0 && interest <= 1)) return;
  findings.value('value-impossible', path, 'the interest must be between 0 and 100 pct.', 'write 0 pct. for none');
}

export function checkPositive(findings: Findings, value: number | undefined, path: Path, what: string): void {
  if (value === undefined || value > 0) return;
  findings.value('value-impossible', path, `${what} must be above zero`, 'give a value above zero');
}
