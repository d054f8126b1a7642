/** All number and date formats. Rounding happens here and nowhere else. */
import { type DurationUnit, inAYear } from '../units.ts';
import type { Language } from './language.ts';
import type { FigureText } from './view.types.ts';

/** From an amount up, figures are rounded to the nearest so many kroner; steps in rising order. */
export type RoundingLadder = readonly { readonly from: number; readonly to: number }[];

/**
 * Default ladder: from 1 mio. kr. to the nearest 0,1 mio.; from 10.000 to 1.000; from 1.000 to 100; below that whole kroner.
 * Source: the practice of published notes (METHOD, numbers in Danish text).
 */
export const defaultLadder: RoundingLadder = [
  { from: 0, to: 1 },
  { from: 1_000, to: 100 },
  { from: 10_000, to: 1_000 },
  { from: 1_000_000, to: 100_000 },
  { from: 1_000_000_000, to: 100_000_000 },
];

const noBreak = '\u00a0';
const minus = '\u2212';

export interface Numbers {
  /** “75.985 kr.” */
  kroner(amount: number): string;
  /** A headline figure in its three forms, and the one that says which side it lies on. */
  headline(amount: number): FigureText;
  /** “373 kr.”, “373,50 kr.”: an hourly cost keeps two decimals where it has them. */
  hourly(amount: number): string;
  /** “87 pct.”; one decimal where whole percentages would hide the share. */
  share(share: number): string;
  sharePrecise(share: number): string;
  /** A share with just so many decimals, as the others of its split have. */
  shareWith(share: number, decimals: number): string;
  /** “46”, “38,25” */
  count(count: number): string;
  /** “3½ timer”, “11 timer” */
  hours(hours: number): string;
  /** “11”, “3½”: hours where the column says so */
  bareHours(hours: number): string;
  /**
   * A duration in the unit it was written in: “5 år”, “13 uger”. Without one, what years cannot say in short is said in months, weeks
   * or days: “12 uger”.
   */
  years(years: number, writtenIn?: DurationUnit): string;
  /** A number with so many decimals, “1.234,5”. */
  plain(value: number, decimals?: number): string;
  /** “november 2016”, “22. november 2016” */
  date(iso: string): string;
}

/**
 * Half away from zero, so that −2,5 and 2,5 are rounded alike. The margin undoes binary dust such as 2.4999999996; it grows
 * with the figure as the dust does, and stays far below the half that it must not move.
 */
export function roundHalfUp(value: number, step = 1): number {
  const steps = Math.abs(value) / step;
  const dust = Math.min(1e-3, 1e-9 + steps * 1e-12);
  return Math.sign(value) * Math.floor(steps + 0.5 + dust) * step;
}

/**
 * The parts of a whole to so many decimals of a percentage, so that they sum to the whole (largest remainder): each is rounded down
 * or up, never further, and a smaller part never becomes the larger. `parts` are shares that sum to 1.
 * Example: 0.444, 0.333, 0.223 → 0.45, 0.33, 0.22 of 1.00 (rounded apart they would make 0.99).
 */
export function roundSplit(parts: readonly number[], decimals: number): readonly number[] {
  const steps = 100 * 10 ** decimals;
  const downs = parts.map((part) => Math.floor(part * steps + 1e-9));
  const missing =
    Math.round(steps * parts.reduce((sum, part) => sum + part, 0)) - downs.reduce((sum, down) => sum + down, 0);
  const remainder = (place: number) => (parts[place] ?? 0) * steps - (downs[place] ?? 0);
  const tie = 1e-9;
  const byRemainder = parts
    .map((_, place) => place)
    .sort((one, other) => {
      const further = remainder(other) - remainder(one);
      // Of equal remainders the larger part takes the step: it is changed least by it.
      return Math.abs(further) > tie ? further : (parts[other] ?? 0) - (parts[one] ?? 0);
    });
  const raised = new Set(byRemainder.slice(0, missing));
  return downs.map((down, place) => (down + (raised.has(place) ? 1 : 0)) / steps);
}

/** The decimals with which no part of a split becomes nothing [decimals of a percentage]. */
export function splitDecimals(parts: readonly number[]): number {
  return Math.max(0, ...parts.map(shareDecimals));
}

/** The step that an amount is rounded to. Amounts that round up to the next rung use that rung's step. */
export function stepFor(amount: number, ladder: RoundingLadder): number {
  const rung = (size: number) => ladder.findLast((step) => size >= step.from)?.to ?? 1;
  const step = rung(Math.abs(amount));
  return rung(Math.abs(roundHalfUp(amount, step)));
}

/** The formats of a language. `ladder` is how headline figures are rounded. */
export function numbersOf(language: Language, ladder: RoundingLadder = defaultLadder): Numbers {
  const { words } = language;
  const format = (value: number, decimals: number, fewest = decimals) =>
    formatFor(language.locale, decimals, fewest)
      .format(roundHalfUp(value, 10 ** -decimals))
      .replace(/^-/, minus);
  const kroner = (amount: number) => withUnit(format(amount, 0), words.kroner);
  const rounded = (amount: number) => roundedKroner(amount, ladder, format, words);
  const bareHours = (hours: number) => withHalf(hours, format);
  return {
    kroner,
    headline: (amount) => headlineForms(amount, rounded(amount), stepFor(amount, ladder), kroner(amount), words),
    hourly: (amount) => withUnit(isWhole(amount, 2) ? format(amount, 0) : format(amount, 2), words.kroner),
    share: (share) => withUnit(format(share * 100, shareDecimals(share)), words.percent),
    sharePrecise: (share) => withUnit(format(share * 100, 2, 0), words.percent),
    shareWith: (share, decimals) => withUnit(format(share * 100, share === 0 ? 0 : decimals), words.percent),
    count: (count) => format(count, 2, 0),
    bareHours,
    hours: (hours) => counted(hours, bareHours(hours), words.hour, words.hours),
    years: (years, writtenIn) =>
      writtenIn === undefined ? duration(years, format, words) : durationIn(writtenIn, years, format, words),
    plain: (value, decimals = 0) => format(value, decimals),
    date: (iso) => dateText(iso, language),
  };
}

/** What parts thousands, and what comes before decimals: “.” and “,” in Danish. */
export function separatorsOf(locale: string): { readonly group: string; readonly decimal: string } {
  const parts = formatFor(locale, 1, 1).formatToParts(12_345.5);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: of('group'), decimal: of('decimal') };
}

/** Making a format takes a hundred times as long as using it: each is made once, for all notes of a run. */
const formats = new Map<string, Intl.NumberFormat>();

function formatFor(locale: string, decimals: number, fewest: number): Intl.NumberFormat {
  const key = `${locale} ${fewest}-${decimals}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: fewest,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  });
  formats.set(key, made);
  return made;
}

/** No line breaks between a figure and its unit, nor inside “mio. kr.”. */
function withUnit(text: string, pattern: string): string {
  return pattern.replace('{{amount}}', text).replaceAll(' ', noBreak);
}

/** “½ time”, “1 time”, “2 timer” */
function counted(count: number, text: string, one: string, many: string): string {
  return withUnit(text, count > 0 && count <= 1 ? one : many);
}

/** Durations from here on are said in years whatever they were written in [years]. */
const longInMonths = 2;

/** Whole and half years in years; else in the largest unit that gives a whole number, as people write durations. */
function duration(years: number, format: Format, words: Language['words']): string {
  const inYears = () => durationIn('years', years, format, words);
  if (years <= 0 || years >= longInMonths || isMultiple(years, 0.5)) return inYears();
  // “0,2 år” is whole days too, but was not written so.
  const units: readonly DurationUnit[] = isMultiple(years, 0.01) ? ['months'] : ['months', 'weeks', 'days'];
  const unit = units.find((one) => isMultiple(years, 1 / inAYear[one]));
  return unit === undefined ? inYears() : durationIn(unit, years, format, words);
}

function durationIn(unit: DurationUnit, years: number, format: Format, words: Language['words']): string {
  const [one, many] = {
    years: [words.oneYear, words.years],
    months: [words.oneMonth, words.months],
    weeks: [words.oneWeek, words.weeks],
    days: [words.oneDay, words.days],
  }[unit] as [string, string];
  const count = years * inAYear[unit];
  return counted(count, withHalf(count, format), one, many);
}

function isMultiple(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-6;
}

/** Whole percentages, unless they would make a small share nothing. */
function shareDecimals(share: number): number {
  const size = Math.abs(share);
  if (size === 0 || size >= 0.005) return 0;
  return size >= 0.0005 ? 1 : 2;
}

type Format = (value: number, decimals: number, fewest?: number) => string;

function isWhole(value: number, decimals: number): boolean {
  return roundHalfUp(value, 10 ** -decimals) === Math.round(value);
}

/** 1.5 → “1½”, as people write hours; other fractions with two decimals. */
function withHalf(value: number, format: Format): string {
  const whole = Math.floor(value + 1e-9);
  if (value > 0 && Math.abs(value - whole - 0.5) < 1e-9) return whole === 0 ? '½' : `${format(whole, 0)}½`;
  return format(value, 2, 0);
}

function roundedKroner(amount: number, ladder: RoundingLadder, format: Format, words: Language['words']): string {
  const step = stepFor(amount, ladder);
  const rounded = roundHalfUp(amount, step);
  for (const [size, unit] of [
    [1e9, words.billion],
    [1e6, words.million],
  ] as const) {
    if (Math.abs(rounded) < size || step < size / 1000) continue;
    return withUnit(format(rounded / size, decimalsOf(step / size), 0), unit);
  }
  return withUnit(format(rounded, 0), words.kroner);
}

/** How many decimals a step needs: 1 for 0.1 and 0.5, 2 for 0.25. */
function decimalsOf(step: number): number {
  const enough = [0, 1, 2, 3, 4, 5].find((decimals) => {
    const scaled = step * 10 ** decimals;
    return Math.abs(scaled - Math.round(scaled)) < 1e-9;
  });
  return enough ?? 6;
}

/**
 * “ca.” is true of any estimate; “knap” only of a figure below the printed one, “godt” only of one above it.
 * `near` chooses between those by the figure, and is without a word where the figure is the printed one. Below zero it is
 * “ca.”: a little over −11.000 may be meant as more or as less.
 */
function headlineForms(
  amount: number,
  plain: string,
  step: number,
  exact: string,
  words: Language['words'],
): FigureText {
  const printed = roundHalfUp(amount, step);
  const margin = 1e-9 * Math.max(1, Math.abs(amount));
  const withWord = (word: string) => words.withWord.replace('{{word}}', word).replace('{{amount}}', plain);
  const about = withWord(words.about);
  // Nothing is not about nothing.
  if (printed === 0 && amount === 0) return { text: plain, plain, exact, near: plain };
  if (Math.abs(amount - printed) <= margin) return { text: about, plain, exact, near: plain };
  const near = amount < 0 ? about : withWord(amount < printed ? words.under : words.over);
  return { text: about, plain, exact, near };
}

function dateText(iso: string, language: Language): string {
  const [year = '', month = '', day] = iso.split('-');
  const name = language.months[Number(month) - 1];
  if (name === undefined) return year;
  const { words } = language;
  // The day stays with its month: “22. november”.
  if (day !== undefined) return language.fill(words.day, { day: String(Number(day)), month: name, year });
  return language.fill(words.month, { month: name, year });
}
