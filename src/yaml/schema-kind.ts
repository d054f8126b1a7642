/** One zod schema by itself: what is under its wrappers, what stands under a key of it, and what it says of itself. */
import { z } from 'zod';

export type Schema = z.core.$ZodType;

/** The one door from zod's open base type to its closed list of kinds. */
export function defOf(schema: Schema): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** What a schema wraps: the type under `.optional()`, `.default()`, `.transform()` and the like. */
function inner(schema: Schema): Schema | undefined {
  const def = defOf(schema);
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
      return def.innerType;
    case 'pipe':
      return defOf(def.in).type === 'transform' ? def.out : def.in;
    case 'lazy':
      return def.getter();
    default:
      return undefined;
  }
}

/** The schema under all wrappers. */
export function core(schema: Schema): Schema {
  let found = schema;
  for (let next = inner(found); next !== undefined; next = inner(found)) found = next;
  return found;
}

/** The branches of a union, or undefined when the schema is none. */
export function branches(schema: Schema): readonly Schema[] | undefined {
  const def = defOf(core(schema));
  return def.type === 'union' ? def.options : undefined;
}

/** The schema under one key of a map, or one place of a list. */
export function schemaUnder(schema: Schema, step: PropertyKey): Schema | undefined {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return Object.hasOwn(def.shape, step) ? def.shape[String(step)] : def.catchall;
    case 'record':
      return def.valueType;
    case 'array':
      return def.element;
    case 'tuple':
      return def.items[Number(step)] ?? def.rest ?? undefined;
    case 'intersection':
      return schemaUnder(core(def.left), step) ?? schemaUnder(core(def.right), step);
    default:
      return undefined;
  }
}

/** True where a map's key has a fixed value in this schema: it says which branch of a union is meant. */
export function isDiscriminating(schema: Schema, step: PropertyKey): boolean {
  const under = schemaUnder(core(schema), step);
  return under !== undefined && defOf(core(under)).type === 'literal';
}

/** What the schema's author said of it, at the outermost place where it is said. */
export function metaOf(schema: Schema): {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
} {
  let title: string | undefined;
  let description: string | undefined;
  for (let at: Schema | undefined = schema; at !== undefined; at = inner(at)) {
    const meta = z.globalRegistry.get(at);
    title ??= meta?.title;
    description ??= meta?.description;
  }
  return { title, description };
}

/** Examples of how a value may be written, of the outermost place that has any. */
export function examplesOf(schema: Schema): readonly string[] {
  for (let at: Schema | undefined = schema; at !== undefined; at = inner(at)) {
    const examples = z.globalRegistry.get(at)?.examples;
    if (Array.isArray(examples) && examples.length > 0) return examples.map(String);
  }
  return (branches(schema) ?? []).map(examplesOf).find((examples) => examples.length > 0) ?? [];
}

/** The keys that a map must have; empty when they are the author's own names, or the schema is no map. */
export function requiredKeys(schema: Schema): readonly string[] {
  const def = defOf(core(schema));
  if (def.type !== 'object') return [];
  return Object.entries(def.shape).flatMap(([key, under]) => (defOf(under).type === 'optional' ? [] : [key]));
}

/** What a schema takes, in plain words: “an amount of money”, “a list”. */
export function expectedWords(schema: Schema): string {
  const { title } = metaOf(schema);
  const options = branches(schema);
  if (title !== undefined) return title;
  if (options !== undefined) return [...new Set(options.map(expectedWords))].join(' or ');
  return typeWords(defOf(core(schema)).type);
}

export function typeWords(type: string): string {
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    tuple: 'a list',
    object: 'a group of keys',
    record: 'a group of keys',
  };
  return words[type] ?? 'a text';
}
