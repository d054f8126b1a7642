/** Readers of calendar years and of the years a cost line applies to. */
import { inQuotes, plainText, type Reading, readAs, unread } from './reading.ts';

const firstYear = 1990;
const lastYear = 2100;
const mostOperatingYears = 100;

/** A calendar year: “2016”. */
export function readYear(text: string): Reading<number> {
  const plain = plainText(text);
  if (!/^\d{1,6}$/.test(plain)) {
    const digits = plain.replace(/[.,  ]/g, '');
    const hint = /^\d{4}$/.test(digits) ? `write ${digits}` : 'write four digits, as in 2016';
    return unread('number-unreadable', `${inQuotes(text)} is not a year`, hint);
  }
  const year = Number(plain);
  if (year >= firstYear && year <= lastYear) return readAs(year);
  return unread(
    'value-impossible',
    `${inQuotes(text)} is impossible as a year`,
    `it must be between ${firstYear} and ${lastYear}`,
  );
}

/** Operating years or calendar years: “1-3”, “1, 3, 5”, “2018-2020”, “1 og 3”; in order, each once. */
export function readYearList(text: string): Reading<number[]> {
  const years = new Set<number>();
  const plain = plainText(text).replace(/^år /i, '');
  for (const part of plain.split(/ ?[,;] ?| og /)) {
    const reading = readSpan(part, text);
    if (!reading.ok) return reading;
    for (const year of reading.value) years.add(year);
  }
  return allOneKind(
    [...years].sort((one, other) => one - other),
    text,
  );
}

/** The same, of a list of texts. */
export function readYearTexts(texts: readonly string[]): Reading<number[]> {
  return readYearList(texts.join(', '));
}

function readSpan(part: string, text: string): Reading<number[]> {
  const [, from, to = from] = /^(\d{1,4})(?: ?(?:-| til ) ?(\d{1,4}))?$/.exec(part) ?? [];
  if (from === undefined || to === undefined)
    return unread(
      'number-unreadable',
      `${inQuotes(text)} is not a list of years`,
      'write “1-3”, “1, 3, 5” or “2018-2020”',
    );
  const first = Number(from);
  const last = Number(to);
  if (first > last) return unread('range-reversed', `${inQuotes(part)} runs backwards`, `write ${last}-${first}`);
  const calendar = first >= firstYear && last <= lastYear;
  if (!calendar && (first < 1 || last > mostOperatingYears)) {
    const hint = `a year is 1 to ${mostOperatingYears} (counted from the start) or ${firstYear} to ${lastYear}`;
    return unread('value-impossible', `${inQuotes(part)} is impossible as a year`, hint);
  }
  return readAs(Array.from({ length: last - first + 1 }, (_, step) => first + step));
}

function allOneKind(years: number[], text: string): Reading<number[]> {
  const [first = 0] = years;
  const last = years.at(-1) ?? 0;
  if (first >= firstYear || last < firstYear) return readAs(years);
  const message = `${inQuotes(text)} mixes years counted from the start with calendar years`;
  return unread('value-impossible', message, 'write all of them in one way');
}
