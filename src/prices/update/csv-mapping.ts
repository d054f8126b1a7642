/** How a table of figures from elsewhere is read: which columns hold what, and what its rows are called in the price tables. */
import { z } from 'zod';
import type { Problem } from '../../problem/problem.ts';
import { refuseErrors } from '../../problem/problem.ts';
import type { Source } from '../../problem/source.ts';
import { idSchema, referenceSchema } from '../../scenario/schema/provenance.ts';
import { wageConcepts } from '../../scenario/schema/words.ts';
import { checkShape } from '../../yaml/check-shape.ts';
import { type Located, parseYaml } from '../../yaml/parse-yaml.ts';
import { priceUnits } from '../schema.ts';
import { line } from '../tables/parts.ts';

const newRowsSchema = z
  .strictObject({
    table: line.optional().meta({
      description: 'the price table that they are added to, where there are several',
      examples: ['loenstatistik.yaml'],
    }),
    unit: z.enum(priceUnits).optional().meta({ description: 'of prices, which must have one: what the values are in' }),
    concept: z.enum(wageConcepts).optional().meta({ description: 'of wages: how they are counted' }),
    includes: z.array(line).optional().meta({ description: 'of prices: what is in them' }),
    index: idSchema.optional().meta({
      description: 'of prices: the index series that brings them to years they have no value for',
      examples: ['forbrugerpriser'],
    }),
    base: line
      .max(60)
      .optional()
      .meta({
        description: 'of index series, which must have one: the value that the others are counted by',
        examples: ['2015 = 100'],
      }),
    note: line.optional().meta({ description: 'what else must be known to use them' }),
  })
  .meta({ description: 'how rows that no price table has are added; without it they are refused' });

export const csvMappingSchema = z.strictObject({
  kind: z.enum(['prices', 'indexes']).meta({ description: 'what the values are, as in the price tables' }),
  columns: z
    .strictObject({
      name: line.optional().meta({
        description: 'head of the column that says what a row is of; not with `series`',
        examples: ['Stilling'],
      }),
      year: line.optional().meta({
        description: 'head of the column of years; without it the years are heads themselves',
        examples: ['År'],
      }),
      value: line.optional().meta({
        description: 'head of the column of values; goes with `year`',
        examples: ['Timeløn'],
      }),
    })
    .meta({ description: 'columns by their heads' }),
  series: idSchema.optional().meta({ description: 'the one row of the price tables that all values are of' }),
  names: z
    .record(line, idSchema)
    .optional()
    .meta({ description: 'what a row is called in the file, and in the price tables; other rows are left out' }),
  new: newRowsSchema.optional(),
  separator: z
    .enum([';', ',', 'tab'])
    .optional()
    .meta({ description: 'between cells, where the head of the file does not show it' }),
  source: referenceSchema
    .pick({ title: true, publisher: true, at: true, url: true, read: true })
    .partial()
    .optional()
    .meta({ description: 'what the source of the rows becomes; what is left out stays as it stands in the table' }),
});
export type CsvMapping = z.infer<typeof csvMappingSchema>;
export type NewRows = z.infer<typeof newRowsSchema>;

/** Throws UserError with what is wrong in the mapping. */
export function parseCsvMapping(source: Source): Located<CsvMapping> {
  const mapping = checkShape(parseYaml(source), csvMappingSchema);
  refuseErrors(newRowsProblems(mapping));
  return mapping;
}

/** Which keys a new row must have, and which it cannot have, by what the values are. */
const keysOf = {
  prices: { must: 'unit', never: ['base'], example: 'unit: kr./time' },
  indexes: { must: 'base', never: ['unit', 'concept', 'includes', 'index'], example: 'base: 2015 = 100' },
} as const;

function newRowsProblems({ value, locate }: Located<CsvMapping>): Problem[] {
  const { kind, new: rows, source } = value;
  if (rows === undefined) return [];
  const { must, never, example } = keysOf[kind];
  const problem = (code: Problem['code'], path: readonly string[], message: string, hint: string): Problem => ({
    severity: 'error',
    code,
    message,
    place: locate(path, 'key'),
    hint,
  });
  const others = never.filter((key) => rows[key] !== undefined);
  return [
    ...others.map((key) =>
      problem('key-conflict', ['new', key], `\`${key}\` does not go with \`kind: ${kind}\``, `remove \`${key}\``),
    ),
    ...(rows[must] === undefined
      ? [problem('key-missing', ['new'], `new ${kind} must have \`${must}\``, `add \`${example}\` to it`)]
      : []),
    ...(source?.title === undefined
      ? [problem('key-missing', ['new'], 'new rows must have a source', 'add `source: { title: … }` to the mapping')]
      : []),
  ];
}
