/** The form of `output/manifest.json`: a contract; keys may be added. */
import { z } from 'zod';

const outputSchema = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() });
const hashed = z.object({ file: z.string(), sha256: z.string().nullable() });

const inputsSchema = z.object({
  prose: z.array(hashed),
  /** The edition before, where the note tells what has changed since. */
  edition: hashed.optional(),
  /** Rows of price tables of every kind, by what is used of them. */
  rows: z.array(
    z.object({
      section: z.string(),
      name: z.string(),
      years: z.array(z.number()).readonly().optional(),
      sha256: z.string(),
    }),
  ),
  templates: z.string(),
  language: z.object({ name: z.string(), sha256: z.string() }),
  theme: z.string(),
  /** `agency`, or `./themes/ours` of one’s own. Missing in manifests of versions before 0.2. */
  themeName: z.string().optional(),
  /** Fonts and logo. */
  assets: z.array(hashed),
});

const pricesSchema = z.array(z.object({ name: z.string(), year: z.number(), amount: z.number() }));

const optionsSchema = z.object({
  /** Of `--price-year`; null where the scenario’s own was used. */
  priceYear: z.number().nullable(),
  /** Day of the build, where the scenario gives no date of issue. */
  issued: z.string().nullable(),
  /** Of an anthology, `--title`; null where it has its own. */
  title: z.string().nullable().optional(),
});

/** What a chapter of an anthology was made from; all but the scenario is missing in manifests of versions before. */
const chapterSchema = z.object({
  name: z.string(),
  path: z.string(),
  sha256: z.string(),
  prices: pricesSchema.optional(),
  inputs: inputsSchema.optional(),
  options: optionsSchema.optional(),
});

const entrySchema = z.object({
  name: z.string(),
  title: z.string(),
  scenario: z.object({
    path: z.string(),
    sha256: z.string(),
    /** The table of `--rows`, and what this note has of it. */
    row: z.object({ path: z.string(), sha256: z.string() }).optional(),
  }),
  /** Of an anthology: its chapters. Then `scenario` is its own file, or their list where it has none. */
  chapters: z.array(chapterSchema).optional(),
  /** Of an anthology: the files that its own file names. */
  prose: z.array(hashed).optional(),
  prices: pricesSchema,
  /** Missing in manifests of versions before 0.2. */
  inputs: inputsSchema.optional(),
  options: optionsSchema.optional(),
  madeWith: z.object({ program: z.string(), browser: z.string().nullable() }).optional(),
  outputs: z.array(outputSchema),
  printed: z.record(z.string(), z.string()),
});

export const manifestSchema = z.object({
  schemaVersion: z.literal(1),
  program: z.object({ name: z.string(), version: z.string() }),
  browser: z.string().nullable(),
  /** The part of a build that this is, where it was split: `--shard 3/8`. */
  shard: z.object({ index: z.number().int().min(1), count: z.number().int().min(1) }).optional(),
  notes: z.array(entrySchema),
});

export type ManifestChapter = z.infer<typeof chapterSchema>;
export type ManifestEntry = z.infer<typeof entrySchema>;
export type Shard = NonNullable<z.infer<typeof manifestSchema>['shard']>;
export type Manifest = z.infer<typeof manifestSchema>;
