/** Writes a value into a price table the way its neighbours are written: decimal sign, what stands behind it. */
import type { SeriesKind } from './series-update.ts';

/** `neighbour` is a value of the same series as it stands in the file, or empty. The text reads back as the same number. */
export function valueText(kind: SeriesKind, value: number, neighbour: string): string {
  const plain = neighbour.replace(/^(["'])(.*)\1$/s, '$2');
  const [whole = '', decimals] = plainDigits(value).split('.');
  const withComma = `${whole}${decimals === undefined ? '' : `,${decimals}`}`;
  if (kind === 'indexes') {
    // “118.125” reads as more than a hundred thousand where “.” stands between thousands: three decimals take a comma.
    const isComma = /\d,\d/.test(plain) || decimals?.length === 3;
    return decimals === undefined || !isComma ? plainDigits(value) : `"${withComma}"`;
  }
  const unit = /\d\s*(kr\.[^\d]*)$/.exec(plain)?.[1]?.trimEnd() ?? 'kr.';
  const amount = `${thousands(whole)}${decimals === undefined ? '' : `,${decimals}`} ${unit}`;
  return decimals === undefined ? amount : `"${amount}"`;
}

/** All digits of a number, never as a power of ten. */
function plainDigits(value: number): string {
  const [mantissa = '', power] = String(value).split('e');
  if (power === undefined) return mantissa;
  throw new RangeError(`${value} is no value of a price table`);
}

function thousands(whole: string): string {
  return whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
}
