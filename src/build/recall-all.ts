/** Recalls all notes of a run that are unchanged, and sees that their outputs stand in the folder as they were made. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { sha256, sha256OfValue } from '../files/digest.ts';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { type OutputFile, type WrittenFile, writeOutputs } from '../files/write-outputs.ts';
import type { Problem } from '../problem/problem.ts';
import type { BuildRequest } from './build-request.ts';
import { type KeptOutput, type NoteRecord, warningAgain } from './note-record.ts';
import { type Memory, recallNote } from './recall-note.ts';

export interface RecalledNote {
  readonly name: string;
  readonly outputs: readonly WrittenFile[];
  readonly entry: NoteRecord['entry'];
  readonly warnings: readonly Problem[];
}

export interface RecalledNotes {
  readonly recalled: readonly RecalledNote[];
  readonly changed: readonly ScenarioFile[];
}

/** The system's own marks of a file (size, changed, number) by path, and the hash it had then: as git does, so as not to read it again. */
type SeenOutputs = Record<string, readonly [mark: string, sha256: string]>;

/** Files read at once: the disk is asked for some while others are hashed. */
const atOnce = 16;

export async function recallAmong(request: BuildRequest, memory: Memory): Promise<RecalledNotes> {
  const seenKey = `seen ${sha256OfValue(request.folder)}`;
  const seen = (await memory.store.readValue<SeenOutputs>(seenKey)) ?? {};
  const now: SeenOutputs = {};
  const limit = pLimit(atOnce);
  const recalled = await Promise.all(
    request.files.map((file) =>
      limit(async () => {
        request.signal.throwIfAborted();
        const note = await recallOne(request, memory, file, { seen, now });
        if (note !== undefined) request.onNote(file.name, 'unchanged');
        return note;
      }),
    ),
  );
  if (Object.entries(now).some(([path, [mark]]) => seen[path]?.[0] !== mark)) {
    await memory.store.keepValue(seenKey, { ...seen, ...now });
  }
  return {
    recalled: recalled.filter((note) => note !== undefined),
    changed: request.files.filter((_, place) => recalled[place] === undefined),
  };
}

async function recallOne(
  request: BuildRequest,
  memory: Memory,
  file: ScenarioFile,
  marks: { readonly seen: SeenOutputs; readonly now: SeenOutputs },
): Promise<RecalledNote | undefined> {
  const found = await recallNote(memory, file, request.formats);
  if (found === undefined) return undefined;
  const missing: OutputFile[] = [];
  for (const output of found.outputs) {
    if (await stands(join(request.folder, output.name), output, marks)) continue;
    const content = await memory.store.output(output.sha256);
    if (content === undefined) return undefined;
    missing.push({ name: output.name, content });
  }
  if (missing.length > 0) await writeOutputs(request.folder, request.shownFolder, missing);
  return {
    name: file.name,
    outputs: found.outputs.map((output) => ({ ...output, path: join(request.shownFolder, output.name) })),
    entry: ofFormats(found.record.entry, request.formats),
    warnings: found.record.warnings.map(warningAgain),
  };
}

/** Who printed is said of a run that printed, as a build without the cache does. */
export function ofFormats(entry: NoteRecord['entry'], formats: BuildRequest['formats']): NoteRecord['entry'] {
  if (entry.madeWith === undefined || formats.includes('pdf')) return entry;
  return { ...entry, madeWith: { ...entry.madeWith, browser: null } };
}

async function stands(
  path: string,
  { sha256: wanted }: KeptOutput,
  { seen, now }: { readonly seen: SeenOutputs; readonly now: SeenOutputs },
): Promise<boolean> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  if (stats === undefined) return false;
  const mark = [stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino].join(' ');
  const known = seen[path];
  const found = known?.[0] === mark ? known[1] : sha256(await readFile(path).catch(() => ''));
  if (found !== wanted) return false;
  // A file that changed just now may change again within the same tick of the clock.
  if (known?.[0] === mark || Date.now() - Number(stats.ctimeMs) > 2000) now[path] = [mark, found];
  return true;
}
