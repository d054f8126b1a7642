/** What a user names as one side of a comparison → its notes: an output folder, a manifest, a results file or a PDF. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { jsonOf } from '../carried/read-build-facts.ts';
import { type ReadRecordedNote, recordedInJson, recordedInPdf } from '../carried/read-recorded-note.ts';
import { type Manifest, type ManifestEntry, manifestSchema } from '../files/manifest-schema.ts';
import { parseManifest } from '../files/read-manifest.ts';
import { readBytes } from '../files/read-source.ts';
import { type Problem, UserError } from '../problem/problem.ts';

export interface ReadBuild {
  /** As the user named it. */
  readonly shown: string;
  readonly notes: readonly ReadRecordedNote[];
}

/** A note of 200 pages is a tenth of this. */
const largestPdf = 64 * 1024 * 1024;
const largestJson = 32 * 1024 * 1024;

/** Throws UserError with all that cannot be read. */
export async function readBuild(named: string, workingFolder: string): Promise<ReadBuild> {
  const path = resolve(workingFolder, named);
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  if (isFolder) return { shown: named, notes: await readFolder(path, named) };
  const file = { path, shown: named };
  if (extname(path).toLowerCase() === '.pdf') return { shown: named, notes: await readPdf(file) };
  const bytes = await readBytes(path, named, largestJson);
  // A manifest may have another name, and what is called so and damaged is no results file.
  const isManifest = basename(path) === 'manifest.json' || manifestSchema.safeParse(jsonOf(bytes)).success;
  if (isManifest)
    return { shown: named, notes: await readListed(readable(bytes, named), dirname(path), dirname(named)) };
  return { shown: named, notes: [recordedInJson(bytes, named)] };
}

interface NamedFile {
  readonly path: string;
  readonly shown: string;
}

/** One note, or the chapters of an anthology. */
async function readPdf({ path, shown }: NamedFile): Promise<readonly ReadRecordedNote[]> {
  return recordedInPdf(await readBytes(path, shown, largestPdf), shown);
}

async function readJson({ path, shown }: NamedFile): Promise<readonly ReadRecordedNote[]> {
  return [recordedInJson(await readBytes(path, shown, largestJson), shown)];
}

/** By its manifest; without one, all notes that lie there. */
async function readFolder(folder: string, shown: string): Promise<readonly ReadRecordedNote[]> {
  const names = (await readdir(folder)).sort();
  if (names.includes('manifest.json')) {
    return readListed(await manifestAt(join(folder, 'manifest.json'), join(shown, 'manifest.json')), folder, shown);
  }
  const pdfs = names.filter((name) => extname(name).toLowerCase() === '.pdf');
  const stems = new Set(pdfs.map((name) => name.slice(0, -4)));
  const alone = names.filter((name) => extname(name) === '.json' && !stems.has(name.slice(0, -5)));
  if (pdfs.length + alone.length === 0)
    throw refused('file-missing', `there is no note in ${shown}`, 'name a folder that omkost built into');
  const at = (name: string) => ({ path: join(folder, name), shown: join(shown, name) });
  return allRead([...pdfs.map((name) => () => readPdf(at(name))), ...alone.map((name) => () => readJson(at(name)))]);
}

async function manifestAt(path: string, shown: string): Promise<Manifest> {
  return readable(await readBytes(path, shown, largestJson), shown);
}

function readable(bytes: Uint8Array, shown: string): Manifest {
  return parseManifest(bytes, shown, 'build the notes again, or name their PDFs');
}

async function readListed({ notes }: Manifest, folder: string, shown: string): Promise<readonly ReadRecordedNote[]> {
  const lying = new Set(await readdir(folder));
  const at = (name: string) => ({ path: join(folder, name), shown: join(shown, name) });
  return allRead(
    notes.map((entry) => async () => {
      const files = entry.outputs.map(({ name }) => name).filter((name) => lying.has(name));
      const pdf = files.find((name) => extname(name) === '.pdf');
      const json = files.find((name) => extname(name) === '.json');
      // Its chapters are in its PDF; without that there is only the comparison of them.
      if (entry.chapters !== undefined) return pdf === undefined ? [] : inAnthology(entry.name, await readPdf(at(pdf)));
      const [note] =
        pdf !== undefined ? await readPdf(at(pdf)) : json !== undefined ? await readJson(at(json)) : [ofEntry(entry)];
      return note === undefined ? [] : [withEntry(note, entry)];
    }),
  );
}

/** A chapter may be a note of its own beside the anthology. */
function inAnthology(name: string, chapters: readonly ReadRecordedNote[]): readonly ReadRecordedNote[] {
  return chapters.map((chapter) => ({ ...chapter, name: `${name}/${chapter.name}` }));
}

/** Of a note whose files are gone the manifest still knows what it printed. */
function ofEntry({ name, title, printed, prices }: ManifestEntry): ReadRecordedNote {
  return { name, title, priceYear: prices[0]?.year ?? 0, printed, values: new Map() };
}

/** What the manifest knows besides: hashes of what is not inside the note. */
function withEntry(
  note: ReadRecordedNote,
  { name, title, scenario, inputs, madeWith }: ManifestEntry,
): ReadRecordedNote {
  const files = (what: string, list: readonly { readonly file: string; readonly sha256: string | null }[] = []) =>
    Object.fromEntries(list.map(({ file, sha256 }) => [`${what} ${file}`, sha256 ?? '']));
  const rows = (inputs?.rows ?? []).map((row) => [`${row.section} ${row.name}`, row.sha256]);
  return {
    ...note,
    name,
    title,
    inputHashes: { [scenario.path]: scenario.sha256, ...Object.fromEntries(rows) },
    parts: {
      ...note.parts,
      ...files('prose', inputs?.prose),
      ...files('edition', inputs?.edition && [inputs.edition]),
      ...(inputs && { templates: inputs.templates, 'theme.yaml': inputs.theme }),
      ...(inputs && { [`words ${inputs.language.name}`]: inputs.language.sha256 }),
      ...files('asset', inputs?.assets),
      ...(madeWith?.browser && { browser: madeWith.browser }),
    },
    ...(madeWith && { program: `omkost ${madeWith.program}` }),
  };
}

/** All of them, or the problems of all that cannot be read. */
async function allRead<T>(readers: readonly (() => Promise<readonly T[]>)[]): Promise<readonly T[]> {
  const problems: Problem[] = [];
  const read: T[] = [];
  for (const reader of readers) {
    try {
      read.push(...(await reader()));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return read;
}

function refused(code: Problem['code'], message: string, hint: string): UserError {
  return new UserError([{ severity: 'error', code, message, hint }]);
}
