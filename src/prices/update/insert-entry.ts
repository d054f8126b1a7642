/** Puts a new entry into a YAML map in the style the map is written in: on a line of its own, or between braces. */
import { isScalar, type YAMLMap } from 'yaml';

interface NewEntry {
  readonly key: string;
  readonly value: string;
  readonly inOrder: boolean;
}

/** The text with the entry in it: after the last smaller key where keys are in order, else at the end. */
export function insertEntry(text: string, map: YAMLMap.Parsed, { key, value, inOrder }: NewEntry): string {
  const before = lastBefore(map, key, inOrder);
  const first = map.items[0];
  if (first === undefined) return intoEmptyBraces(text, map, `${key}: ${value}`);
  const anchor = map.items[before ?? 0] ?? first;
  const space = value.startsWith(lineBreak(text)) ? '' : ' ';
  const entry = `${inQuotesOf(text.slice(anchor.key.range[0], anchor.key.range[1]), key)}:${space}${value}`;
  const anchorEnd = endOf(text, anchor);
  const start = anchor.key.range[0];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  const isAlone = /^[ \t]*$/.test(indent);
  if (map.flow !== true) {
    // A map that starts behind a dash or a key on the same line cannot be in a price table before its first entry.
    return before === undefined
      ? spliced(text, start, start, `${entry}${lineBreak(text)}${' '.repeat(start - lineStart)}`)
      : afterLine(text, anchorEnd, `${' '.repeat(start - lineStart)}${entry}`);
  }
  if (before === undefined) {
    const between = isAlone ? `${lineBreak(text)}${indent}` : ' ';
    return spliced(text, start, start, `${entry},${between}`);
  }
  const rest = text.slice(anchorEnd, lineEnd(text, anchorEnd));
  // Where each entry has a line of its own, with perhaps a comment behind it, the new one gets its line too.
  const endsLine = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(rest);
  if (!isAlone || endsLine === null) return spliced(text, anchorEnd, anchorEnd, `, ${entry}`);
  if (endsLine[1] === ',') return afterLine(text, anchorEnd, `${indent}${entry},`);
  return spliced(afterLine(text, anchorEnd, `${indent}${entry}`), anchorEnd, anchorEnd, ',');
}

function lastBefore(map: YAMLMap.Parsed, key: string, inOrder: boolean): number | undefined {
  if (!inOrder) return map.items.length - 1;
  const keys = map.items.map(keyOf);
  const isFalling = keys.length > 1 && (keys[0] ?? '') > (keys.at(-1) ?? '');
  const smaller = keys.flatMap((one, at) => ((isFalling ? one > key : one < key) ? [at] : []));
  return smaller.at(-1);
}

/** A text over several lines ends with its last line's break: the entry ends before it. */
function endOf(text: string, { key, value }: YAMLMap.Parsed['items'][number]): number {
  let end = value === null ? key.range[1] : value.range[1];
  while (/\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

function intoEmptyBraces(text: string, map: YAMLMap.Parsed, entry: string): string {
  return spliced(text, map.range[0] + 1, map.range[1] - 1, ` ${entry} `);
}

/** A line after the one that `at` is in, also where that is the file's last and ends without a line break. */
function afterLine(text: string, at: number, line: string): string {
  const end = lineEnd(text, at);
  return spliced(text, end, end, `${lineBreak(text)}${line}`);
}

/** Where the line's text ends, before its line break of either kind. */
function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  const end = next === -1 ? text.length : next;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
}

function lineBreak(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** `"2023"` gets a neighbour `"2024"`. */
function inQuotesOf(written: string, key: string): string {
  const quote = /^["']/.exec(written)?.[0] ?? '';
  return `${quote}${key}${quote}`;
}

export function keyOf({ key }: YAMLMap.Parsed['items'][number]): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The text with other characters from `start` to `end`. */
export function spliced(text: string, start: number, end: number, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}
