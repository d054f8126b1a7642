/** Subsidies (tilskud): money that one payer gives another, in the years it is paid. */
import type { GrantInput } from '../scenario/schema/grants.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Perspective } from '../scenario/schema/words.ts';
import { operatingYear } from '../scenario/years.ts';
import type { Kroner } from '../units.ts';
import type { ModelInputs } from './inputs.ts';

/**
 * Subsidies of a year [kr.] = what the payer of the perspective receives − what it gives; where everybody is counted,
 * transfers cancel out. Source: METHOD, payers. Example: 200,000 kr. from the state in year 1: +200,000 for the
 * municipality, −200,000 for the state, 0 for all.
 */
export function subsidiesIn(scenario: Scenario, perspective: Perspective, year: number, inputs: ModelInputs): Kroner {
  return subsidiesUnder({ section: 'grants', grants: scenario.grants ?? {} }, { scenario, perspective, year }, inputs);
}

/** The same of the subsidies that stand under `section` of the scenario. */
export function subsidiesUnder(
  { section, grants: all }: { readonly section: string; readonly grants: Readonly<Record<string, GrantInput>> },
  {
    scenario,
    perspective,
    year,
  }: { readonly scenario: Scenario; readonly perspective: Perspective; readonly year: number },
  inputs: ModelInputs,
): Kroner {
  const { build } = inputs;
  const grants = Object.entries(all).filter(([, grant]) => fallsIn(scenario, grant, year));
  const amount = ([id, grant]: [string, GrantInput]) =>
    inputs.figure(`${section}.${id}.amount`, grant.amount, 'kr', 1, { key: 'grant', name: grant.name });
  const received = grants.filter(([, grant]) => (grant.to ?? 'kommune') === perspective).map(amount);
  const given = grants.filter(([, grant]) => grant.from === perspective).map(amount);
  return build.minus(build.sum(received, 'kr'), build.sum(given, 'kr'), { key: 'subsidiesYear', year });
}

/** True in the years in which the subsidy is paid. */
export function fallsIn(scenario: Scenario, grant: GrantInput, year: number): boolean {
  return grant.years.some((written) => operatingYear(scenario, written) === year);
}
