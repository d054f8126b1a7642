/** Years of a scenario: operating years 1..H, or calendar years where the scenario names its first. */
import type { Scenario } from './schema/scenario.ts';

/** The time horizon in whole years. */
export function horizonOf(scenario: Scenario): number {
  return scenario.timeHorizon.values[0] ?? 1;
}

/** A year as the author writes it → operating year (1 = the first). Outside the horizon it is still returned. */
export function operatingYear(scenario: Scenario, written: number): number {
  return scenario.firstYear !== undefined && written >= 1900 ? written - scenario.firstYear + 1 : written;
}

/** Operating year → calendar year, where the scenario has calendar years. */
export function calendarYear(scenario: Scenario, year: number): number | undefined {
  return scenario.firstYear === undefined ? undefined : scenario.firstYear + year - 1;
}

/** The operating year whose amounts count in full where amounts are discounted. */
export function discountBaseYear(scenario: Scenario): number {
  return operatingYear(scenario, scenario.discounting?.baseYear ?? 1);
}

/** Teams that start, by operating year; `path` is where the figure stands. */
export function teamStarts(
  scenario: Scenario,
  teamId: string,
): { readonly year: number; readonly written?: string; readonly path: string }[] {
  const team = scenario.teams?.[teamId];
  if (team?.startsByYear === undefined) return [{ year: 1, path: `teams.${teamId}.count` }];
  return Object.keys(team.startsByYear).map((written) => ({
    year: operatingYear(scenario, Number(written)),
    written,
    path: `teams.${teamId}.startsByYear.${written}`,
  }));
}
