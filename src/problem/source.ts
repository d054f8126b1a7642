/** A text that came from outside, and the places in it. */

/** A file already read. `path` is as the user knows it: relative to the working folder where that is possible. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Where in a source something is. Lines and columns count from 1, columns in UTF-16 code units; `length` is at least 1. */
export interface Place {
  readonly source: Source;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** The place of the characters [start, end) of a source; an end past the line's end is cut to it. */
export function placeAt(source: Source, start: number, end: number = start + 1): Place {
  const before = source.text.slice(0, start);
  const line = before.split('\n').length;
  const column = start - (before.lastIndexOf('\n') + 1) + 1;
  const lineEnd = source.text.indexOf('\n', start);
  const last = Math.min(end, lineEnd === -1 ? source.text.length : lineEnd);
  return { source, line, column, length: Math.max(1, last - start) };
}
