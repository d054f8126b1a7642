/** Staff roles and what an hour of each costs. */
import { z } from 'zod';
import { hours, moneyPerHour, moneyPerYear, share } from '../quantity/quantities.ts';
import { priceReferenceSchema } from './price-reference.ts';
import { idSchema, provenanceKeys } from './provenance.ts';
import { single, vector } from './quantity.ts';
import { wageConcepts } from './words.ts';

/** What comes off the gross hours. A full stop or a star would be read as part of a figure's place. */
export const deductionNameSchema = z
  .string()
  .regex(/^[^.*{}]+$/, { error: 'a name without full stops and stars: ferie, helligdage, sygdom' });

const deductions = z
  .record(deductionNameSchema, single(hours, 'hours', 'hours a year that come off'))
  .meta({ description: 'what comes off, by name: ferie, helligdage, sygdom, møder …' });

/** The norm of a price table, less what the author takes off besides; the prices fill in its hours. */
const hoursOfNormSchema = z
  .strictObject({
    norm: idSchema.meta({ description: 'a norm from `hoursNorms` in the price tables' }),
    deductions: deductions.optional(),
    ...provenanceKeys,
  })
  .meta({ description: 'effective hours by a norm of the price tables, less what else comes off' });

/** The effective-hours norm: gross hours less what is not worked with the participants. */
const effectiveHoursSchema = z
  .strictObject({
    gross: single(hours, 'hours', 'hours paid in a year: 1.924 timer (37 × 52)'),
    deductions,
    ...provenanceKeys,
  })
  .meta({ description: 'effective hours of a year, built from the gross hours and what comes off' });

export const staffRoleSchema = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'the role as it is printed' }),
  hourlyCost: vector(moneyPerHour, 'krPerHour', 'kroner an hour, all included').optional(),
  price: priceReferenceSchema.optional().meta({
    description: 'a price from the price table, per hour or per year: its name, or { name, index, fromYear }',
  }),
  annualPay: vector(moneyPerYear, 'kr', 'kroner a year with pension and allowances').optional(),
  effectiveHours: z
    .union([single(hours, 'hours', 'effective hours of a year'), effectiveHoursSchema, hoursOfNormSchema])
    .optional()
    .meta({
      description:
        'hours of a year that are worked with the participants: a number, built from its parts, or { norm: … } from the price tables',
    }),
  overhead: single(share, 'share', 'added to the pay: 20 pct.').optional(),
  overheadRate: idSchema
    .optional()
    .meta({ description: 'a rate from `overheadRates` in the price tables, instead of `overhead`' }),
  concept: z.enum(wageConcepts).optional().meta({ description: 'how the hourly cost is counted' }),
  ...provenanceKeys,
});
export type StaffRoleInput = z.infer<typeof staffRoleSchema>;
