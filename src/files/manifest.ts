/** `output/manifest.json`: what was built, from what, with what. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { WrittenFile } from './write-outputs.ts';

const outputSchema = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() });
const entrySchema = z.object({
  name: z.string(),
  title: z.string(),
  scenario: z.object({ path: z.string(), sha256: z.string() }),
  prices: z.array(z.object({ name: z.string(), year: z.number(), amount: z.number() })),
  outputs: z.array(outputSchema),
  printed: z.record(z.string(), z.string()),
});
const manifestSchema = z.object({
  schemaVersion: z.literal(1),
  program: z.object({ name: z.string(), version: z.string() }),
  browser: z.string().nullable(),
  notes: z.array(entrySchema),
});

export type ManifestEntry = z.infer<typeof entrySchema>;
export type Manifest = z.infer<typeof manifestSchema>;

export function outputsOf(written: readonly WrittenFile[]): ManifestEntry['outputs'] {
  return written.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
}

/** The manifest with these notes; notes of earlier runs stay, so that a build of one note loses nothing. */
export async function updatedManifest(
  folder: string,
  program: Manifest['program'],
  browser: string | null,
  built: readonly ManifestEntry[],
): Promise<Manifest> {
  const earlier = await readManifest(folder);
  const byName = new Map([...(earlier?.notes ?? []), ...built].map((entry) => [entry.name, entry]));
  const notes = [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  return { schemaVersion: 1, program, browser: browser ?? earlier?.browser ?? null, notes };
}

/** A manifest that is missing or damaged is none: it holds nothing that a build does not make again. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
