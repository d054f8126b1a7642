/** Figures of a column under each other at the decimal sign: what the shorter ones lack, to be set without being seen. */

import { separatorsOf } from '../report/numbers.ts';

/** “1.234,5”, “−0,25 pct.”, “1½”: a figure, its fraction, and what stands after it; in English “1,234.5”. */
const figures = {
  ',': /^([-\u2212+±]?\d[\d. \u00a0]*?)(,\d+|½)?((?:[ \u00a0].*)?)$/u,
  '.': /^([-\u2212+±]?\d[\d, \u00a0]*?)(\.\d+|½)?((?:[ \u00a0].*)?)$/u,
} as const;

export type DecimalSign = keyof typeof figures;

/** What stands before the decimals in a language: `da-DK` has a comma, `en-GB` a point. */
export function decimalSignOf(locale: string): DecimalSign {
  return separatorsOf(locale).decimal === '.' ? '.' : ',';
}

export interface AlignedCell {
  readonly text: string;
  /** Stands after the figure, unseen, and makes it as wide as the longest fraction. */
  readonly pad: string;
  /** What follows the figure: “ pct.”. */
  readonly rest: string;
}

/** Cells of one column; left as they are where they are not figures of one unit, or where none has a fraction. */
export function alignDecimals(cells: readonly string[], sign: DecimalSign = ','): readonly AlignedCell[] {
  const parts = cells.map((cell) => figures[sign].exec(cell));
  const units = new Set(parts.flatMap((part) => (part === null ? [] : [part[3] ?? ''])));
  const fractions = parts.flatMap((part) => part?.[2] ?? []);
  const longest = fractions.reduce((long, fraction) => (fraction.length > long.length ? fraction : long), '');
  // “3,5 mio. kr.” and “76.000 kr.” have no comma in common; “1½ timer” and “40 timer” would be torn from their unit for a sign
  // that is no column of digits.
  const isOneUnit = units.size === 1 && !(longest === '½' && !units.has(''));
  return cells.map((cell, index) => {
    const part = parts[index];
    if (longest === '' || !isOneUnit || part === null || part === undefined) return { text: cell, pad: '', rest: '' };
    const [, whole = '', fraction = '', rest = ''] = part;
    const pad =
      fraction === '' ? longest : fraction.startsWith(sign) ? '0'.repeat(longest.length - fraction.length) : '';
    return pad === '' ? { text: cell, pad: '', rest: '' } : { text: whole + fraction, pad, rest };
  });
}
