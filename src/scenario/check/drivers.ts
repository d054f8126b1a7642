/** What a cost follows must be there to be followed: teams, sessions, employees. */
import type { Path } from '../../yaml/parse-yaml.ts';
import type { AvoidedCostInput } from '../schema/costs.ts';
import type { Findings } from './report.ts';

export function checkDriver(findings: Findings, line: AvoidedCostInput, path: Path): void {
  const all = Object.entries(findings.scenario.teams ?? {});
  const teams = all.filter(([id]) => line.teams?.includes(id) ?? true);
  const kind = line.per.kind;
  if (kind === 'once' && (line.years?.length ?? 1) > 1) {
    findings.value(
      'value-impossible',
      [...path, 'years'],
      '“én gang” happens in one year',
      'give one year, or choose `per: år`',
    );
  }
  if (kind === 'once' || kind === 'year' || kind === 'everyYears') return;
  if (all.length === 0) {
    findings.value(
      'reference-unknown',
      [...path, 'per'],
      'the cost follows teams or courses, but the scenario has no `teams`',
      'add `teams:`, or choose “én gang” or “år”',
    );
  }
  if ((kind === 'employee' || kind === 'employeeYear') && severalPeople(line)) {
    findings.warn(
      'key-conflict',
      [...path, 'staff'],
      'the hours are counted once for each employee in the teams, and then for each of these people too',
      'choose `per: team` where the people under `staff` are those who spend the hours',
    );
  }
  for (const [id, team] of teams) {
    if (kind === 'session' && team.sessionsPerCourse === undefined) {
      findings.value(
        'key-missing',
        [...path, 'per'],
        `team “${id}” has no \`sessionsPerCourse\``,
        'add it to the team, or limit the line with `teams:`',
      );
    }
    if ((kind === 'employee' || kind === 'employeeYear') && team.staff === undefined) {
      findings.value(
        'key-missing',
        [...path, 'per'],
        `team “${id}” has no \`staff\`, so it has no employees`,
        'add `staff:` to the team, or limit the line with `teams:`',
      );
    }
  }
}

function severalPeople({ staff }: AvoidedCostInput): boolean {
  if (staff === undefined || typeof staff === 'string') return false;
  return Object.values(staff).reduce((sum, people) => sum + (people.values[0] ?? 0), 0) > 1;
}
