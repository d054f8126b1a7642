/** Every figure of a scenario by its place, `teams.pn.completionRate`: what explanations and analyses refer to. */
import { isQuantity, type Quantity } from './schema/quantity.ts';
import type { Scenario } from './schema/scenario.ts';

export type ParameterPath = string;

/** The figures of a scenario in the order they are written. */
export function parametersOf(scenario: Scenario): ReadonlyMap<ParameterPath, Quantity> {
  const found = new Map<ParameterPath, Quantity>();
  collect(scenario, [], found);
  return found;
}

function collect(value: unknown, path: readonly string[], found: Map<ParameterPath, Quantity>): void {
  if (isQuantity(value)) {
    found.set(path.join('.'), value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key], found);
  }
}

/** The paths that a pattern names; `*` stands for any one name. */
export function matchingPaths(pattern: string, paths: Iterable<ParameterPath>): ParameterPath[] {
  const wanted = pattern.split('.');
  return [...paths].filter((path) => {
    const names = path.split('.');
    return names.length === wanted.length && wanted.every((part, place) => part === '*' || part === names[place]);
  });
}

/** The scenario with other values at some paths. Paths that hold no figure are our bug. */
export function withParameters(scenario: Scenario, changes: ReadonlyMap<ParameterPath, readonly number[]>): Scenario {
  let changed: unknown = scenario;
  for (const [path, values] of changes) changed = replaced(changed, path.split('.'), values);
  return changed as Scenario;
}

function replaced(value: unknown, path: readonly string[], values: readonly number[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (!isQuantity(value)) throw new Error('no figure at this path');
    return { ...value, values };
  }
  if (typeof value !== 'object' || value === null) throw new Error(`no figure under ${key}`);
  if (Array.isArray(value))
    return value.map((inner, place) => (String(place) === key ? replaced(inner, rest, values) : inner));
  return { ...value, [key]: replaced((value as Record<string, unknown>)[key], rest, values) };
}
