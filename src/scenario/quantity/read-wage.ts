/** Readers of money per hour and per year: “373 kr. pr. time”, “373 kr./time”, “474.528 kr. pr. år”. */
import { moneyKind, readKroner, readMoney } from './read-amount.ts';
import { inQuotes, plainText, type Reading, unread } from './reading.ts';

/** Money per hour or per year may say so, and then must say the right one. */
interface Period {
  /** With its article: “an hourly cost”. */
  readonly name: string;
  readonly written: RegExp;
  readonly other: RegExp;
  /** What the other one is, in words. */
  readonly otherWords: string;
  readonly high: number;
  readonly limits: string;
  readonly example: string;
}

const hourWords = /(?: ?\/ ?| pr\.? ?| i )(?:timen?|t\.?|h)$/i;
const yearWords = /(?: ?\/ ?| pr\.? ?| om )året?$|(?: ?\/ ?| pr\.? ?)år$/i;

const hourlyPeriod: Period = {
  name: 'an hourly cost',
  written: hourWords,
  other: yearWords,
  otherWords: 'it is per year',
  high: 100_000,
  limits: 'between 0 and 100.000 kr. pr. time',
  example: '“373 kr. pr. time”',
};
const yearlyPeriod: Period = {
  name: 'an annual pay',
  written: yearWords,
  other: hourWords,
  otherWords: 'it is per hour',
  high: 1e9,
  limits: 'between 0 and 1 mia. kr. pr. år',
  example: '“474.528 kr. pr. år”',
};

/** “373 kr.”, “373 kr./time”, “373 kr. pr. time” in kroner an hour. */
export function readMoneyPerHour(text: string): Reading<number> {
  return readMoneyPer(text, hourlyPeriod);
}

/** “474.528 kr.”, “474.528 kr./år”, “474.528 kr. pr. år” in kroner a year. */
export function readMoneyPerYear(text: string): Reading<number> {
  return readMoneyPer(text, yearlyPeriod);
}

function readMoneyPer(text: string, period: Period): Reading<number> {
  const plain = plainText(text);
  const { name, high, limits, example } = period;
  if (period.other.test(plain)) {
    const message = `${inQuotes(text)} is not ${name}: ${period.otherWords}`;
    return unread('number-unreadable', message, `write it as ${example}`);
  }
  return readKroner(plain.replace(period.written, ''), { ...moneyKind, name, high, limits, example });
}

export type PricePeriod = 'hour' | 'year' | 'none';

/** A price of whatever kind, and the period it names: `none` where it is a bare amount. */
export interface PriceAmount {
  readonly amount: number;
  readonly period: PricePeriod;
  readonly text: string;
}

/** “373 kr.”, “373 kr./time” or “474.528 kr. pr. år”: a price in a table, whose row says what it is a price of. */
export function readPriceAmount(text: string): Reading<PriceAmount> {
  const plain = plainText(text);
  const period = hourWords.test(plain) ? 'hour' : yearWords.test(plain) ? 'year' : 'none';
  const reading =
    period === 'hour' ? readMoneyPerHour(text) : period === 'year' ? readMoneyPerYear(text) : readMoney(text);
  return reading.ok ? { ok: true, value: { amount: reading.value, period, text: plain } } : reading;
}
