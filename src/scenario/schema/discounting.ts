/** Discounting: whether amounts of later years are brought back to one year, and at which rate. Left out, nothing is discounted. */
import { z } from 'zod';
import { date, share, wholeCount } from '../quantity/quantities.ts';
import type { DateRead } from '../quantity/read-date.ts';
import { idSchema, type Provenance, provenanceKeys } from './provenance.ts';
import { type Quantity, single } from './quantity.ts';

/** A rate and the last year it holds for, counted from the base year; without `through` it holds for all later ones. */
export interface DiscountStep {
  readonly through?: number | undefined;
  readonly rate: Quantity;
}

export interface Discounting extends Provenance {
  /** A schedule of the price tables, and the day whose rates are wanted. */
  readonly schedule?: string | undefined;
  readonly date?: DateRead | undefined;
  /** Or one rate of the author's own. */
  readonly rate?: Quantity | undefined;
  /** The year whose amounts count in full, as written. */
  readonly baseYear?: number | undefined;
  /** The rates of the schedule: filled in with the prices (prices/discount-rates.ts). */
  readonly steps?: readonly DiscountStep[] | undefined;
}

const baseYear = wholeCount.optional().meta({
  description: 'the year whose amounts count in full (factor 1), as operating or calendar year. Default: year 1',
});

const scheduleSchema = z.strictObject({
  schedule: idSchema.meta({
    description: 'a schedule from `discountRates` in the price tables',
    examples: ['officiel'],
  }),
  date: date.optional().meta({
    description: 'the day whose rates are used. Default: the last day of the price year',
    examples: ['2021-01-07'],
  }),
  baseYear,
});

const rateSchema = z.strictObject({
  rate: single(share, 'share', 'discount rate a year'),
  baseYear,
  ...provenanceKeys,
});

/** `officiel`, `{ schedule: officiel, date: 2021-01-07 }` or `{ rate: 3 pct., assumption: … }`. */
export const discountingSchema = z
  .union([idSchema, scheduleSchema, rateSchema])
  .transform((given): Discounting => (typeof given === 'string' ? { schedule: given } : given))
  .meta({
    description:
      'brings amounts of later years back to the base year: officiel, { schedule: officiel, date: 2021-01-07 } or { rate: 3 pct., assumption: … }. Default: nothing is discounted',
    examples: ['officiel'],
  });
