/** Offsets to lines and columns, by binary search: a file with many problems is not counted from its start for each. */
import type { Place, Source } from '../problem/source.ts';

export interface LineIndex {
  /** The place of the characters [start, end); an end past the line's end is cut to it. */
  place(start: number, end: number): Place;
  /** The number of the line an offset is in, from 1. */
  lineOf(offset: number): number;
  /** Where the line that an offset is in starts, and where it ends without its line break. */
  bounds(offset: number): { readonly start: number; readonly end: number };
}

export function indexLines(source: Source): LineIndex {
  const { text } = source;
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => lastAtMost(starts, offset) + 1;
  const bounds = (offset: number): { start: number; end: number } => {
    const line = lineOf(offset);
    const next = starts[line];
    const end = next === undefined ? text.length : next - 1;
    return { start: starts[line - 1] ?? 0, end: text[end - 1] === '\r' ? end - 1 : end };
  };
  const place = (start: number, end: number): Place => {
    const line = bounds(start);
    const last = Math.min(end, line.end);
    return { source, line: lineOf(start), column: start - line.start + 1, length: Math.max(1, last - start) };
  };
  return { place, lineOf, bounds };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
