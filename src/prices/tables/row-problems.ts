/** What can be wrong with a row of a price table beyond its shape. */
import type { Problem } from '../../problem/problem.ts';
import type { Place } from '../../problem/source.ts';
import type { DiscountRates, Price } from '../schema.ts';
import type { HoursNorm } from './norms.ts';

/** A row of a table: its name is its own, and it has a source or a reason. `what` names it: “price “x””. */
export function rowProblems(
  what: string,
  row: Pick<Price, 'source' | 'assumption'>,
  place: Place,
  earlier: { readonly place: Place } | undefined,
): Problem[] {
  const found: Problem[] = [];
  if (earlier !== undefined) {
    found.push({
      severity: 'error',
      code: 'name-taken',
      message: `${what} stands in ${earlier.place.source.path} already`,
      place,
      hint: 'give one of them another name, or put the new years into the first',
    });
  }
  if ((row.source === undefined) === (row.assumption === undefined)) {
    found.push({
      severity: 'error',
      code: row.source === undefined ? 'source-missing' : 'key-conflict',
      message: `${what} needs either a source or an assumption`,
      place,
      hint: 'add `source:` with title, page and the date it was read, or `assumption:` with the reason for the value',
    });
  }
  return found;
}

/** Schedules stand oldest first, and the years of each rise: what is looked up depends on it. */
export function rateProblems(
  name: string,
  { schedules }: DiscountRates,
  place: Place,
  earlier: { readonly place: Place } | undefined,
): Problem[] {
  const problem = (code: Problem['code'], message: string, hint: string): Problem[] => [
    { severity: 'error', code, message, place, hint },
  ];
  if (earlier !== undefined) {
    const message = `discount rates “${name}” stand in ${earlier.place.source.path} already`;
    return problem('name-taken', message, 'give one of them another name, or put the new rates into the first');
  }
  const days = schedules.map(({ from }) => from?.iso ?? '');
  if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? ''))) {
    const hint = 'sort them by `from`; only the first may be without it';
    return problem('range-reversed', `the schedules of “${name}” must come oldest first`, hint);
  }
  const rises = ({ steps }: (typeof schedules)[number]) =>
    steps.every(({ through }, index) =>
      through === undefined ? index === steps.length - 1 : through > (steps[index - 1]?.through ?? -1),
    );
  if (schedules.every(rises)) return [];
  const hint = 'sort the steps by `through`; only the last may be without it';
  return problem('range-reversed', `the years of “${name}” must rise`, hint);
}

const hoursOfAYear = 8_784;

/** What is left of a norm is some of a year's hours. */
export function normProblems(name: string, { gross, deductions }: HoursNorm, place: Place): Problem[] {
  const off = Object.values(deductions ?? {}).reduce((sum, { value }) => sum + value, 0);
  const left = gross.value - off;
  if (left > 0 && gross.value <= hoursOfAYear) return [];
  const message =
    left > 0
      ? `norm “${name}” has more gross hours than a year, 8.784`
      : `norm “${name}” takes off as many hours as there are`;
  const hint = 'give the hours of one full-time position in a year: 1.924 timer before deductions';
  return [{ severity: 'error', code: 'value-impossible', message, place, hint }];
}
