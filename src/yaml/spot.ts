/** What an issue of the schema speaks of, and how it is told: the words that all shape problems share. */
import type { Problem, ProblemCode } from '../problem/problem.ts';
import { quoted } from './finding.ts';
import type { Located, Path } from './located.ts';
import { type Schema, typeWords } from './schema-kind.ts';

/** An issue's path, value and schema. */
export interface Spot {
  readonly located: Located<unknown>;
  readonly path: Path;
  readonly value: unknown;
  readonly schema: Schema | undefined;
  /** The other ways in which the value at `path` could have been written. */
  readonly otherWays: readonly Schema[];
}

export interface Explained {
  readonly problem: Problem;
  /** The key, with its path, that is missing. */
  readonly lacksKey?: string;
  /** The key, with its path, that was probably meant. */
  readonly meansKey?: string;
}

export function tell(
  spot: Pick<Spot, 'located' | 'path'>,
  code: ProblemCode,
  message: string,
  hint?: string,
  part: 'key' | 'value' = 'value',
): Explained {
  const place = spot.located.locate(spot.path, part);
  return { problem: { severity: 'error', code, message, place, ...(hint === undefined ? {} : { hint }) } };
}

/** The value met, in the author's words, or its kind. */
export function met(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return value === null ? 'nothing' : typeWords(Array.isArray(value) ? 'array' : 'object');
}

/** What stands at a path, as its author calls it. */
export function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'string' ? quoted(last) : `entry ${last + 1} of ${nameOf(path.slice(0, -1))}`;
}

export function lastKey(path: Path): string {
  return quoted(String(path.at(-1) ?? ''));
}

/** A key with its path, to be compared. */
export function keyName(path: Path): string {
  return JSON.stringify(path);
}
