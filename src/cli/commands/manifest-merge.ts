/** `omkost manifest merge`: the folders of a build's shards become the folder that one run would have written. */
import { join, resolve } from 'node:path';
import { sha256 } from '../../files/digest.ts';
import { manifestName } from '../../files/manifest.ts';
import { mergeManifests, type ShardManifest } from '../../files/merge-manifests.ts';
import { readManifest } from '../../files/read-manifest.ts';
import { readBytes } from '../../files/read-source.ts';
import { writeOutputs } from '../../files/write-outputs.ts';
import { type Problem, refuseErrors, UserError } from '../../problem/problem.ts';
import { type CommonOptions, type ExitCode, exitCodes, type Outside } from '../outside.ts';

export interface MergeOptions extends CommonOptions {
  /** False: the manifest alone is written. */
  readonly outputs?: boolean;
}

/** A note of 200 pages is a tenth of this. */
const largestBytes = 64 * 1024 * 1024;

/** Nothing is written before all is looked at. */
export async function mergeShards(
  folders: readonly string[],
  { out = 'output', outputs = true, quiet, json }: MergeOptions,
  outside: Outside,
): Promise<ExitCode> {
  const named = [...new Set(folders)];
  const parts = await readAll(named, outside.workingFolder);
  const text = await mergeManifests(parts);
  const files = outputs ? await outputsOfAll(parts, outside) : [];
  const folder = resolve(outside.workingFolder, out);
  for (const { name, from } of files) {
    outside.signal.throwIfAborted();
    await writeOutputs(folder, out, [{ name, content: await readBytes(from, from, largestBytes) }]);
  }
  // Last, so that a folder with a manifest has all that it speaks of.
  await writeOutputs(folder, out, [{ name: manifestName, content: text }]);
  const notes = parts.reduce((sum, { manifest }) => sum + manifest.notes.length, 0);
  if (json) {
    const told = { manifest: join(out, manifestName), shards: parts.length, notes, files: files.length };
    outside.out(`${JSON.stringify(told, null, 2)}\n`);
  } else outside.out(`${join(out, manifestName)}\n`);
  if (!quiet)
    outside.err(`${parts.length} shards with ${notes} notes put together${outputs ? '' : ', without their files'}\n`);
  return exitCodes.ok;
}

async function readAll(folders: readonly string[], workingFolder: string): Promise<readonly ShardManifest[]> {
  const problems: Problem[] = [];
  const parts: ShardManifest[] = [];
  for (const folder of folders) {
    try {
      const shown = join(folder, manifestName);
      const again = 'build the shard again, or fetch its folder again';
      const manifest = await readManifest(resolve(workingFolder, shown), shown, again);
      if (manifest !== undefined) parts.push({ folder, manifest });
      else problems.push(withoutManifest(folder));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  refuseErrors(problems);
  return parts;
}

function withoutManifest(folder: string): Problem {
  const message = `${folder} has no ${manifestName}`;
  const hint = 'name the folders that `omkost build --shard` wrote to';
  return { severity: 'error', code: 'manifest-invalid', message, hint };
}

interface CopiedFile {
  readonly name: string;
  readonly from: string;
}

/** Every file as its manifest says it is. A manifest comes from outside: its names are names in the folder and nothing else. */
async function outputsOfAll(
  parts: readonly ShardManifest[],
  { workingFolder }: Outside,
): Promise<readonly CopiedFile[]> {
  const problems: Problem[] = [];
  const files: CopiedFile[] = [];
  for (const { folder, manifest } of parts) {
    for (const { name, sha256: wanted } of manifest.notes.flatMap((note) => note.outputs)) {
      const shown = join(folder, name);
      const refuse = (message: string, hint: string) =>
        problems.push({ severity: 'error', code: 'manifest-invalid', message, hint });
      if (!/^[^/\\]+$/.test(name) || name.startsWith('.')) {
        refuse(`the manifest of ${folder} names “${name}”, which is no file in it`, 'build the shard again');
        continue;
      }
      const from = join(resolve(workingFolder, folder), name);
      const found = await hashOf(from, shown, problems);
      if (found === wanted) files.push({ name, from });
      else if (found !== undefined)
        refuse(`${shown} is not as its manifest says`, 'build the shard again, or fetch its files again');
    }
  }
  refuseErrors(problems);
  return files;
}

async function hashOf(path: string, shown: string, problems: Problem[]): Promise<string | undefined> {
  try {
    return sha256(await readBytes(path, shown, largestBytes));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
