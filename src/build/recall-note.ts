/** Recalls a note that was built before, where nothing that it follows from has changed. Nothing is parsed for it. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sha256, sha256OfValue } from '../files/digest.ts';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { assetsOf, type Dependencies, type Format, type KeptOutput, type NoteRecord } from './note-record.ts';
import type { NoteStore } from './note-store.ts';
import type { RunSurroundings } from './run-surroundings.ts';

export interface Memory {
  readonly store: NoteStore;
  readonly surroundings: RunSurroundings;
}

export interface Recalled {
  readonly record: NoteRecord;
  readonly outputs: readonly KeptOutput[];
}

/** Undefined where the note must be built: it is new, something changed, or nothing can be said. Never throws for what a build would tell. */
export async function recallNote(
  memory: Memory,
  file: ScenarioFile,
  formats: readonly Format[],
): Promise<Recalled | undefined> {
  // Standard input is read once, by the build.
  if (file.path === undefined) return undefined;
  const { store, surroundings } = memory;
  try {
    const text = await scenarioText(surroundings, file);
    const record = await store.readValue<NoteRecord>(await surroundings.keyOf(file, sha256(text)));
    if (record === undefined) return undefined;
    const outputs = formats.map((format) => record.outputs[format]);
    if (!outputs.every((output) => output !== undefined)) return undefined;
    if (!(await stillHold(memory, file, record.dependencies, formats.includes('pdf')))) return undefined;
    return { record, outputs };
  } catch {
    // A file that cannot be read, a theme that is broken: the build finds it again, and says so with its place.
    return undefined;
  }
}

/** Of a scenario that is a file. */
export async function scenarioText(surroundings: RunSurroundings, file: ScenarioFile): Promise<string> {
  return readText(resolve(surroundings.folderOf(file), file.path?.split(/[\\/]/).at(-1) ?? ''));
}

async function readText(path: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
}

/** Whether a note would be made the same again; throws where something it follows from cannot be read. */
export async function stillHold(
  memory: Memory,
  file: ScenarioFile,
  on: Dependencies,
  isPrinted: boolean,
): Promise<boolean> {
  const { surroundings } = memory;
  if (on.rowAt !== null && on.rowAt !== rowAt(file)) return false;
  if (on.issued !== null && on.issued !== surroundings.issued(file.name)) return false;
  if (isPrinted && on.browser !== (await surroundings.browser())) return false;
  const house = await surroundings.house(file, on.theme, on.house.language.name, assetsOf(on.house));
  return (
    sha256OfValue(house) === sha256OfValue(on.house) &&
    (await hasSameProse(surroundings.folderOf(file), on)) &&
    (await hasSameEdition(surroundings.folderOf(file), on)) &&
    (await hasSameRows(surroundings, file, on)) &&
    (await hasSameNames(memory, file, on))
  );
}

/** A row by its place and its whole line, as a warning shows it. */
export function rowAt({ row }: ScenarioFile): string | null {
  if (row === undefined) return null;
  const { source, place, number } = row;
  return sha256OfValue([source.path, number, place.line, source.text.split('\n')[place.line - 1] ?? '']);
}

async function hasSameProse(folder: string, { prose }: Dependencies): Promise<boolean> {
  for (const { file, sha256: known } of prose) {
    if (sha256(await readText(resolve(folder, file))) !== known) return false;
  }
  return true;
}

async function hasSameEdition(folder: string, { edition }: Dependencies): Promise<boolean> {
  return edition === undefined || sha256(await readFile(resolve(folder, edition.file))) === edition.sha256;
}

async function hasSameRows(surroundings: RunSurroundings, file: ScenarioFile, on: Dependencies): Promise<boolean> {
  const tables = await surroundings.tables(file);
  if (tables.sha256 === on.tables) return true;
  const digestNow = await surroundings.rows(file);
  return on.rows.every((row) => digestNow(row) === row.sha256);
}

/** Another scenario that came, went or was renamed matters only where its intervention's name stands in this one's prose. */
async function hasSameNames({ store, surroundings }: Memory, file: ScenarioFile, on: Dependencies): Promise<boolean> {
  const now = await surroundings.neighbours(file);
  if (now.sha256 === on.neighbours) return true;
  const before = await store.readValue<readonly string[]>(neighboursKey(on.neighbours));
  if (before === undefined) return false;
  const changed = [
    ...now.names.filter((name) => !before.includes(name)),
    ...before.filter((name) => !now.names.includes(name)),
  ];
  return changed.every((name) => on.prosePrinted.every((text) => !text.includes(name.toLowerCase())));
}

export function neighboursKey(hash: string): string {
  return `neighbours ${hash}`;
}
