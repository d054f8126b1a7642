/**
 * The units of the cost method, as types: a figure in kroner cannot be added to one in hours, and hours become kroner
 * only through an hourly cost. A `Term` is a figure of the calculation, known by its place there; its value comes when
 * the calculation is evaluated (model/calculation/).
 */

export const units = ['kr', 'krPerHour', 'hours', 'share', 'count', 'years'] as const;

/** kr = kroner; krPerHour = kroner per hour; share = 0..1; count = people, teams, courses, sessions, pieces; years = durations. */
export type Unit = (typeof units)[number];

/** What a duration may be written in; it is calculated in years whatever it was written in. */
export const durationUnits = ['years', 'months', 'weeks', 'days'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** How many of each there are in a year. */
export const inAYear: Readonly<Record<DurationUnit, number>> = { years: 1, months: 12, weeks: 52, days: 365 };

declare const unitMark: unique symbol;

/** A figure of the calculation with its unit. */
export type Term<U extends Unit> = number & { readonly [unitMark]: U };

export type Kroner = Term<'kr'>;
export type KronerPerHour = Term<'krPerHour'>;
export type Hours = Term<'hours'>;
export type Share = Term<'share'>;
export type Count = Term<'count'>;
export type Years = Term<'years'>;

/** The checked door from a place in the calculation to a term: only the calculation itself calls it. */
export function termAt<U extends Unit>(index: number, _unit: U): Term<U> {
  return index as Term<U>;
}
