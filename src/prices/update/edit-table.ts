/**
 * Writes new values into the text of a price table. The YAML is read only to find where things stand; the text is then changed at
 * those places alone, so that every other line, comment, quote and line ending stays as somebody wrote it, to the byte.
 */
import { isAlias, isMap, isScalar, type Pair, type ParsedNode, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { type Problem, UserError } from '../../problem/problem.ts';
import { placeAt, type Source } from '../../problem/source.ts';
import { addRow } from './add-row.ts';
import { insertEntry, keyOf, spliced } from './insert-entry.ts';
import type { SeriesUpdate } from './series-update.ts';
import { type Neighbour, plainOrQuoted, valueText } from './value-text.ts';

/** What is written of one series. */
export type SeriesEdit = Pick<SeriesUpdate, 'kind' | 'name' | 'values' | 'source' | 'newRow'>;

/**
 * The table's text with the edits in it. The table must be one that `parsePrices` accepts. Throws UserError `yaml-alias` where what
 * is to be changed is shared by an alias: a change there would reach further than the series.
 */
export function editTable(table: Source, edits: readonly SeriesEdit[]): string {
  return edits.reduce((text, edit) => {
    const now = { path: table.path, text };
    return edit.newRow === undefined ? editSeries(now, edit) : addRow(now, { ...edit, newRow: edit.newRow });
  }, table.text);
}

function editSeries(table: Source, { kind, name, values, source }: SeriesEdit): string {
  const at = [kind, name, 'values'];
  refuseAssumption(table, [kind, name]);
  let text = table.text;
  for (const [year, value] of [...values].sort(([one], [other]) => one - other)) {
    const entry = {
      key: String(year),
      value: valueText(kind, value, neighbourIn({ ...table, text }, at)),
      inOrder: true,
    };
    text = setEntry({ ...table, text }, at, entry);
  }
  for (const key of ['title', 'publisher', 'at', 'url', 'read'] as const) {
    const value = source[key];
    if (value === undefined) continue;
    text = setEntry({ ...table, text }, [kind, name, 'source'], { key, value: plainOrQuoted(value), inOrder: false });
  }
  return text;
}

/** Values that somebody assumed and values of a source cannot be told apart once they stand in one series. */
function refuseAssumption(table: Source, path: readonly string[]): void {
  const series = mapAt(table, path);
  if (series.items.some((pair) => keyOf(pair) === 'source')) return;
  const problem: Problem = {
    severity: 'error',
    code: 'source-missing',
    message: `“${path.at(-1)}” has an assumption instead of a source, so nothing can be added to it from one`,
    place: placeAt(table, series.range[0]),
    hint: 'give it a `source:` instead of the assumption, then update again',
  };
  throw new UserError([problem]);
}

/** The last value of a series: new ones are written the same way. */
function neighbourIn(table: Source, path: readonly string[]): Neighbour {
  const map = mapAt(table, path);
  const last = map.items.at(-1)?.value;
  return { written: last == null ? '' : table.text.slice(last.range[0], last.range[1]), inBraces: map.flow === true };
}

interface NewEntry {
  readonly key: string;
  /** As it shall stand in the file. */
  readonly value: string;
  /** Entries are kept in the order of their keys, which are years. */
  readonly inOrder: boolean;
}

function setEntry(table: Source, path: readonly string[], { key, value, inOrder }: NewEntry): string {
  const map = mapAt(table, path);
  const pair = map.items.find((one) => keyOf(one) === key);
  if (pair === undefined) return insertEntry(table.text, map, { key, value, inOrder });
  const written = pair.value;
  if (written === null || !isScalar(written) || written.anchor !== undefined) throw shared(table, pair.key);
  const [start, end] = written.range;
  if (isSame(written, value)) return table.text;
  return spliced(table.text, start, end, inTheSameQuotes(written, value));
}

function mapAt(table: Source, path: readonly string[]): YAMLMap.Parsed {
  const document = parseDocument(table.text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
  let node: ParsedNode | null = document.contents;
  for (const step of path) {
    const pair: Pair<ParsedNode, ParsedNode | null> | undefined = isMap(node)
      ? node.items.find((one) => keyOf(one) === step)
      : undefined;
    if (pair === undefined) throw new Error(`${table.path} has no ${path.join('.')}, which its reader saw there`);
    node = pair.value;
    if (node === null || isAlias(node) || node.anchor !== undefined) throw shared(table, pair.key);
  }
  if (!isMap(node)) throw new Error(`${path.join('.')} of ${table.path} is no map, which its reader saw there`);
  return node;
}

function isSame(written: Scalar, value: string): boolean {
  return written.value === unquoted(value);
}

/** `"100,5"` stays in its quotes when it becomes 101,2. */
function inTheSameQuotes(written: Scalar, value: string): string {
  const bare = unquoted(value);
  if (written.type === 'QUOTE_SINGLE') return `'${bare.replaceAll("'", "''")}'`;
  return written.type === 'QUOTE_DOUBLE' ? JSON.stringify(bare) : value;
}

function unquoted(value: string): string {
  return value.startsWith('"') || value.startsWith("'") ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}

function shared(table: Source, key: ParsedNode): UserError {
  const problem: Problem = {
    severity: 'error',
    code: 'yaml-alias',
    message: 'what stands here is shared by “&” and “*”, so a new value would reach further than this series',
    place: placeAt(table, key.range[0], key.range[1]),
    hint: 'write it out for this series, then update again',
  };
  return new UserError([problem]);
}
