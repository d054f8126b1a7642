/** Tables of the author's own: figures from elsewhere, printed where the text places them, and checked to add up. */
import { z } from 'zod';
import { quantity } from '../quantity/quantity.ts';
import { readCell } from '../quantity/read-cell.ts';
import { provenanceKeys } from './provenance.ts';

const line = z.string().min(1);

const cell = quantity('a number, or –', readCell, {
  description: 'a number as it is printed, or “–” where there is none',
  examples: ['60.304', '–'],
});

const column = (what: string) => line.meta({ description: `the column with ${what}, by its head` });

export const tableSchema = z.strictObject({
  title: line.meta({ description: 'title of the table' }),
  unit: line.optional().meta({ description: 'unit of all figures, as it is printed: kr., 2018-priser' }),
  what: line.optional().meta({ description: 'head of the first column, which has the names of the rows' }),
  columns: z.array(line).min(1).meta({ description: 'heads of the columns of figures, in order' }),
  rows: z
    .record(line, z.array(cell).min(1))
    .meta({ description: 'rows by name, each a list with a figure for every column' }),
  totals: z
    .strictObject({
      column: column('the sum of the others in each row').optional(),
      row: line.optional().meta({ description: 'the row with the sum of the others, by its name' }),
    })
    .optional()
    .meta({ description: 'which row and column are sums; they are checked' }),
  average: line.optional().meta({ description: 'the row with the average of the others, by its name; it is checked' }),
  range: z
    .strictObject({
      low: column('the lowest values'),
      base: column('the base values'),
      high: column('the highest values'),
    })
    .optional()
    .meta({ description: 'columns of a sensitivity table: low, base and high must come in that order of size' }),
  quotient: z
    .strictObject({ cost: column('the costs'), count: column('the number'), each: column('the unit cost') })
    .optional()
    .meta({ description: 'columns of which one is another divided by a third; it is checked' }),
  deviation: z.string().min(3).optional().meta({
    description: 'why the figures do not add up in the source: printed under the table, which is then not checked',
  }),
  ...provenanceKeys,
});
export type TableInput = z.infer<typeof tableSchema>;

/** Names of the note’s own tables, which an author’s table cannot have. */
export const reservedTableNames: ReadonlySet<string> = new Set([
  'activities',
  'alternatives',
  'assumptions',
  'budget',
  'byPayer',
  'comparator',
  'discounting',
  'distribution',
  'equations',
  'grid',
  'inputs',
  'lines',
  'payerYear',
  'perUnit',
  'perYear',
  'probability',
  'sensitivity',
  'thresholds',
]);
