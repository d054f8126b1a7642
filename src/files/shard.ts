/** The parts of a build that is split between machines. */
import { sha256 } from './digest.ts';
import type { Shard } from './manifest-schema.ts';

export type { Shard } from './manifest-schema.ts';

/** “3/8” → the third of eight; undefined where it is none. */
export function readShard(text: string): Shard | undefined {
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined) return undefined;
  return index >= 1 && index <= count ? { index, count } : undefined;
}

/**
 * Which shard a note belongs to, by the hash of its name alone. Shards are then not of quite the same size, as they would be where the names are
 * dealt out in order; but a note that comes or goes moves no other, so that what each machine has kept of its notes serves the next time.
 */
export function shardOf(name: string, count: number): number {
  return (Number.parseInt(sha256(name).slice(0, 12), 16) % count) + 1;
}

export function inShard<T extends { readonly name: string }>(
  files: readonly T[],
  shard: Shard | undefined,
): readonly T[] {
  return shard === undefined ? files : files.filter(({ name }) => shardOf(name, shard.count) === shard.index);
}

export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}
