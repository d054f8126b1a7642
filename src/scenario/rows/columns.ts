/** What the columns of a table of rows mean: places in the scenario, texts of its `row:`, names of files, or remarks. */
import type { CsvCell } from '../../csv/read-csv.ts';
import type { Problem, ProblemCode } from '../../problem/problem.ts';
import { suggestion } from '../../problem/suggest.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import { allowedKeys, schemaAt, valueUnder } from '../../yaml/schema-walk.ts';
import { scenarioSchema } from '../schema/scenario.ts';

export interface Column {
  /** As its header calls it. */
  readonly name: string;
  /** What its cells replace; undefined where they only name files, or are remarks. */
  readonly path?: Path;
}

export interface ReadColumns {
  readonly columns: readonly Column[];
  readonly problems: readonly Problem[];
}

/**
 * A header is a place in the scenario (`teams.pn.count`; entries of lists count from 1), a text of `row:` by its bare name, or what
 * `namedBy` asks for. One that starts with `#` is a remark. `value` is the scenario as YAML reads it.
 */
export function readColumns(header: readonly CsvCell[], value: unknown, namedBy: readonly string[]): ReadColumns {
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  const columns = header.map((cell): Column => {
    const name = cell.text;
    if (name === '' || name.startsWith('#')) return { name };
    const report = (code: ProblemCode, message: string, hint: string) =>
      problems.push({ severity: 'error', code, message, place: cell.place, hint });
    const found = pathOf(name, value);
    if ('wrong' in found && namedBy.includes(name)) return { name };
    if ('wrong' in found) {
      report('column-unknown', found.wrong, found.hint);
      return { name };
    }
    const key = JSON.stringify(found.path);
    const earlier = taken.get(key);
    if (earlier !== undefined)
      report('csv-invalid', `the columns “${earlier}” and “${name}” mean the same place`, 'remove one of them');
    taken.set(key, name);
    return { name, path: found.path };
  });
  return { columns, problems };
}

type Found = { readonly path: Path } | { readonly wrong: string; readonly hint: string };

function pathOf(name: string, value: unknown): Found {
  if (rowNames(value).includes(name)) return { path: ['row', name] };
  const path: (string | number)[] = [];
  let at = value;
  for (const written of name.split('.')) {
    const step = Array.isArray(at) ? Number(written) - 1 : written;
    const under = valueUnder(at, step);
    if (under === undefined && !mayStand(path, written, at, value)) return unknown(name, path, at, value);
    path.push(step);
    at = under;
  }
  // A figure that stands with its source or reason keeps them: the cell is its value.
  if (valueUnder(at, 'value') !== undefined) return { path: [...path, 'value'] };
  if (typeof at !== 'object' || at === null || Array.isArray(at)) return { path };
  const below = Object.keys(at).map((key) => `${name}.${key}`);
  return { wrong: `“${name}” is a group of keys, not one value`, hint: suggestion('', below) };
}

/** A key that the scenario leaves out and could have. Blocks that the author names must be there. */
function mayStand(path: Path, key: string, at: unknown, value: unknown): boolean {
  if (typeof at === 'string' || Array.isArray(at)) return false;
  const schema = schemaAt(scenarioSchema, path, value);
  return schema !== undefined && allowedKeys(schema, at ?? {}).includes(key);
}

function unknown(name: string, path: Path, at: unknown, value: unknown): Found {
  const wrong = `column “${name}” is not a place in the scenario`;
  if (typeof at === 'string') {
    const parent = path.join('.');
    return {
      wrong,
      hint: `“${parent}” is a single value: write it as \`{ value: …, ${name.split('.').at(-1)}: … }\` in the scenario first`,
    };
  }
  const schema = schemaAt(scenarioSchema, path, value);
  const beside = [...(schema === undefined ? [] : allowedKeys(schema, at ?? {})), ...Object.keys(at ?? {})];
  const known = [...rowNames(value), ...places(value, ''), ...beside.map((key) => [...path, key].join('.'))];
  const remark = 'start its name with # if it is a remark';
  const declared = name.includes('.') ? '' : `, or declare it as a text with \`row: { ${name}: … }\``;
  const hint = suggestion(name, new Set(known), 6);
  return { wrong, hint: `${hint}${hint.endsWith('?') ? ' Otherwise' : ';'} ${remark}${declared}` };
}

/** Every place that holds one value, as a header would name it. */
function places(value: unknown, prefix: string): string[] {
  if (typeof value === 'string' || value === null) return prefix === '' ? [] : [prefix];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? String(Number(key) + 1) : key;
    if (key === 'value' && prefix !== '') return [prefix];
    return places(inner, prefix === '' ? step : `${prefix}.${step}`);
  });
}

function rowNames(value: unknown): readonly string[] {
  const row = valueUnder(value, 'row');
  return typeof row === 'object' && row !== null ? Object.keys(row) : [];
}
