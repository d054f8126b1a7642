/** Writes a value into a price table the way its neighbours are written: decimal sign, decimals, what stands behind it. */
import type { SeriesKind } from './series-update.ts';

export interface Neighbour {
  /** A value of the same series as it stands in the file, with its quotes; empty where there is none. */
  readonly written: string;
  /** Between braces, where a comma ends a value that has no quotes. */
  readonly inBraces: boolean;
}

/** The value as it shall stand in the file; it reads back as the same number. */
export function valueText(kind: SeriesKind, value: number, { written, inBraces }: Neighbour): string {
  const bare = written.replace(/^(["'])(.*)\1$/s, '$2');
  const [whole = '', decimals = ''] = plainDigits(value).split('.');
  const text = kind === 'indexes' ? indexText(whole, decimals, bare) : priceText(whole, decimals, bare);
  const quote = /^["']/.exec(written)?.[0] ?? (inBraces && text.includes(',') ? '"' : '');
  return `${quote}${text}${quote}`;
}

function indexText(whole: string, decimals: string, bare: string): string {
  const shown = decimals === '' && /\d[.,]\d/.test(bare) ? '0' : decimals;
  if (shown === '') return whole;
  // “118.125” could be thousands, and is refused by the reader: three decimals take a comma.
  return `${whole}${/\d\.\d/.test(bare) && shown.length !== 3 ? '.' : ','}${shown}`;
}

function priceText(whole: string, decimals: string, bare: string): string {
  const unit = /\d\s*(kr\.[^\d]*)$/.exec(bare)?.[1]?.trimEnd() ?? 'kr.';
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return `${grouped}${decimals === '' ? '' : `,${decimals}`} ${unit}`;
}

/** All digits of a number, never as a power of ten. */
function plainDigits(value: number): string {
  const digits = String(value);
  if (/^\d+(?:\.\d+)?$/.test(digits)) return digits;
  throw new RangeError(`${digits} is no value of a price table`);
}

/** Text that a map in braces or on lines reads back as it is. */
export function plainOrQuoted(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ./_?=&%+-]*(?::\/\/[\p{L}\p{N}./_?=&%+-]+)?$/u.test(value) && !/\s$/.test(value)
    ? value
    : JSON.stringify(value);
}
