/** A located value with other values at some places, each with a place of its own: what is wrong with them is told there. */
import type { Place } from '../problem/source.ts';
import type { Located, Path } from './located.ts';
import { valueUnder } from './schema-walk.ts';

export interface Replacement {
  readonly path: Path;
  /** As YAML reads it: a text, a list, or a map. */
  readonly value: unknown;
  readonly place: Place;
}

interface Covered {
  readonly path: Path;
  readonly place: Place;
}

/** Maps that are not there yet are made; their places are those of the first value in them. */
export function overlay(located: Located<unknown>, replacements: readonly Replacement[]): Located<unknown> {
  let { value } = located;
  const covered: Covered[] = [];
  for (const { path, value: given, place } of replacements) {
    covered.push({ path: path.slice(0, depthIn(located.value, path) + 1), place });
    value = replaced(value, path, given);
  }
  const placeOf = (path: Path) =>
    covered.find((one) => one.path.length <= path.length && one.path.every((step, index) => step === path[index]))
      ?.place;
  return {
    ...located,
    value,
    locate: (path, part) => placeOf(path) ?? located.locate(path, part),
    locateInside: (path, offset, length) => placeOf(path) ?? located.locateInside(path, offset, length),
  };
}

/** How many steps of the path lead to something that is there, short of its last. */
function depthIn(value: unknown, path: Path): number {
  let at = value;
  for (const [depth, step] of path.slice(0, -1).entries()) {
    at = valueUnder(at, step);
    if (typeof at !== 'object' || at === null) return depth;
  }
  return path.length - 1;
}

function replaced(value: unknown, path: Path, given: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return given;
  const under = replaced(valueUnder(value, step), rest, given);
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? under : item));
  // As the parser makes them: a key called like a method of objects is only a key.
  const copy: Record<string, unknown> = Object.assign(Object.create(null), value);
  copy[String(step)] = under;
  return copy;
}
