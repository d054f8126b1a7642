/** The reader of index values: “117,21” as people write it, “117.21” as statistics offices deliver it. */
import { readNumber } from './read-number.ts';
import { inQuotes, plainText, type Reading, unread } from './reading.ts';

const highest = 1_000_000;

/** An index value above zero. A full stop is a decimal sign unless three digits follow: “117.215” could be thousands. */
export function readIndexValue(text: string): Reading<number> {
  const plain = plainText(text);
  const decimal = /^(\d+)\.(\d+)$/.exec(plain);
  if (decimal?.[2]?.length === 3)
    return unread(
      'number-ambiguous',
      `${inQuotes(text)} is not clear: full stops mark thousands`,
      `write ${decimal[1]},${decimal[2]}`,
    );
  const reading = readNumber(decimal === null ? plain : `${decimal[1]},${decimal[2]}`);
  if (!reading.ok) return { ...reading, hint: 'write the value alone, as 117,21' };
  if (reading.value > 0 && reading.value <= highest) return reading;
  return unread(
    'value-impossible',
    `${inQuotes(text)} is impossible as an index value`,
    'it must be above 0 and at most 1.000.000',
  );
}
