/** What the publication says of itself, and the author's prose. */
import { z } from 'zod';
import { idSchema } from './provenance.ts';

const line = z.string().min(1);

/** Who publishes: printed on the colophon page. The theme has one; what the scenario gives replaces it, key by key. */
export const publisherSchema = z.strictObject({
  name: line.optional().meta({ description: 'name of the publisher' }),
  address: z.array(line).optional().meta({ description: 'address, a line each' }),
  phone: line.optional().meta({ description: 'telephone number, as it is printed' }),
  email: z
    .email({ error: 'write an e-mail address: post@example.dk' })
    .optional()
    .meta({ description: 'e-mail address' }),
  web: line.optional().meta({ description: 'web site, as printed' }),
  authorUnit: line.optional().meta({ description: 'the office that wrote the note' }),
  isbn: line.optional().meta({ description: 'ISBN, where the note has one' }),
  licence: line.optional().meta({ description: 'the sentence on quoting the note' }),
  download: line.optional().meta({ description: 'the sentence on where the note can be fetched' }),
});

/** The published assessment that this note calculates again. Such a note says that it is not the agency's publication. */
export const recalculatesSchema = z.strictObject({
  title: line.meta({ description: 'title of the published assessment' }),
  publisher: line.meta({ description: 'who published it' }),
  published: line.meta({ description: 'when, as it is printed: november 2016' }),
  note: line.optional().meta({ description: 'what differs from the publication, in a sentence' }),
});

/** The edition before: its figures are compared with the note's own. */
export const previousEditionSchema = z.strictObject({
  file: line.meta({
    description: 'its PDF, which tells causes too, or its results file (.json); in the scenario’s folder or below it',
    examples: ['udgaver/2024/min-indsats.pdf'],
  }),
  issued: line.meta({ description: 'when it was issued, as it is printed: november 2024' }),
  note: line.optional().meta({ description: 'a sentence of your own on what has changed' }),
});

/** One edition of the note's history. */
export const editionSchema = z.strictObject({
  issued: line.meta({ description: 'when it was issued, as it is printed: november 2024' }),
  change: line.meta({ description: 'what was new in it, in a sentence: Første udgave.' }),
});

/** Markdown in the scenario, or in a file beside it. */
export const proseSchema = z
  .union([
    z.string().min(1),
    z.strictObject({ file: line.meta({ description: 'a .md file in the folder of this file or below it' }) }),
  ])
  .meta({ description: 'Markdown; {{name}} prints a figure of the calculation. Or { file: name.md }' });
export type ProseInput = z.infer<typeof proseSchema>;

/** The prose slots of the layouts; one that is left out leaves no trace. */
export const proseSlots = [
  'summary',
  'intervention',
  'targetGroup',
  'scenario',
  'data',
  'costs',
  'results',
  'sensitivity',
  'limitations',
] as const;
export type ProseSlot = (typeof proseSlots)[number];

export const textSchema = z.strictObject({
  ...(Object.fromEntries(proseSlots.map((slot) => [slot, proseSchema.optional()])) as Record<
    ProseSlot,
    z.ZodOptional<typeof proseSchema>
  >),
  sections: z
    .array(
      z.strictObject({
        id: idSchema.optional().meta({ description: 'a name for links to the section' }),
        title: line.max(200).meta({ description: 'heading of the section' }),
        text: proseSchema,
      }),
    )
    .min(1)
    .optional()
    .meta({ description: 'sections with your own titles, in order (layout notat)' }),
});

/** How the thing that is counted is called in running text. */
export const participantSchema = z.strictObject({
  one: line.meta({ description: 'one of them: familie' }),
  many: line.meta({ description: 'several: familier' }),
  completed: line.optional().meta({ description: 'one that completed, after “pr.”: gennemført familie' }),
});
