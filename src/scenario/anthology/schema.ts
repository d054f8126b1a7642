/** The anthology: a file that gathers scenarios into one publication. This is the single definition of it; JSON Schema is exported from it. */
import { z } from 'zod';
import { date, yesNo } from '../quantity/quantities.ts';
import { proseSchema, publisherSchema } from '../schema/publication.ts';

const line = z.string().min(1);

/** More would be no book. */
const mostChapters = 500;

export const anthologySchema = z
  .strictObject({
    title: line.max(200).meta({ description: 'title of the publication' }),
    subtitle: line.max(200).optional().meta({ description: 'under the title on the cover' }),
    abstract: line
      .max(1000)
      .optional()
      .meta({ description: 'the publication in one sentence. Default: a sentence that names the interventions' }),
    issued: date
      .optional()
      .meta({ description: 'date of issue: november 2026 or 2026-11-22. Default: that of the latest chapter' }),
    theme: line.optional().meta({
      description:
        'house style of the whole publication: the name of a shipped one, or a folder relative to this file. Default: that of the first chapter',
      examples: ['standard', 'agency', '../../huse/vores-kommune'],
    }),
    lists: yesNo.optional().meta({
      description:
        'whether lists of the tables, figures and boxes follow the contents: ja or nej. Default: where there are twenty or more',
    }),
    keywords: z
      .array(line)
      .min(1)
      .optional()
      .meta({ description: 'subject words for the document properties. Default: those of the chapters' }),
    publisher: publisherSchema
      .optional()
      .meta({ description: 'who publishes the whole. Default: who publishes the first chapter' }),
    foreword: proseSchema.optional().meta({
      description:
        'Markdown before the chapters; {{my-intervention.total}} prints a figure of a chapter. Or { file: forord.md }',
    }),
    chapters: z.array(line).min(1).max(mostChapters).meta({
      description:
        'the scenarios in their order: a name in the folder above or beside this file, or a path relative to this file',
    }),
  })
  .meta({ title: 'omkost anthology', description: 'Several cost assessments in one publication' });

/** The editor's words, their shape checked. */
export type Anthology = z.infer<typeof anthologySchema>;
