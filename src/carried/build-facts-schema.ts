/** How a note was built, as a file inside its PDF: what is needed beside the inputs to compute it again, and the inputs' values as they were. */
import { z } from 'zod';

export const buildFactsName = 'omkost-build.json';

export const fileRoles = [
  'anthology',
  'scenario',
  'row',
  'prose',
  'edition',
  'prices',
  'house',
  'results',
  'csv',
  'facts',
] as const;
export type FileRole = (typeof fileRoles)[number];

const short = z.string().max(4096);
const files = z
  .array(z.object({ name: short, role: z.enum(fileRoles), path: short.optional(), sha256: short }))
  .max(1000);

export const buildFactsSchema = z.object({
  schemaVersion: z.literal(1),
  /** “omkost 1.0.0” */
  program: short,
  /** Name of the outputs. */
  name: short,
  title: short,
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/),
  /** Date of issue: the scenario's own, or the one it was given. */
  issued: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/),
  /** `--price-year`; null where the scenario's own was used. */
  priceYear: z.number().int().nullable(),
  /** Who publishes. */
  publisher: short,
  /** The shipped house style it was built in; null of one of the organisation's own, whose texts are inside. */
  theme: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable(),
  files,
  /** Every input in the price year, prices included, by its place in the scenario: what it was when the note was built. */
  inputs: z.record(z.string(), z.array(z.number())),
  /** Which price stands behind an input. */
  prices: z.record(z.string(), z.object({ price: short, year: z.number(), file: short })),
});

export type BuildFacts = z.infer<typeof buildFactsSchema>;

/** The same of an anthology: what it is called, and how each chapter was built. */
export const anthologyFactsSchema = z.object({
  schemaVersion: z.literal(1),
  program: short,
  anthology: z.object({
    name: short,
    title: short,
    publisher: short,
    /** Its own file and the prose that it names; absent where only chapters were named. */
    files: files.optional(),
  }),
  chapters: z.array(buildFactsSchema).min(1).max(1000),
});

export type AnthologyFacts = z.infer<typeof anthologyFactsSchema>;
