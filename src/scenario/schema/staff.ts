/** Staff roles and what an hour of each costs. */
import { z } from 'zod';
import { hours, moneyPerHour, moneyPerYear, share } from '../quantity/quantities.ts';
import { idSchema, provenanceKeys } from './provenance.ts';
import { single, vector } from './quantity.ts';
import { wageConcepts } from './words.ts';

/** The effective-hours norm: gross hours less what is not worked with the participants. */
const effectiveHoursSchema = z
  .strictObject({
    gross: single(hours, 'hours', 'hours paid in a year: 1.924 timer (37 × 52)'),
    deductions: z

      // A full stop or a star would be read as part of a figure's place.
      .record(
        z.string().regex(/^[^.*{}]+$/, { error: 'a name without full stops and stars: ferie, helligdage, sygdom' }),
        single(hours, 'hours', 'hours a year that come off'),
      )
      .meta({ description: 'what comes off, by name: ferie, helligdage, sygdom, møder …' }),
    ...provenanceKeys,
  })
  .meta({ description: 'effective hours of a year, built from the gross hours and what comes off' });

export const staffRoleSchema = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'the role as it is printed' }),
  hourlyCost: vector(moneyPerHour, 'krPerHour', 'kroner an hour, all included').optional(),
  price: idSchema.optional().meta({ description: 'a price from the price table, per hour or per year' }),
  annualPay: vector(moneyPerYear, 'kr', 'kroner a year with pension and allowances').optional(),
  effectiveHours: z
    .union([single(hours, 'hours', 'effective hours of a year'), effectiveHoursSchema])
    .optional()
    .meta({ description: 'hours of a year that are worked with the participants: a number, or built from its parts' }),
  overhead: single(share, 'share', 'added to the pay: 20 pct.').optional(),
  concept: z.enum(wageConcepts).optional().meta({ description: 'how the hourly cost is counted' }),
  ...provenanceKeys,
});
export type StaffRoleInput = z.infer<typeof staffRoleSchema>;
