/** How a table of figures from elsewhere is read: which columns hold what, and what its rows are called in the price tables. */
import { z } from 'zod';
import type { Source } from '../../problem/source.ts';
import { idSchema, referenceSchema } from '../../scenario/schema/provenance.ts';
import { checkShape } from '../../yaml/check-shape.ts';
import { type Located, parseYaml } from '../../yaml/parse-yaml.ts';
import { line } from '../tables/parts.ts';

export const csvMappingSchema = z.strictObject({
  kind: z.enum(['prices', 'indexes']).meta({ description: 'what the values are, as in the price tables' }),
  columns: z
    .strictObject({
      name: line.optional().meta({ description: 'head of the column that says what a row is of; not with `series`' }),
      year: line
        .optional()
        .meta({ description: 'head of the column of years; without it the years are heads themselves' }),
      value: line.optional().meta({ description: 'head of the column of values; goes with `year`' }),
    })
    .meta({ description: 'columns by their heads' }),
  series: idSchema.optional().meta({ description: 'the one row of the price tables that all values are of' }),
  names: z
    .record(line, idSchema)
    .optional()
    .meta({ description: 'what a row is called in the file, and in the price tables; other rows are left out' }),
  separator: z.enum([';', ',', 'tab']).optional().meta({ description: 'between cells; default ;' }),
  source: referenceSchema
    .partial()
    .optional()
    .meta({ description: 'what the source of the rows becomes; what is left out stays as it stands in the table' }),
});
export type CsvMapping = z.infer<typeof csvMappingSchema>;

/** Throws UserError with what is wrong in the mapping. */
export function parseCsvMapping(source: Source): Located<CsvMapping> {
  return checkShape(parseYaml(source), csvMappingSchema);
}
