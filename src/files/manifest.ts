/** `output/manifest.json`: what was built, from what, with what. Several builds may add to it at once. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, UserError } from '../problem/problem.ts';
import { withLock } from './lock.ts';
import type { Manifest, ManifestEntry, Shard } from './manifest-schema.ts';
import { shardText } from './shard.ts';
import { type WrittenFile, writeOutputs } from './write-outputs.ts';

export type { Manifest, ManifestEntry } from './manifest-schema.ts';

export const manifestName = 'manifest.json';

export interface ManifestFolder {
  readonly folder: string;
  /** The folder as the user named it. */
  readonly shownFolder: string;
}

/** An entry with what was written, as it stands in the manifest. */
export function withOutputs(
  { printed, ...entry }: Omit<ManifestEntry, 'outputs'>,
  written: readonly Omit<WrittenFile, 'path'>[],
): ManifestEntry {
  return { ...entry, outputs: outputsOf(written), printed };
}

function outputsOf(written: readonly Omit<WrittenFile, 'path'>[]): ManifestEntry['outputs'] {
  return written.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
}

/** What a run says of itself in the manifest. */
export interface ManifestRun {
  readonly program: Manifest['program'];
  readonly browser: string | null;
  readonly shard?: Shard | undefined;
}

/**
 * Adds notes to the folder's manifest, or puts them in the place of their earlier entries; notes of other runs stay. Nothing is
 * written where it says all this already. A shard has a manifest also where it has no notes. One that is damaged is written anew, and that is
 * the warning which comes back. Throws UserError `output-unwritable`.
 */
export async function addToManifest(
  { folder, shownFolder }: ManifestFolder,
  run: ManifestRun,
  built: readonly ManifestEntry[],
): Promise<readonly Problem[]> {
  if ((built.length === 0 && run.shard === undefined) || holdsAll(await readText(folder), run, built)) return [];
  return withLock(join(folder, `${manifestName}.lock`), async () => {
    const { earlier, warnings } = await readEarlier(folder, shownFolder);
    const notes = [...(earlier?.notes ?? []), ...built];
    const content = await manifestText({ ...run, browser: run.browser ?? earlier?.browser ?? null }, notes);
    await writeOutputs(folder, shownFolder, [{ name: manifestName, content }]);
    return warnings;
  });
}

/** A damaged manifest must not keep notes from being built; what it knew of the folder's other notes is lost, and that is said. */
async function readEarlier(
  folder: string,
  shownFolder: string,
): Promise<{ readonly earlier?: Manifest | undefined; readonly warnings: readonly Problem[] }> {
  const { readManifest } = await import('./read-manifest.ts');
  const hint = 'it was written anew with the notes of this build; build those that it held besides again';
  try {
    return {
      earlier: await readManifest(join(folder, manifestName), join(shownFolder, manifestName), hint),
      warnings: [],
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { warnings: error.problems.map((problem) => ({ ...problem, severity: 'warning' })) };
  }
}

/** A manifest as it is written: notes by name, the last of each name; keys in one order, whether an entry was made or read. */
export async function manifestText(
  { program, browser, shard }: ManifestRun,
  entries: readonly ManifestEntry[],
): Promise<string> {
  const { manifestSchema } = await import('./manifest-schema.ts');
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const notes = [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const manifest: Manifest = { schemaVersion: 1, program, browser, ...(shard !== undefined && { shard }), notes };
  return `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`;
}

/**
 * The folder of a shard holds that shard and nothing else: notes of another part would be counted to it when the parts are put together.
 * Throws UserError `shards-differ`, or `manifest-invalid` where what it holds cannot be known.
 */
export async function refuseOtherShard({ folder, shownFolder }: ManifestFolder, shard: Shard): Promise<void> {
  const { readManifest } = await import('./read-manifest.ts');
  const unknown = 'which notes lie there cannot be known: build the shard into an empty folder';
  const earlier = await readManifest(join(folder, manifestName), join(shownFolder, manifestName), unknown);
  if (earlier === undefined || (earlier.shard !== undefined && shardText(earlier.shard) === shardText(shard))) return;
  if (earlier.shard === undefined && earlier.notes.length === 0) return;
  const holds =
    earlier.shard === undefined ? 'notes of a build that was not split' : `shard ${shardText(earlier.shard)}`;
  const message = `${shownFolder} already holds ${holds}`;
  const hint = `give each shard a folder of its own: --out shards/${shard.index}`;
  throw new UserError([{ severity: 'error', code: 'shards-differ', message, hint }]);
}

async function readText(folder: string): Promise<string> {
  return readFile(join(folder, manifestName), 'utf8').catch(() => '');
}

/** Compares entries as they are written, without reading what they mean. */
function holdsAll(text: string, { program, browser, shard }: ManifestRun, notes: readonly ManifestEntry[]): boolean {
  if (text === '') return false;
  try {
    const manifest = JSON.parse(text) as Partial<Manifest>;
    const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
    if (!isSame(manifest.shard, shard)) return false;
    if (!isSame(manifest.program, program) || (browser !== null && manifest.browser !== browser)) return false;
    const known = new Set((manifest.notes ?? []).map((entry) => JSON.stringify(entry)));
    return notes.every((entry) => known.has(JSON.stringify(entry)));
  } catch {
    return false;
  }
}
