/** Reads one figure of an answer: a number, or text with a decimal sign of either language, and nothing looser. */

/** What StatBank writes where it has no figure. */
const missing = new Set(['', '..', '...', '.', '-', ':']);

const decimal = /^-?\d+(?:[.,]\d+)?$/;

/** The number; undefined where there is none; 'unreadable' for anything else: “1.234,5” and “1e3” are not guessed at. */
export function readDecimal(written: unknown): number | undefined | 'unreadable' {
  if (written === null || written === undefined) return undefined;
  if (typeof written === 'number') return Number.isFinite(written) ? written : 'unreadable';
  if (typeof written !== 'string') return 'unreadable';
  const text = written.trim();
  if (missing.has(text)) return undefined;
  return decimal.test(text) ? Number(text.replace(',', '.')) : 'unreadable';
}
