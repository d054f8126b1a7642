/** The edition before as a file inside a note's PDF, so that the note can be computed again without that edition's own file. */
import { z } from 'zod';
import type { RecordedNote } from './changes.types.ts';

const text = z.string().max(5 * 1024 * 1024);
const sourceSchema = z.object({ path: text, text });

const editionSchema = z.object({
  schemaVersion: z.literal(1),
  name: text,
  title: text,
  priceYear: z.number(),
  program: text.optional(),
  printed: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.number()),
  edition: z
    .object({
      scenario: sourceSchema,
      row: sourceSchema.optional(),
      prices: z.array(sourceSchema).max(1000),
      priceYear: z.number().optional(),
    })
    .optional(),
});

export function carriedEdition({ name, title, priceYear, program, printed, values, edition }: RecordedNote): object {
  return {
    schemaVersion: 1,
    name,
    title,
    priceYear,
    ...(program !== undefined && { program }),
    printed,
    values: Object.fromEntries(values),
    ...(edition && { edition }),
  };
}

/** Undefined where the value is none. */
export function recordedEdition(value: unknown): RecordedNote | undefined {
  const parsed = editionSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { name, title, priceYear, program, printed, values, edition } = parsed.data;
  return {
    name,
    title,
    priceYear,
    printed,
    values: new Map(Object.entries(values)),
    ...(program !== undefined && { program }),
    ...(edition && {
      edition: {
        scenario: edition.scenario,
        ...(edition.row !== undefined && { row: edition.row }),
        prices: edition.prices,
        ...(edition.priceYear !== undefined && { priceYear: edition.priceYear }),
      },
    }),
  };
}
