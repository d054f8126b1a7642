/** The reader of a cell in a table of the author's: a number as it is printed, or “–” where there is none. */
import { readNumber } from './read-number.ts';
import { plainText, type Reading, readAs } from './reading.ts';

export interface TableCell {
  /** Undefined where the cell is empty. */
  readonly value: number | undefined;
  /** Digits after the comma, as they were written. */
  readonly decimals: number;
}

export function readCell(text: string): Reading<TableCell> {
  const plain = plainText(text);
  if (plain === '-' || plain === '') return readAs({ value: undefined, decimals: 0 });
  const reading = readNumber(plain);
  if (!reading.ok)
    return { ...reading, hint: 'write the number alone, or “–” where there is none; the unit belongs to `unit`' };
  return readAs({ value: reading.value, decimals: /,(\d+)$/.exec(plain)?.[1]?.length ?? 0 });
}
