/** Writes a row that a price table does not have yet: after its last row of that kind, in the table's own indentation. */
import { isMap, type Pair, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import { type Problem, UserError } from '../../problem/problem.ts';
import { placeAt, type Source } from '../../problem/source.ts';
import { insertEntry, keyOf } from './insert-entry.ts';
import type { NewRow, SeriesUpdate } from './series-update.ts';
import { plainOrQuoted, valueText } from './value-text.ts';

type RowEdit = Pick<SeriesUpdate, 'kind' | 'name' | 'values' | 'source'> & { readonly newRow: NewRow };

/** A key with its text, or with keys of its own. */
type Written = readonly [key: string, value: string | readonly Written[]];

/** Throws UserError `yaml-alias` where the rows of the table are shared with another place. */
export function addRow(table: Source, edit: RowEdit): string {
  const { text } = table;
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const pair = sectionIn(table, edit.kind);
  const rows = pair?.value;
  if (pair === undefined || rows === undefined) {
    const section = inLines([[edit.kind, [[edit.name, keysOf(edit, false)]]]], 0, 2).join(lineBreak);
    return `${text === '' || text.endsWith('\n') ? text : `${text}${lineBreak}`}${section}${lineBreak}`;
  }
  if (rows.flow === true || rows.items.length === 0) {
    const value = inBraces(keysOf(edit, true));
    return insertEntry(text, rows, { key: edit.name, value, inOrder: false });
  }
  const [first] = rows.items;
  const start = first?.key.range[0] ?? 0;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  const value = inLines(keysOf(edit, false), 2 * indent, indent).join(lineBreak);
  return insertEntry(text, rows, { key: edit.name, value: `${lineBreak}${value}`, inOrder: false });
}

/** All keys of the row, in the order of the shipped tables. */
function keysOf({ kind, values, source, newRow }: RowEdit, isInBraces: boolean): readonly Written[] {
  const { label, unit, concept, includes, base, note, index } = newRow;
  const said = (key: string, value: string | undefined): readonly Written[] =>
    value === undefined ? [] : [[key, plainOrQuoted(value)]];
  const years = [...values].sort(([one], [other]) => one - other);
  const written = (value: number) => valueText(kind, value, { written: '', inBraces: isInBraces });
  return [
    ...said('name', label),
    ...said('unit', unit),
    ...said('concept', concept),
    ...(includes === undefined ? [] : [['includes', `[${includes.map(plainOrQuoted).join(', ')}]`] as const]),
    ...said('base', base),
    ...said('note', note),
    ['values', years.map(([year, value]) => [String(year), written(value)] as const)],
    ...said('index', index),
    ['source', (['title', 'publisher', 'at', 'url', 'read'] as const).flatMap((key) => said(key, source[key]))],
  ];
}

function inLines(keys: readonly Written[], indent: number, step: number): readonly string[] {
  const before = ' '.repeat(indent);
  return keys.flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${before}${key}: ${value}`]
      : [`${before}${key}:`, ...inLines(value, indent + step, step)],
  );
}

function inBraces(keys: readonly Written[]): string {
  return `{ ${keys.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : inBraces(value)}`).join(', ')} }`;
}

function sectionIn(table: Source, kind: string): { readonly value: YAMLMap.Parsed | undefined } | undefined {
  const { contents } = parseDocument(table.text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
  const pair: Pair<ParsedNode, ParsedNode | null> | undefined = isMap(contents)
    ? contents.items.find((one) => keyOf(one) === kind)
    : undefined;
  if (pair === undefined) return undefined;
  if (isMap(pair.value) && pair.value.anchor === undefined) return { value: pair.value };
  const problem: Problem = {
    severity: 'error',
    code: 'yaml-alias',
    message: `the rows of \`${kind}\` stand elsewhere, so a new one would reach further than this table`,
    place: placeAt(table, pair.key.range[0], pair.key.range[1]),
    hint: 'write them out here, or name another table: `new: { table: … }`',
  };
  throw new UserError([problem]);
}
