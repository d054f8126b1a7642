/** The reader of how much a figure is varied: “±20 pct.”, “±10 procentpoint”, “±2”, “-20 pct. til +10 pct.”. */
import { type Measure, readAnyAmount } from './read-amount.ts';
import { readNumber } from './read-number.ts';
import { inOrder, splitRange } from './read-range.ts';
import { splitUnit, unitKey, within } from './read-unit.ts';
import { inQuotes, plainText, type Reading, readAs, unread } from './reading.ts';

export interface Variation {
  /** `relative` to the figure (a share of it), in percentage `points` (added to a share), or `absolute` in `unit`. */
  readonly kind: 'relative' | 'points' | 'absolute';
  readonly unit: Measure;
  /** Signed offsets: -0.2 and 0.2 for ±20 pct. */
  readonly low: number;
  readonly high: number;
}

interface Offset extends Pick<Variation, 'kind' | 'unit'> {
  readonly value: number;
}

export function readVariation(text: string): Reading<Variation> {
  const plain = plainText(text).replace(/^\+ ?\/ ?-/, '±');
  if (plain.startsWith('±')) return readBothWays(plain.slice(1).trim(), text);
  const ends = splitRange(plain);
  if (ends === undefined) return readOneWay(plain, text);
  const low = readOffset(ends[0]);
  if (!low.ok) return low;
  const high = readOffset(ends[1]);
  if (!high.ok) return high;
  if (low.value.kind !== high.value.kind || low.value.unit !== high.value.unit)
    return unread('number-ambiguous', `${inQuotes(text)} has two different units`, 'write both ends in the same unit');
  return between(low.value, low.value.value, high.value.value, text);
}

function readBothWays(size: string, text: string): Reading<Variation> {
  const offset = readOffset(size);
  if (!offset.ok) return offset;
  if (/^[+-]/.test(size)) return unread('number-unreadable', `${inQuotes(text)} has two signs`, 'write ±20 pct.');
  return between(offset.value, -offset.value.value || 0, offset.value.value, text);
}

/** “+20 pct.” is from nothing to a fifth more. Without a sign it could be one way or both. */
function readOneWay(plain: string, text: string): Reading<Variation> {
  const offset = readOffset(plain);
  if (!offset.ok) return offset;
  if (!/^[+-]/.test(plain))
    return unread(
      'number-ambiguous',
      `${inQuotes(text)} has no sign: up, down, or both?`,
      `write ±${plain}, or -${plain} til +${plain}`,
    );
  const { value } = offset.value;
  return between(offset.value, Math.min(value, 0), Math.max(value, 0), text);
}

function between({ kind, unit }: Offset, low: number, high: number, text: string): Reading<Variation> {
  const range = inOrder(low, high, text);
  return range.ok ? readAs({ kind, unit, ...range.value }) : range;
}

const pointWords = new Set([
  'procentpoint',
  'procent-point',
  'pct point',
  'pct -point',
  'pct-point',
  '%-point',
  '% point',
  'pp',
]);

function readOffset(text: string): Reading<Offset> {
  const { number, unit } = splitUnit(text);
  const key = unitKey(unit);
  const relative = key === 'pct' || key === '%' || key === 'procent';
  if (!relative && !pointWords.has(key)) return readAbsolute(text);
  const reading = readNumber(number, -2);
  if (!reading.ok) return reading;
  const kind = relative ? 'relative' : 'points';
  const high = relative ? 10 : 1;
  const limits = relative ? 'between -100 and 1.000 pct.' : 'between -100 and 100 procentpoint';
  const checked = within(reading.value, text, { name: 'a variation', low: -1, high, limits });
  return checked.ok ? readAs({ kind, unit: 'none', value: checked.value }) : checked;
}

function readAbsolute(text: string): Reading<Offset> {
  const { measure, reading } = readAnyAmount(text);
  if (reading.ok) return readAs({ kind: 'absolute', unit: measure, value: reading.value });
  const hint = 'write a variation as ±20 pct., ±10 procentpoint, ±2 or -20 pct. til +10 pct.';
  return reading.code === 'number-unreadable' ? { ...reading, hint } : reading;
}
