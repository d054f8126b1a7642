/** The scenario: what an analyst writes. This is the single definition of the input; JSON Schema is exported from it. */
import { z } from 'zod';
import { count, date, wholeYears, year, yesNo } from '../quantity/quantities.ts';
import { comparatorSchema } from './comparator.ts';
import { avoidedCostSchema, costLineSchema } from './costs.ts';
import { discountingSchema } from './discounting.ts';
import { equipmentSchema } from './equipment.ts';
import { grantSchema } from './grants.ts';
import { indexationSchema } from './price-reference.ts';
import { idSchema, referenceSchema } from './provenance.ts';
import {
  editionSchema,
  participantSchema,
  previousEditionSchema,
  publisherSchema,
  recalculatesSchema,
  textSchema,
} from './publication.ts';
import { single } from './quantity.ts';
import { sensitivitySchema } from './sensitivity.ts';
import { staffRoleSchema } from './staff.ts';
import { tableSchema } from './tables.ts';
import { teamSchema } from './teams.ts';
import { trainingSchema } from './training.ts';
import { perspectives } from './words.ts';

const line = z.string().min(1);

export const layouts = ['notat', 'omkostningsvurdering', 'kort'] as const;
export type Layout = (typeof layouts)[number];

/** The language of a note that names none. */
export const defaultLanguage = 'da';

export const scenarioSchema = z
  .strictObject({
    title: line.max(200).meta({ description: 'title of the publication' }),
    subtitle: line.max(200).optional().meta({ description: 'under the title on the cover' }),
    intervention: line
      .max(200)
      .meta({ description: 'the intervention’s name in running text: processuelle netværksmøder' }),
    abstract: line.max(1000).meta({ description: 'the publication in one sentence: web page and document properties' }),
    layout: z.enum(layouts).meta({
      description:
        'anatomy: a whole assessment, a note with sections of your own, or kort: a page without cover and contents list',
    }),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, 'a language is named by its code: da, en')
      .optional()
      .meta({ description: 'language of the note: da (default), en, or a folder of your own', examples: ['da', 'en'] }),
    issued: date
      .optional()
      .meta({ description: 'date of issue: november 2026 or 2026-11-22. Default: the day of the build' }),
    theme: line.optional().meta({
      description: 'house style: the name of a shipped one (standard, agency), or a folder relative to the scenario',
      examples: ['standard', 'agency', '../huse/vores-kommune'],
    }),
    lists: yesNo.optional().meta({
      description:
        'whether lists of the tables, figures and boxes follow the contents: ja or nej. Default: where there are twenty or more',
    }),
    keywords: z.array(line).optional().meta({ description: 'subject words for the document properties' }),
    publisher: publisherSchema
      .optional()
      .meta({ description: 'who publishes; left out only where the theme names a publisher' }),
    recalculates: recalculatesSchema
      .optional()
      .meta({ description: 'the published assessment that this note calculates again; marks it “Efterberegning”' }),

    previousEdition: previousEditionSchema
      .optional()
      .meta({ description: 'the edition before this one: the note then tells what has changed since, and why' }),
    history: z
      .array(editionSchema)
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'the editions of the note, the first one first: printed in the appendix' }),

    priceYear: year.meta({ description: 'price level of every figure in the note' }),
    indexation: indexationSchema
      .optional()
      .meta({ description: 'how amounts of other years are brought to the price year' }),
    timeHorizon: single(wholeYears, 'years', 'how many years are counted: 5 år'),
    firstYear: year.optional().meta({ description: 'calendar year of year 1; then years are printed as 2018, 2019 …' }),
    perspective: z.enum(perspectives).optional().meta({ description: 'whose costs the figures are, default kommune' }),
    participant: participantSchema.meta({ description: 'who or what is counted' }),

    staff: z.record(idSchema, staffRoleSchema).optional().meta({ description: 'staff roles and their hourly cost' }),
    teams: z.record(idSchema, teamSchema).optional().meta({ description: 'teams, their courses and participants' }),
    costs: z.record(idSchema, costLineSchema).optional().meta({ description: 'cost lines' }),
    training: z.record(idSchema, trainingSchema).optional().meta({ description: 'training of employees' }),
    equipment: z.record(idSchema, equipmentSchema).optional().meta({ description: 'equipment that lasts' }),
    grants: z.record(idSchema, grantSchema).optional().meta({ description: 'subsidies' }),
    avoidedCosts: z.record(idSchema, avoidedCostSchema).optional().meta({ description: 'saved expenses, subtracted' }),
    comparator: comparatorSchema
      .optional()
      .meta({ description: 'what the intervention is compared with: the note shows both and the difference' }),
    discounting: discountingSchema.optional(),
    notPriced: z
      .array(
        z.strictObject({
          name: line.meta({ description: 'what is named, as it is printed' }),
          reason: line.meta({ description: 'why it has no price' }),
        }),
      )
      .optional()
      .meta({ description: 'what the note names but puts no price on, and why' }),
    sensitivity: sensitivitySchema.optional().meta({ description: 'sensitivity analyses' }),

    tables: z
      .record(idSchema, tableSchema)
      .optional()
      .meta({ description: 'tables of your own, by name; {{tables.<name>}} places one in the text' }),
    mentions: z
      .array(line)
      .optional()
      .meta({ description: 'other interventions that the text names on purpose; any other is taken for a slip' }),
    text: textSchema.optional().meta({ description: 'prose of the note' }),
    row: z
      .record(idSchema, line.max(300).regex(/^[^\r\n{}]*$/, { error: 'one line of text, without braces' }))
      .optional()
      .meta({
        description:
          'texts that differ from note to note when the scenario is built with --rows: {{row.<name>}} prints one, here is what it is without a row',
      }),
    rounding: z
      .array(z.strictObject({ from: count, to: count }))
      .optional()
      .meta({ description: 'how headline figures are rounded: from an amount up, to the nearest so many kroner' }),
    references: z
      .record(idSchema, referenceSchema)
      .optional()
      .meta({ description: 'sources, by the name used above; in a text, `{{ref references.<name>}}` names one' }),
  })
  .meta({ title: 'omkost scenario', description: 'A cost assessment of a social intervention' });

/** The author's words, their shape checked. */
export type Scenario = z.infer<typeof scenarioSchema>;
