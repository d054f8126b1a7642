/** Price tables: dated prices with unit, wage concept, what they include, and source. */
import { z } from 'zod';
import { date, priceAmount, share, wholeCount } from '../scenario/quantity/quantities.ts';
import type { PricePeriod } from '../scenario/quantity/read-wage.ts';
import { idSchema, reason, referenceSchema } from '../scenario/schema/provenance.ts';
import { wageConcepts } from '../scenario/schema/words.ts';
import { type IndexSeries, indexSeriesSchema } from './tables/index-series.ts';
import { hoursNormSchema, overheadRateSchema } from './tables/norms.ts';
import { line, valuesByYear } from './tables/parts.ts';

export const priceUnits = ['kr./time', 'kr./år', 'kr.'] as const;
export type PriceUnit = (typeof priceUnits)[number];

/** How a value may say its unit, by the unit of its row. */
const periods = { 'kr./time': 'hour', 'kr./år': 'year', 'kr.': 'none' } as const satisfies Record<
  PriceUnit,
  PricePeriod
>;

export const priceSchema = z
  .strictObject({
    name: line.max(200).meta({ description: 'as it is printed' }),
    unit: z.enum(priceUnits).meta({ description: 'kr./time (an hour), kr./år (annual pay) or kr. (a piece)' }),
    concept: z.enum(wageConcepts).optional().meta({ description: 'how a wage is counted' }),
    includes: z.array(line).optional().meta({ description: 'what is in it: pension, feriepenge, overhead …' }),
    note: line.optional().meta({ description: 'what else must be known to use it' }),
    values: valuesByYear(priceAmount, 'write a year and its price: 2026: 412 kr.').meta({
      description: 'the price by year; old years stay, so that an old note can be built again',
    }),
    index: idSchema.optional().meta({
      description: 'the index series that brings a value to years it has none for',
      examples: ['forbrugerpriser'],
    }),
    source: referenceSchema.optional().meta({ description: 'title, page or table, address, date read' }),
    assumption: reason('instead of a source: why this value was chosen').optional(),
  })
  .transform(({ values, ...price }, context) => {
    for (const [year, { period, text }] of Object.entries(values)) {
      if (period === 'none' || period === periods[price.unit]) continue;
      const message = `“${text}” is in another unit than the price, which is in ${price.unit}`;
      const params = { code: 'price-unit', hint: 'change the value, or `unit:`' };
      context.addIssue({ code: 'custom', message, params, path: ['values', year], input: text });
    }
    return { ...price, values: Object.fromEntries(Object.entries(values).map(([year, { amount }]) => [year, amount])) };
  });

const discountStepSchema = z.strictObject({
  through: wholeCount.optional().meta({
    description: 'last year of the rate, counted from the base year; left out of the last one: all later years',
  }),
  rate: share.meta({ description: 'rate a year: “3,5 pct.”' }),
});

export const discountRatesSchema = z.strictObject({
  name: line.meta({ description: 'as it is printed' }),
  schedules: z
    .array(
      z.strictObject({
        from: date.optional().meta({ description: 'first day in force; left out: those before all others' }),
        steps: z.array(discountStepSchema).min(1).meta({ description: 'rates by how far ahead the year is' }),
        source: referenceSchema.meta({ description: 'title, address, date read' }),
      }),
    )
    .min(1)
    .meta({ description: 'the rates that were in force, oldest first; old ones stay' }),
});

export const priceTableSchema = z.strictObject({
  prices: z.record(idSchema, priceSchema).optional().meta({ description: 'prices by name' }),
  indexes: z
    .record(idSchema, indexSeriesSchema)
    .optional()
    .meta({ description: 'index series by name, for bringing amounts from one price year to another' }),
  hoursNorms: z
    .record(idSchema, hoursNormSchema)
    .optional()
    .meta({ description: 'effective hours of a year by name; `effectiveHours: { norm: … }` of a role refers to them' }),
  overheadRates: z
    .record(idSchema, overheadRateSchema)
    .optional()
    .meta({ description: 'overhead by name; `overheadRate: …` of a role refers to them' }),
  discountRates: z
    .record(idSchema, discountRatesSchema)
    .optional()
    .meta({ description: 'discount rates by name; `discounting: officiel` in a scenario refers to them' }),
});

export type { IndexSeries };
export type DiscountRates = z.infer<typeof discountRatesSchema>;

export type Price = z.infer<typeof priceSchema>;
