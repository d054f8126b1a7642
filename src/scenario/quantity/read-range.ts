/** The reader of a span between two values of one kind: “63.000-89.000 kr.”, “1½-3 timer”, “fra 4 til 8”. */
import { splitUnit } from './read-unit.ts';
import { inQuotes, plainText, type Reader, type Reading, readAs, unread } from './reading.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The two ends of a written span, the first with the unit of the second where it has none of its own. */
export function splitRange(text: string): readonly [string, string] | undefined {
  const plain = plainText(text).replace(/^(?:fra|mellem) /i, '');
  // A hyphen is a sign at the start of a number and a dash after one.
  const parts = /^(.*?[^\s+-]) ?(?:-| til | og ) ?(.*\S)$/.exec(plain);
  if (parts?.[1] === undefined || parts[2] === undefined) return undefined;
  const { unit } = splitUnit(parts[2]);
  const needsUnit = splitUnit(parts[1]).unit === '' && unit !== '';
  return [needsUnit ? `${parts[1]} ${unit}` : parts[1], parts[2]];
}

export function readRange(reader: Reader<number>, text: string): Reading<Range> {
  const ends = splitRange(text);
  if (ends === undefined)
    return unread(
      'number-unreadable',
      `${inQuotes(text)} is not a span between two values`,
      'write it as “4-8” or “fra 4 til 8”',
    );
  const low = reader(ends[0]);
  if (!low.ok) return low;
  const high = reader(ends[1]);
  if (!high.ok) return high;
  return inOrder(low.value, high.value, text);
}

export function inOrder(low: number, high: number, text: string): Reading<Range> {
  if (low <= high) return readAs({ low, high });
  return unread(
    'range-reversed',
    `${inQuotes(text)} runs from the higher value to the lower`,
    'write the lower value first',
  );
}
