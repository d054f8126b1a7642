/** Official discount rates: the schedule that was in force on a day, put into the scenario as figures. */
import type { Problem } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { CheckedScenario } from '../scenario/parse.ts';
import type { DiscountStep } from '../scenario/schema/discounting.ts';
import type { Reference } from '../scenario/schema/provenance.ts';
import { discountBaseYear, horizonOf } from '../scenario/years.ts';
import type { PriceList } from './parse.ts';

/** The schedule a note was discounted with: for its list of sources. */
export interface UsedDiscountRates {
  readonly id: string;
  readonly name: string;
  readonly source: Reference;
  /** The first day these rates were in force; undefined of the oldest known. */
  readonly from?: string | undefined;
}

interface Resolved {
  readonly steps?: readonly DiscountStep[];
  readonly used?: UsedDiscountRates;
  readonly problems: readonly Problem[];
}

/**
 * The rates of the schedule that the scenario names, in force on its date or else on the last day of its price year.
 * Example: officiel on 7 January 2021 → 3,5 pct. through year 35, 2,5 pct. through year 70.
 */
export function resolveDiscounting({ scenario, located }: CheckedScenario, list: PriceList): Resolved {
  const schedule = scenario.discounting?.schedule;
  if (schedule === undefined) return { problems: [] };
  const listed = list.discountRates.get(schedule);
  const problem = (given: Pick<Problem, 'code' | 'message' | 'hint'>, key = 'schedule'): Resolved => ({
    problems: [{ severity: 'error', place: located.locate(['discounting', key]), ...given }],
  });
  if (listed === undefined) {
    const hint = suggestion(schedule, list.discountRates.keys());
    return problem({ code: 'reference-unknown', message: `unknown discount rates “${schedule}”`, hint });
  }
  const { rates } = listed;
  const day = scenario.discounting?.date?.iso ?? `${scenario.priceYear}-12-31`;
  const inForce = rates.schedules.findLast(({ from }) => from === undefined || from.iso <= day);
  if (inForce === undefined) {
    const message = `“${schedule}” has no rates for ${day}`;
    const hint = `add the rates of that day to ${listed.place.source.path}, or choose a later date`;
    return problem({ code: 'price-year-missing', message, hint }, 'date');
  }
  const last = inForce.steps.at(-1)?.through;
  const farthest = horizonOf(scenario) - discountBaseYear(scenario);
  if (last !== undefined && farthest > last) {
    const message = `“${schedule}” has rates for ${last} years only; the time horizon needs ${farthest}`;
    const hint = 'make the horizon shorter, or write `discounting: { rate: …, assumption: … }`';
    return problem({ code: 'value-impossible', message, hint });
  }
  const steps = inForce.steps.map(
    ({ through, rate }): DiscountStep => ({ through, rate: { kind: 'quantity', unit: 'share', values: [rate] } }),
  );
  return {
    steps,
    used: { id: schedule, name: rates.name, source: inForce.source, from: inForce.from?.iso },
    problems: [],
  };
}
