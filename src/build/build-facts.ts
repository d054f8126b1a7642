/** How a note was built, as a file inside its PDF: what `omkost verify` needs beside the inputs, and the inputs' values as they were. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Note, NoteInputs } from '../note.ts';
import { parametersOf } from '../scenario/parameters.ts';

export const buildFactsName = 'omkost-build.json';

const roles = ['scenario', 'prose', 'prices', 'results', 'csv', 'facts'] as const;
export type FileRole = (typeof roles)[number];

/** A file that a PDF carries, as text. `path` is what the project called it. */
export interface CarriedFile {
  readonly role: FileRole;
  readonly name: string;
  readonly path?: string;
  readonly mime: string;
  readonly text: string;
  readonly description: string;
}

const short = z.string().max(4096);

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
  /** The shipped house style it was built in; null of one of the organisation's own, which is not in the file. */
  theme: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable(),
  files: z.array(z.object({ name: short, role: z.enum(roles), path: short.optional(), sha256: short })).max(1000),
  /** Every input in the price year, prices included, by its place in the scenario: what it was when the note was built. */
  inputs: z.record(z.string(), z.array(z.number())),
  /** Which price stands behind an input. */
  prices: z.record(z.string(), z.object({ price: short, year: z.number(), file: short })),
});

export type BuildFacts = z.infer<typeof buildFactsSchema>;

export function buildFacts(
  note: Note,
  inputs: NoteInputs,
  { program, files }: { readonly program: string; readonly files: readonly CarriedFile[] },
): BuildFacts {
  const { view, assessment } = note;
  const { priced } = assessment;
  return {
    schemaVersion: 1,
    program,
    name: note.name,
    title: view.title,
    language: view.language,
    issued: view.issuedIso,
    priceYear: inputs.priceYear ?? null,
    publisher: view.publisher.name,
    theme: inputs.house.shippedTheme ?? null,
    files: files.map(({ name, role, path, text }) => ({
      name,
      role,
      ...(path !== undefined && { path }),
      sha256: sha256(text),
    })),
    inputs: Object.fromEntries([...parametersOf(priced.scenario)].map(([path, { values }]) => [path, [...values]])),
    prices: Object.fromEntries(
      [...priced.pricesUsed].map(([path, { id, year, place }]) => [
        path,
        {
          price: id,
          year,
          file: files.find((file) => file.path === place.source.path.replaceAll('\\', '/'))?.name ?? '',
        },
      ]),
    ),
  };
}

/** Of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
