/** What came of reading a text: a value, or why not. */
import type { ProblemCode } from '../../problem/problem.ts';

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ProblemCode; readonly message: string; readonly hint: string };

/** Reads one kind of value out of an author's text. */
export type Reader<T> = (text: string) => Reading<T>;

export function readAs<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function unread(code: ProblemCode, message: string, hint: string): Extract<Reading<never>, { ok: false }> {
  return { ok: false, code, message, hint };
}

/** The author's text on one line, with the signs and spaces that word processors put in made plain. */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u200b\u2060]+/g, ' ')
    .replace(/[−‐‑‒–—]/g, '-')
    .trim();
}

/** The author's words in a message, cut where they would fill the screen. */
export function inQuotes(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 40 ? `${line.slice(0, 40)}…` : line}”`;
}
