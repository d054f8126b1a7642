/** The tables of the language reference: for each map of the language, its keys with meaning, form and need. */
import type { z } from 'zod';

export type Shape = z.core.JSONSchema.BaseSchema;

/** The line on a key itself, then a table for each map that may stand under it. */
export function keyTables(key: string, shape: Shape, isNeeded: boolean): readonly string[] {
  const form = formOf(shape);
  const need = isNeeded ? 'Must be there.' : 'May be left out.';
  const lead = `${sentence(oneLine(shape.description ?? ''))} Written as ${form}. ${need}`;
  return [lead.trim(), '', ...mapTables(key, shape)];
}

/** A table for a map and for each that may stand under it. */
export function mapTables(path: string, shape: Shape): readonly string[] {
  const maps = mapsUnder(shape, path);
  const isOther = (place: number) => maps.slice(0, place).some((map) => map.path === maps[place]?.path);
  return maps.flatMap((map, place) => tableOf(map, isOther(place)));
}

interface Map_ {
  readonly path: string;
  readonly shape: Shape;
}

/** Every map that may stand under a key, the outer ones first. */
function mapsUnder(shape: Shape, path: string): readonly Map_[] {
  const own = shape.properties === undefined ? [] : [{ path, shape }];
  const inner = Object.entries(shape.properties ?? {}).flatMap(([name, value]) =>
    typeof value === 'boolean' ? [] : mapsUnder(value, `${path}.${name}`),
  );
  const choices = branchesOf(shape).flatMap((branch) => mapsUnder(branch, path));
  const named = isShape(shape.additionalProperties) ? mapsUnder(shape.additionalProperties, `${path}.<name>`) : [];
  const items = isShape(shape.items) ? mapsUnder(shape.items, `${path}[]`) : [];
  return [...own, ...choices, ...named, ...items, ...inner].filter(({ shape: map }) => !isExplainedOnce(map));
}

/** `isOther` where the same key may also hold a map of another form. */
function tableOf({ path, shape }: Map_, isOther: boolean): readonly string[] {
  const rows = Object.entries(shape.properties ?? {}).flatMap(([key, value]) => {
    if (typeof value === 'boolean' || key === 'source' || key === 'assumption') return [];
    const need = shape.required?.includes(key) ? '**yes**' : '';
    return [`| \`${key}\` | ${need} | ${formOf(value)} | ${meaningOf(value)} | ${exampleOf(value)} |`];
  });
  if (rows.length === 0) return [];
  const head = ['| Key | Must | Written as | Meaning | Example |', '| --- | --- | --- | --- | --- |'];
  const sourced = shape.properties?.assumption !== undefined ? ['', 'And `source` or `assumption`.'] : [];
  return [`${isOther ? 'Or ' : ''}\`${path}\`:`, '', ...head, ...rows, ...sourced, ''];
}

/** A key with one lawful value tells the forms of a map apart. */
function meaningOf({ description, const: fixed }: Shape): string {
  return oneLine(description ?? (fixed === undefined ? '' : 'says that this form is meant'));
}

/** Figures with their provenance, and citations: the chapter on sources has them. */
function isExplainedOnce({ properties }: Shape): boolean {
  return properties !== undefined && (('value' in properties && 'assumption' in properties) || isCitation(properties));
}

function isCitation(properties: NonNullable<Shape['properties']>): boolean {
  return Object.keys(properties).join(' ') === 'ref at';
}

function isShape(value: Shape['items'] | Shape['additionalProperties']): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function branchesOf(shape: Shape): readonly Shape[] {
  return (shape.anyOf ?? shape.oneOf ?? []).filter((branch): branch is Shape => typeof branch !== 'boolean');
}

/** In words: “a share”, “a list of names”, “one of `kommune`, `stat`”. */
function formOf(shape: Shape): string {
  const { enum: words } = shape;
  if (shape.const !== undefined) return code(shape.const);
  if (words !== undefined) return words.length === 1 ? code(words[0]) : `one of ${words.map(code).join(', ')}`;
  const branches = branchesOf(shape);
  if (branches.length > 0) {
    const forms = branches.filter((branch) => !isExplainedOnce(branch)).map(formOf);
    const isFigure = branches.some((branch) => branch.properties !== undefined && isExplainedOnce(branch));
    return `${isFigure ? 'a figure: ' : ''}${[...new Set(forms)].join(', or ')}`;
  }
  if (shape.properties !== undefined) return 'keys of its own (below)';
  if (isShape(shape.items)) return `a list, each ${formOf(shape.items)}`;
  if (isShape(shape.additionalProperties)) return `\`<name>\`s, each ${formOf(shape.additionalProperties)}`;
  return shape.title ?? 'text';
}

function exampleOf(shape: Shape): string {
  const own = shape.examples?.[0] ?? shape.enum?.[0] ?? shape.const;
  if (own !== undefined) return code(own);
  const [first] = branchesOf(shape);
  return first === undefined ? '' : exampleOf(first);
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}

/** Fit for a table's cell. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\.\.(?= )/g, '.')
    .replaceAll('|', '\\|');
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return start === '' || start.endsWith('.') ? start : `${start}.`;
}
