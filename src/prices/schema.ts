/** Price tables: dated prices with unit, wage concept, what they include, and source. */
import { z } from 'zod';
import { money, year } from '../scenario/quantity/quantities.ts';
import { idSchema, referenceSchema } from '../scenario/schema/provenance.ts';
import { wageConcepts } from '../scenario/schema/words.ts';

export const priceUnits = ['kr./time', 'kr./år', 'kr.'] as const;
export type PriceUnit = (typeof priceUnits)[number];

const line = z.string().min(1);

export const priceSchema = z.strictObject({
  name: line.meta({ description: 'as it is printed' }),
  unit: z.enum(priceUnits).meta({ description: 'kr./time (an hour), kr./år (annual pay) or kr. (a piece)' }),
  concept: z.enum(wageConcepts).optional().meta({ description: 'how a wage is counted' }),
  includes: z.array(line).optional().meta({ description: 'what is in it: pension, feriepenge, overhead …' }),
  note: line.optional(),
  values: z
    .record(
      z
        .string()
        .regex(/^\d{4}$/, { error: 'a year' })
        .pipe(year.transform(String)),
      money,
    )
    .meta({ description: 'the price by year; old years stay, so that an old note can be built again' }),
  source: referenceSchema.optional().meta({ description: 'title, page or table, address, date read' }),
  assumption: z.string().min(3).optional().meta({ description: 'instead of a source: why this value was chosen' }),
});

export const priceTableSchema = z.strictObject({
  prices: z.record(idSchema, priceSchema).meta({ description: 'prices by name' }),
});

export type Price = z.infer<typeof priceSchema>;
