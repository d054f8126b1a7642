/** `output/manifest.json`: what was built, from what, with what. Several builds may add to it at once. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.ts';
import type { Manifest, ManifestEntry } from './manifest-schema.ts';
import { type WrittenFile, writeOutputs } from './write-outputs.ts';

export type { Manifest, ManifestEntry } from './manifest-schema.ts';

const fileName = 'manifest.json';

export interface ManifestFolder {
  readonly folder: string;
  /** The folder as the user named it. */
  readonly shownFolder: string;
}

export function outputsOf(written: readonly Omit<WrittenFile, 'path'>[]): ManifestEntry['outputs'] {
  return written.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
}

/**
 * Adds notes to the folder's manifest, or puts them in the place of their earlier entries; notes of other runs stay. Nothing is
 * written where it says all this already. Throws UserError `output-unwritable`.
 */
export async function addToManifest(
  { folder, shownFolder }: ManifestFolder,
  program: Manifest['program'],
  browser: string | null,
  built: readonly ManifestEntry[],
): Promise<void> {
  if (built.length === 0 || holdsAll(await readText(folder), program, browser, built)) return;
  await withLock(join(folder, `${fileName}.lock`), async () => {
    const earlier = await readManifest(join(folder, fileName));
    const byName = new Map([...(earlier?.notes ?? []), ...built].map((entry) => [entry.name, entry]));
    const notes = [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    const manifest: Manifest = { schemaVersion: 1, program, browser: browser ?? earlier?.browser ?? null, notes };
    const content = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeOutputs(folder, shownFolder, [{ name: fileName, content }]);
  });
}

/** A manifest that is missing or damaged is none: it holds nothing that a build does not make again. */
export async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    const { manifestSchema } = await import('./manifest-schema.ts');
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

async function readText(folder: string): Promise<string> {
  return readFile(join(folder, fileName), 'utf8').catch(() => '');
}

/** Compares entries as they are written, without reading what they mean. */
function holdsAll(
  text: string,
  program: Manifest['program'],
  browser: string | null,
  notes: readonly ManifestEntry[],
): boolean {
  if (text === '') return false;
  try {
    const manifest = JSON.parse(text) as Partial<Manifest>;
    const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
    if (!isSame(manifest.program, program) || (browser !== null && manifest.browser !== browser)) return false;
    const known = new Set((manifest.notes ?? []).map((entry) => JSON.stringify(entry)));
    return notes.every((entry) => known.has(JSON.stringify(entry)));
  } catch {
    return false;
  }
}
