/** Drivers: how many times a cost falls in each year. */
import type { LineDriver } from '../scenario/schema/costs.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { horizonOf, operatingYear } from '../scenario/years.ts';
import type { Count } from '../units.ts';
import type { TeamCapacity } from './capacity.ts';
import type { ByYear, ModelInputs } from './inputs.ts';

export interface DriverScope {
  readonly driver: LineDriver;
  /** Years the author limits the line to, as written. */
  readonly years?: readonly number[] | undefined;
  /** Teams the author limits the line to. */
  readonly teams?: readonly string[] | undefined;
}

/**
 * How many times the cost falls, by year [count]. Years outside the horizon do not count.
 * every n years: 1 in the first year of the line and in every n-th after it.
 * Source: METHOD, drivers. Example: 5 years, “hvert 2. år” in years 2–5: years 2 and 4.
 */
export function driverCounts(
  scenario: Scenario,
  capacity: readonly TeamCapacity[],
  scope: DriverScope,
  inputs: ModelInputs,
): ByYear<'count'> {
  const teams = capacity.filter((team) => scope.teams?.includes(team.id) ?? true);
  const limited = scope.years?.map((year) => operatingYear(scenario, year));
  const firstYear = Math.min(...(limited ?? [1]));
  const zero = inputs.build.zero('count');
  return Array.from({ length: horizonOf(scenario) }, (_, index) => {
    const year = index + 1;
    if (!(limited ?? defaultYears(scope.driver, year)).includes(year)) return zero;
    return countIn(scope.driver, teams, { year, firstYear }, inputs);
  });
}

/** “Once” is year 1 unless a year is given; everything else goes on in every year. */
function defaultYears(driver: LineDriver, year: number): readonly number[] {
  return driver.kind === 'once' ? [1] : [year];
}

interface YearOfLine {
  readonly year: number;
  /** The first year in which the line may fall. */
  readonly firstYear: number;
}

function countIn(driver: LineDriver, teams: readonly TeamCapacity[], when: YearOfLine, inputs: ModelInputs): Count {
  const { build } = inputs;
  const index = when.year - 1;
  const total = (pick: (team: TeamCapacity) => ByYear<'count'>) =>
    build.sum(
      teams.flatMap((team) => pick(team)[index] ?? []),
      'count',
    );
  const employees = (of: (team: TeamCapacity) => ByYear<'count'>) =>
    build.sum(
      teams.map((team) =>
        build.times(of(team)[index] ?? build.zero('count'), build.sum([...team.people.values()], 'count')),
      ),
      'count',
    );
  switch (driver.kind) {
    case 'once':
    case 'year':
      return build.constant(1, 'count');
    case 'everyYears':
      return build.constant((when.year - when.firstYear) % driver.interval === 0 ? 1 : 0, 'count');
    case 'team':
      return total((team) => team.starting);
    case 'teamYear':
      return total((team) => team.active);
    case 'course':
      return total((team) => team.courses);
    case 'started':
      return total((team) => team.started);
    case 'completed':
      return total((team) => team.completed);
    case 'session':
      return total((team) => team.sessions);
    case 'employee':
      return employees((team) => team.starting);
    case 'employeeYear':
      return employees((team) => team.active);
    default:
      return driver satisfies never;
  }
}
