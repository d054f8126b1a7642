/** Where a figure comes from: a source in the scenario's list of references, or an assumption with its reason. */
import { z } from 'zod';

/** Names that an author gives: letters (also æøå), digits and hyphens, so that they can stand in a figure's name. */
export const idSchema = z
  .string()
  .regex(/^[\p{L}][\p{L}\p{N}-]*$/u, { error: 'a name has letters, digits and hyphens, and starts with a letter' })
  .max(60);

export interface Citation {
  readonly ref: string;
  readonly at?: string;
}

const citationSchema = z
  .union([
    idSchema,
    z.strictObject({
      ref: idSchema.meta({ description: 'a name from `references`' }),
      at: z.string().min(1).meta({ description: 'page, table or section in that source' }),
    }),
  ])
  .transform((value): Citation => (typeof value === 'string' ? { ref: value } : value))
  .meta({ description: 'where the figures come from: a name from `references`, or { ref, at: "table 3" }' });

/** The two keys that say where figures come from; at least one is asked for by scenario/check. */
export const provenanceKeys = {
  source: citationSchema.optional(),
  assumption: z.string().min(3).optional().meta({
    description: 'the figure has no source: why this value was chosen. Printed in the appendix as an assumption',
  }),
};

export interface Provenance {
  readonly source?: Citation | undefined;
  readonly assumption?: string | undefined;
}

const sourceKeys = {
  title: z.string().min(1).meta({ description: 'title of the publication, table or conversation' }),
  author: z.string().optional().meta({ description: 'who wrote it' }),
  publisher: z.string().optional().meta({ description: 'who published it' }),
  published: z.string().optional().meta({ description: 'year or date of publication' }),
  at: z.string().optional().meta({ description: 'page, table or section' }),
  url: z.url({ protocol: /^https?$/, error: 'a web address that starts with https://' }).optional(),
  read: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'the date it was read, as 2026-11-22' })
    .optional()
    .meta({ description: 'the date it was read, as 2026-11-22' }),
};

/** One entry of a list of sources. */
export const referenceSchema = z.strictObject(sourceKeys);
export type Reference = z.infer<typeof referenceSchema>;
