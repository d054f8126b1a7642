/** Puts the manifests of a build's shards together, where they are one build: nothing missing, nothing twice, the same inputs. */
import { type Problem, refuseErrors } from '../problem/problem.ts';
import { manifestText } from './manifest.ts';
import type { Manifest } from './manifest-schema.ts';
import { shardOf, shardText } from './shard.ts';
import { type Fact, factsOf } from './shard-facts.ts';

export interface ShardManifest {
  /** The folder as the user named it. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The manifest that one run would have written. Throws UserError with all that keeps the parts from being one build. */
export async function mergeManifests(parts: readonly ShardManifest[]): Promise<string> {
  refuseErrors([...missingShards(parts), ...misplacedNotes(parts), ...differences(parts)]);
  const [first] = parts;
  if (first === undefined) throw new Error('nothing to merge');
  const browser = parts.map(({ manifest }) => manifest.browser).find((one) => one !== null) ?? null;
  const { program } = first.manifest;
  return manifestText(
    { program, browser },
    parts.flatMap(({ manifest }) => manifest.notes),
  );
}

function problem(code: Problem['code'], message: string, hint: string): Problem {
  return { severity: 'error', code, message, hint };
}

/** A part that was forgotten would be a publication with notes missing. */
function missingShards(parts: readonly ShardManifest[]): readonly Problem[] {
  const unsharded = parts.filter(({ manifest }) => manifest.shard === undefined);
  const found: Problem[] = unsharded.map(({ folder }) =>
    problem('shards-differ', `${folder} was not built as a shard`, 'build each part with --shard'),
  );
  const [first] = parts.flatMap(({ manifest }) => manifest.shard ?? []);
  if (first === undefined) return found;
  const folderOf = new Map<number, string>();
  for (const { folder, manifest } of parts) {
    const { shard } = manifest;
    if (shard === undefined) continue;
    const earlier = folderOf.get(shard.index);
    if (shard.count !== first.count) {
      const message = `${folder} holds shard ${shardText(shard)}, and another folder one of ${first.count} shards`;
      found.push(problem('shards-differ', message, 'build all parts with the same number of shards'));
    } else if (earlier !== undefined) {
      const message = `${earlier} and ${folder} both hold shard ${shardText(shard)}`;
      found.push(problem('shards-differ', message, 'name each shard once'));
    } else folderOf.set(shard.index, folder);
  }
  for (let index = 1; index <= first.count; index += 1) {
    if (folderOf.has(index)) continue;
    const message = `shard ${index}/${first.count} is missing`;
    found.push(
      problem('shard-missing', message, `build it with --shard ${index}/${first.count}, and name its folder too`),
    );
  }
  return found;
}

/** Every note has one shard, and stands in no other: one that does was left there by an earlier build. */
function misplacedNotes(parts: readonly ShardManifest[]): readonly Problem[] {
  return parts.flatMap(({ folder, manifest: { shard, notes } }) =>
    notes.flatMap(({ name }): Problem[] => {
      if (shard === undefined) return [];
      const own = shardOf(name, shard.count);
      if (own === shard.index) return [];
      const message = `${folder} holds the note “${name}”, which belongs to shard ${own}/${shard.count}`;
      return [problem('shards-differ', message, 'build the shard again, into an empty folder')];
    }),
  );
}

/** The parts follow from the same program, browser and inputs, or what they say together was never true at once. */
function differences(parts: readonly ShardManifest[]): readonly Problem[] {
  const seen = new Map<string, { readonly value: string; readonly folder: string }>();
  const found = new Map<string, Problem>();
  for (const { folder, manifest } of parts) {
    for (const fact of factsOf(manifest)) {
      const key = `${fact.what} ${fact.of ?? ''}`;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, { value: fact.value, folder });
      else if (earlier.value !== fact.value && !found.has(key))
        found.set(key, problem('shards-differ', mixed(fact, folder, earlier), fact.hint));
    }
  }
  return [...found.values()];
}

/** “the browser is not the same in a and b: HeadlessChrome/142 and HeadlessChrome/143” */
function mixed(
  { what, value, isWords = false }: Fact,
  folder: string,
  earlier: { value: string; folder: string },
): string {
  const where = earlier.folder === folder ? `in all of ${folder}` : `in ${earlier.folder} and ${folder}`;
  return `${what} is not the same ${where}${isWords ? `: ${earlier.value} and ${value}` : ''}`;
}
