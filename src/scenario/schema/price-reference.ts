/** How a scenario refers to a price of the price tables: by its name, or with the series that indexes it. */
import { z } from 'zod';
import { year, yearlyRise } from '../quantity/quantities.ts';
import { idSchema, reason } from './provenance.ts';

export interface PriceReference {
  readonly name: string;
  /** Instead of the series that the price itself names. */
  readonly index?: string | undefined;
  /** The year whose value is indexed. Default: the latest before the price year of the note. */
  readonly fromYear?: number | undefined;
}

export const priceReferenceSchema = z
  .union([
    idSchema,
    z.strictObject({
      name: idSchema.meta({ description: 'a price from the price table' }),
      index: idSchema
        .optional()
        .meta({ description: 'the index series that brings it to the price year, instead of the price’s own' }),
      fromYear: year
        .optional()
        .meta({ description: 'the year whose value is indexed. Default: the latest before the price year' }),
    }),
  ])
  .transform((given): PriceReference => (typeof given === 'string' ? { name: given } : given));

/** A guess at the years after the last of a series, which is printed as an assumption. */
export const projectionSchema = z
  .strictObject({
    rate: yearlyRise.meta({ description: 'how much the index is assumed to rise each year: “2 pct.”' }),
    reason: reason('why this rate. Printed in the appendix as an assumption'),
  })
  .meta({
    description: 'for years after the last of a series, an assumed yearly rise; without it such a year is refused',
  });
export type Projection = z.infer<typeof projectionSchema>;

/** How amounts are brought to the price year where they do not say so themselves. */
export const indexationSchema = z.strictObject({
  index: idSchema.optional().meta({
    description: 'series for amounts and prices that name none of their own',
    examples: ['forbrugerpriser'],
  }),
  projection: projectionSchema.optional(),
});
