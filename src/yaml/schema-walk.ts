/** Looking into a zod schema along a path, with the value at hand to choose the branch of a union. */
import { branches, core, defOf, type Schema, schemaUnder } from './schema-kind.ts';
import { bestBranch } from './union-branch.ts';

/** The schema for what stands at `path` in `value`; in a union, of the branch that `value` fits best. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[], value: unknown): Schema | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const next = schemaUnder(narrowed(schema, value), step);
  return next === undefined ? undefined : schemaAt(next, rest, valueUnder(value, step));
}

/** The keys that may stand in a map of this schema; empty when they are the author's own names. */
export function allowedKeys(schema: Schema, value: unknown): readonly string[] {
  const def = defOf(narrowed(schema, value));
  if (def.type === 'object') return Object.keys(def.shape);
  if (def.type === 'intersection') return [def.left, def.right].flatMap((side) => allowedKeys(side, value));
  if (def.type === 'record') return [...(core(def.keyType)._zod.values ?? [])].map(String);
  return [];
}

function narrowed(schema: Schema, value: unknown): Schema {
  const found = core(schema);
  const options = branches(found);
  const best = options === undefined ? undefined : options[bestBranch(options, value)];
  return best === undefined ? found : narrowed(best, value);
}

export function valueUnder(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return Reflect.get(value, step);
}
