/** Something wrong in a YAML text, still at its offsets; it becomes a `Problem` when its line and column are needed. */
import type { Problem, ProblemCode } from '../problem/problem.ts';
import type { LineIndex } from './line-index.ts';

export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint?: string;
  readonly severity?: 'warning';
}

export function toProblem(finding: Finding, lines: LineIndex): Problem {
  const { start, end, code, message, hint, severity = 'error' } = finding;
  return { severity, code, message, place: lines.place(start, end), ...(hint === undefined ? {} : { hint }) };
}

/** The author's own words in a message, cut where they would fill the screen. */
export function quoted(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > longest ? `${line.slice(0, longest)}…` : line}”`;
}

/** What may be said of a value that YAML reads as something else than text. */
export function quoteHint(value: string): string {
  const text = value.trim();
  const mark = text.includes('"') || text.includes('\\') ? "'" : '"';
  return text.length > 60 || text.includes("'")
    ? 'put the whole value in quotes, or write it on the next line after “|”'
    : `put the value in quotes: ${mark}${text}${mark}`;
}
