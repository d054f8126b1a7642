/** Index series of a price table: values by year, what they are counted from, and where new ones are fetched. */
import { z } from 'zod';
import { indexValue } from '../../scenario/quantity/quantities.ts';
import { projectionSchema } from '../../scenario/schema/price-reference.ts';
import { reason, referenceSchema } from '../../scenario/schema/provenance.ts';
import { line, valuesByYear } from './parts.ts';

/** Variable code → code of the one value that is wanted; time comes by itself. */
const select = z
  .record(line.max(60), line.max(60).meta({ description: 'code of the value' }))
  .meta({ description: 'the value chosen of each variable, by their codes: { HOVED: "1005" }' });

const table = z
  .string()
  .regex(/^[A-Za-zÆØÅæøå0-9]{2,20}$/, { error: 'the name of a table in StatBank: PRIS112' })
  .meta({ description: 'table in StatBank', examples: ['PRIS112'] });

const unit = line.max(200).meta({
  description:
    'text that the label of a value chosen must have, so that an index and its yearly change are never mixed',
  examples: ['Årsgennemsnit'],
});

const statbankSchema = z.strictObject({
  table,
  select,
  unit,
  fallback: z
    .strictObject({
      table,
      select,
      unit: unit.optional(),
      average: z
        .enum(['months'])
        .optional()
        .meta({ description: '`months`: the year is the average of its twelve months' }),
    })
    .optional()
    .meta({ description: 'another table, asked where the first is gone or has no value' }),
});

export const indexSeriesSchema = z.strictObject({
  name: line.max(200).meta({ description: 'as it is printed' }),
  base: line.max(60).meta({ description: 'the value that the others are counted by', examples: ['2015 = 100'] }),
  note: line.optional().meta({ description: 'what else must be known to use it' }),
  values: valuesByYear(indexValue, 'write a year and its value: 2023: 117,21').meta({
    description: 'the index by year, all of the same base',
  }),
  source: referenceSchema.optional().meta({ description: 'title, page or table, address, date read' }),
  assumption: reason('instead of a source: why these values were chosen').optional(),
  projection: projectionSchema.optional(),
  statbank: statbankSchema.optional().meta({ description: 'where `omkost prices update` fetches new values' }),
});

export type IndexSeries = z.infer<typeof indexSeriesSchema>;
/** Where a series is fetched. */
