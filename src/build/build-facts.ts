/** How a note was built, as a file inside its PDF: what `omkost verify` needs beside the inputs, and the inputs' values as they were. */
import { createHash } from 'node:crypto';
import type { BuildFacts, FileRole } from '../carried/build-facts-schema.ts';
import type { Note, NoteInputs } from '../note.ts';
import { parametersOf } from '../scenario/parameters.ts';

/** A file that a PDF carries, as text. `path` is what the project called it. */
export interface CarriedFile {
  readonly role: FileRole;
  readonly name: string;
  readonly path?: string;
  readonly mime: string;
  readonly text: string;
  readonly description: string;
}

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
    files: files.map(fileFacts),
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

/** What is told of a carried file. */
export function fileFacts({ name, role, path, text }: CarriedFile): BuildFacts['files'][number] {
  return { name, role, ...(path !== undefined && { path }), sha256: sha256(text) };
}

/** Of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
