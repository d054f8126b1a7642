/** Where a figure comes from: a source in the scenario's list of references, or an assumption with its reason. */
import { z } from 'zod';

/** Names that an author gives: letters (also æøå), digits and hyphens, so that they can stand in a figure's name. */
export const idSchema = z
  .string()
  .regex(/^[\p{L}][\p{L}\p{N}-]*$/u, { error: 'a name has letters, digits and hyphens, and starts with a letter' })
  .max(60, { error: 'a name has at most 60 letters' })
  .refine((name) => !Object.hasOwn(Object.prototype, name), {
    error: 'this name is taken by the program: choose another',
  })
  .meta({ title: 'a name', examples: ['mødeleder', 'pn-2018'] });

/** Why something is as it is: a sentence, not a yes. */
export function reason(description: string) {
  return z
    .string()
    .min(3, { error: 'write why, in a sentence', abort: true })
    .refine((text) => !/^(?:ja|nej|sand|falsk|true|false|yes|no|memo)[.!]?$/i.test(text.trim()), {
      error: 'write why, in a sentence',
    })
    .meta({ title: 'a reason', description });
}

export interface Citation {
  readonly ref: string;
  readonly at?: string;
}

const sourceNameSchema = z
  .string()
  .regex(/^[\p{L}][\p{L}\p{N}-]{0,59}$/u, {
    error:
      'write the name of an entry under `references:`, where the title stands; details go into { ref, at: "tabel 3" }',
  })
  .meta({ title: 'a name from `references`', examples: ['pn-2018'] });

const citationSchema = z
  .union([
    sourceNameSchema,
    z.strictObject({
      ref: sourceNameSchema.meta({ description: 'a name from `references`' }),
      at: z.string().min(1).meta({ description: 'page, table or section in that source' }),
    }),
  ])
  .transform((value): Citation => (typeof value === 'string' ? { ref: value } : value))
  .meta({ description: 'where the figures come from: a name from `references`, or { ref, at: "table 3" }' });

/** The two keys that say where figures come from; at least one is asked for by scenario/check. */
export const provenanceKeys = {
  source: citationSchema.optional(),
  assumption: reason(
    'the figure has no source: why this value was chosen. Printed in the appendix as an assumption',
  ).optional(),
};

export interface Provenance {
  readonly source?: Citation | undefined;
  readonly assumption?: string | undefined;
}

const sourceKeys = {
  title: z.string().min(1).meta({ description: 'title of the publication, table or conversation' }),
  author: z.string().optional().meta({ description: 'who wrote it' }),
  publisher: z.string().optional().meta({ description: 'who published it' }),
  published: z
    .string()
    .meta({ type: ['string', 'number'] })
    .optional()
    .meta({ description: 'year or date of publication' }),
  at: z.string().optional().meta({ description: 'page, table or section' }),
  url: z
    .url({ protocol: /^https?$/, error: 'write the whole web address, from https:// on' })
    .optional()
    .meta({
      description: 'web address of the publication, from https:// on',
      examples: ['https://www.dst.dk/pris112'],
    }),
  read: z.iso
    .date({ error: 'write the date it was read as year, month and day: 2026-11-22' })
    .optional()
    .meta({ description: 'the date it was read, as 2026-11-22' }),
};

/** One entry of a list of sources. */
export const referenceSchema = z.strictObject(sourceKeys);
export type Reference = z.infer<typeof referenceSchema>;
