/** Rows that turn annual pay into an hourly cost: norms of effective hours and rates of overhead. */
import { z } from 'zod';
import { hours, share, year } from '../../scenario/quantity/quantities.ts';
import { reason, referenceSchema } from '../../scenario/schema/provenance.ts';
import { deductionNameSchema } from '../../scenario/schema/staff.ts';
import { line } from './parts.ts';

const rowKeys = {
  name: line.max(200).meta({ description: 'as it is printed' }),
  year: year.optional().meta({ description: 'the year it holds for' }),
  note: line.optional().meta({ description: 'what else must be known to use it' }),
  source: referenceSchema.optional().meta({ description: 'title, page or table, address, date read' }),
  assumption: reason('instead of a source: why this value was chosen').optional(),
};

/** Hours with a source of their own where they do not have the row's. */
const partSchema = z
  .union([
    hours,
    z.strictObject({
      value: hours,
      source: referenceSchema.optional().meta({ description: 'where these hours come from' }),
      assumption: reason('instead of a source: why these hours').optional(),
    }),
  ])
  .transform((given) => (typeof given === 'number' ? { value: given } : given));

export const hoursNormSchema = z.strictObject({
  ...rowKeys,
  gross: partSchema.meta({ description: 'hours paid in a year: 1.924 timer (37 × 52)' }),
  deductions: z
    .record(deductionNameSchema, partSchema.meta({ description: 'hours a year that come off' }))
    .optional()
    .meta({ description: 'what comes off, by name; a scenario may take off more' }),
});
export type HoursNorm = z.infer<typeof hoursNormSchema>;

export const overheadRateSchema = z.strictObject({
  ...rowKeys,
  rate: share.meta({ description: 'added to the pay: 20 pct.' }),
});
export type OverheadRate = z.infer<typeof overheadRateSchema>;
