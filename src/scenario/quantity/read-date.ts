/** The reader of dates: “2016-11-22”, “2016-11”, “22. november 2016”, “november 2016”, “22.11.2016”. */
import { inQuotes, plainText, type Reading, readAs, unread } from './reading.ts';

export interface DateRead {
  /** 2016-11-22, or 2016-11 where the day is not given. */
  readonly iso: string;
  readonly precision: 'day' | 'month';
}

const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

export function readDate(text: string): Reading<DateRead> {
  const plain = plainText(text).toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(plain);
  if (iso !== null) return dateOf(text, Number(iso[1]), Number(iso[2]), iso[3]);
  const numeric = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(plain);
  if (numeric !== null) return dateOf(text, Number(numeric[3]), Number(numeric[2]), numeric[1]);
  const written = /^(?:(?:den )?(\d{1,2})\. ?)?(\p{L}+)\.? (\d{4})$/u.exec(plain);
  const month = written === null ? 0 : monthNumber(written[2] ?? '');
  if (month > 0) return dateOf(text, Number(written?.[3]), month, written?.[1]);
  return unread(
    'date-unreadable',
    `${inQuotes(text)} is not a date`,
    'write 2016-11-22, 22. november 2016 or november 2016',
  );
}

/** 1 to 12, or 0 when the word is no month; three letters are enough. */
function monthNumber(word: string): number {
  return word.length < 3 ? 0 : months.findIndex((month) => month.startsWith(word)) + 1;
}

function dateOf(text: string, year: number, month: number, dayText: string | undefined): Reading<DateRead> {
  const day = dayText === undefined ? 1 : Number(dayText);
  // A day that the month does not have rolls over into another month.
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!real)
    return unread('date-unreadable', `${inQuotes(text)} is not in the calendar`, 'look at the month and the day');
  if (year < 1900 || year > 2100)
    return unread(
      'value-impossible',
      `${inQuotes(text)} is impossible as a date here`,
      'the year must be between 1900 and 2100',
    );
  const iso = date.toISOString();
  return readAs(
    dayText === undefined ? { iso: iso.slice(0, 7), precision: 'month' } : { iso: iso.slice(0, 10), precision: 'day' },
  );
}
