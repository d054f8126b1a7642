/**
 * The one reader of numbers as they are written in Danish: “.” (or a space) between thousands, “,” before decimals, and
 * ½ ¼ ¾. What an English reader and a Danish one would read differently (14.8, 1,234.5) is never guessed at.
 */
import { inQuotes, plainText, type Reading, readAs, unread } from './reading.ts';

const halves: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };

/** A double holds 15 digits exactly, before and after the decimal sign alike. */
const mostDigits = 15;

const whole = String.raw`\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+`;
const danish = new RegExp(String.raw`^([-+]?) ?(?:(${whole})(?:,(\d+)| ?([½¼¾]))?|([½¼¾]))$`);
const english = /^([-+]?) ?(\d+|\d{1,3}(?:,\d{3})+)\.(\d+)$|^([-+]?) ?(\d{1,3}(?:,\d{3}){2,})$/;

/**
 * The number a text is. `shift` moves the decimal sign in the digits themselves, so that “14,8 pct.” is 0.148 and not
 * 0.14800000000000002.
 */
export function readNumber(text: string, shift = 0): Reading<number> {
  const plain = plainText(text);
  const parts = danish.exec(plain);
  if (parts === null) return refuse(plain);
  const [, sign = '', integer = '0', decimals, half, alone] = parts;
  const digits = integer.replace(/[. ]/g, '');
  const fraction = decimals ?? halves[half ?? alone ?? ''] ?? '0';
  if (digits.length > mostDigits || fraction.length > mostDigits)
    return unread('number-unreadable', `${inQuotes(plain)} has too many digits`, `write at most ${mostDigits} digits`);
  const value = Number(`${digits}.${fraction}e${shift}`);
  return readAs(sign === '-' && value !== 0 ? -value : value);
}

function refuse(plain: string): Reading<number> {
  const parts = english.exec(plain);
  if (parts !== null) {
    const integer = (parts[2] ?? parts[5] ?? '').replaceAll(',', '.');
    const danishForm = `${parts[1] ?? parts[4] ?? ''}${integer}${parts[3] === undefined ? '' : `,${parts[3]}`}`;
    const why = parts[3] === undefined ? 'thousands are marked with a full stop' : 'the decimal sign is a comma';
    return unread('number-ambiguous', `${inQuotes(plain)} is not clear: ${why}`, `write ${danishForm}`);
  }
  const met = plain === '' ? 'a number is missing' : `${inQuotes(plain)} is not a number`;
  return unread(
    'number-unreadable',
    met,
    'write it as 1.234.567,89: full stops between thousands, a comma before decimals',
  );
}
