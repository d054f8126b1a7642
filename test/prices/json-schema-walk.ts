/** As much of a JSON Schema validator as our own schemas use; what it does not know it refuses. */

export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Part {
  readonly path: string;
  readonly schema: Json;
  /** True of what stands at a key of its own. */
  readonly isKey: boolean;
}

/** Every schema inside a schema. */
export function partsOf(schema: unknown, path = '$', isKey = false): Part[] {
  if (!isRecord(schema)) return [];
  const under = ['items', 'additionalProperties', 'propertyNames'].flatMap((word) =>
    partsOf(schema[word], `${path}.${word}`),
  );
  const ways = listOf(schema.anyOf).flatMap((way, place) => partsOf(way, `${path}.anyOf${place}`));
  const keys = entriesOf(schema.properties).flatMap(([key, inner]) => partsOf(inner, `${path}.${key}`, true));
  return [{ path, schema, isKey }, ...under, ...ways, ...keys];
}

const known = new Set([
  ...['$schema', 'title', 'description', 'examples', 'format', 'default'],
  ...['type', 'enum', 'const', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum'],
  ...['anyOf', 'items', 'properties', 'required', 'additionalProperties', 'propertyNames'],
]);

/** Why a schema refuses a value; nothing when it takes it. */
export function refusals(schema: unknown, value: unknown, path = '$'): string[] {
  if (!isRecord(schema)) return [];
  const unknown = Object.keys(schema).filter((word) => !known.has(word));
  if (unknown.length > 0) return [`${path}: the validator does not know ${unknown.join(', ')}`];
  if (schema.type !== undefined && ![schema.type].flat().includes(typeOf(value)) && !isInteger(schema.type, value))
    return [`${path} has the wrong type`];
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return [`${path} is no choice`];
  if (schema.const !== undefined && schema.const !== value) return [`${path} is no choice`];
  const ways = listOf(schema.anyOf);
  if (ways.length > 0 && ways.every((way) => refusals(way, value, path).length > 0))
    return [`${path} fits no way of writing it`];
  return [...ofText(schema, value, path), ...ofList(schema, value, path), ...ofMap(schema, value, path)];
}

function ofText({ pattern, minLength, maxLength }: Json, value: unknown, path: string): string[] {
  if (typeof value !== 'string') return [];
  const fits =
    (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value)) &&
    (typeof minLength !== 'number' || value.length >= minLength) &&
    (typeof maxLength !== 'number' || value.length <= maxLength);
  return fits ? [] : [`${path} is no such text`];
}

function ofList({ items, minItems }: Json, value: unknown, path: string): string[] {
  if (!Array.isArray(value)) return [];
  if (typeof minItems === 'number' && value.length < minItems) return [`${path} is too short`];
  return value.flatMap((inner, place) => refusals(items, inner, `${path}.${place}`));
}

function ofMap(schema: Json, value: unknown, path: string): string[] {
  if (!isRecord(value)) return [];
  const present = entriesOf(value).filter(([, inner]) => inner !== undefined);
  const names = new Set(present.map(([key]) => key));
  const missing = listOf(schema.required).filter((key) => !names.has(String(key)));
  const inside = present.flatMap(([key, inner]) => {
    const own = isRecord(schema.properties) ? schema.properties[key] : undefined;
    if (own === undefined && schema.additionalProperties === false) return [`${path}.${key} is unknown`];
    const badName = refusals(schema.propertyNames, key).length > 0 ? [`${path}: “${key}” is no name`] : [];
    return [...badName, ...refusals(own ?? schema.additionalProperties, inner, `${path}.${key}`)];
  });
  return [...missing.map((key) => `${path}.${String(key)} is missing`), ...inside];
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function isInteger(type: unknown, value: unknown): boolean {
  return [type].flat().includes('integer') && Number.isInteger(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
