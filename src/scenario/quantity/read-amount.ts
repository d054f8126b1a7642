/** Readers of the amounts a scenario is made of: money, hours, shares, counts and durations. */
import { type DurationUnit, durationUnits, inAYear } from '../../units.ts';
import { readNumber } from './read-number.ts';
import { type Kind, readKind, splitUnit, type UnitScale, type UnitTable, unitKey } from './read-unit.ts';
import { inQuotes, plainText, type Reading, readAs, unread } from './reading.ts';

const once: UnitScale = {};

function named(words: string, scale: UnitScale): UnitTable {
  return Object.fromEntries(words.split(',').map((word) => [word.trim(), scale]));
}

const kroner: UnitTable = {
  ...named(', kr, kroner, krone, dkk', once),
  ...named('tkr, t kr, tusind kr, tusind kroner', { shift: 3 }),
  ...named('mio kr, mio kroner, mio, mill kr, mill, million kr, million kroner, millioner kr, millioner kroner', {
    shift: 6,
  }),
  ...named('mia kr, mia kroner, mia, milliard kr, milliard kroner, milliarder kr, milliarder kroner', { shift: 9 }),
};

export const moneyKind: Kind = {
  name: 'an amount of money',
  units: kroner,
  low: 0,
  high: 1e12,
  limits: '0 kr. or more, at most 1.000 mia. kr.',
  example: '“3.500 kr.” or “1,5 mio. kr.”',
};
const signedMoneyKind: Kind = { ...moneyKind, low: -1e12, limits: 'between -1.000 and 1.000 mia. kr.' };

/** “373 kr.”, “kr. 373”, “373,-”, “1,5 mio. kr.” in kroner. */
export function readMoney(text: string): Reading<number> {
  return readKroner(text, moneyKind);
}

/** Money that may be owed: a saving written with a minus. */
export function readSignedMoney(text: string): Reading<number> {
  return readKroner(text, signedMoneyKind);
}

/** Kroner have two decimals: “5,000 kr.” is five of them to a Danish reader, and five thousand to an English one. */
export function readKroner(text: string, kind: Kind): Reading<number> {
  const ordered = moneyInOrder(text);
  const { number, unit } = splitUnit(ordered);
  const isPlain = unit === '' || kind.units[unitKey(unit)] === once;
  if (!isPlain || !/^[-+]? ?[1-9]\d{0,2},\d{3}$/.test(number)) return readKind(ordered, kind);
  const meant = `${number.replace(',', '.')} ${unit}`.trim();
  const message = `${inQuotes(text)} is not clear: thousands are marked with a full stop`;
  return unread('number-ambiguous', message, `write ${meant}, or two decimals at most`);
}

/** The currency last, and “,-” (no øre) left out. */
function moneyInOrder(text: string): string {
  const plain = plainText(text);
  const prefixed = /^(kr\.?|dkk) ?([-+\d½¼¾].*)$/i.exec(plain);
  return (prefixed === null ? plain : `${prefixed[2]} kr.`).replace(/,-(?= kr\.$|$)/, '');
}

const hoursKind: Kind = {
  name: 'a number of hours',
  units: { ...named(', time, timer, t, h', once), ...named('minut, minutter, min', { divide: 60 }) },
  low: 0,
  high: 100_000,
  limits: 'between 0 and 100.000 timer',
  example: '“1½ time” or “90 minutter”',
};

/** “30 timer”, “1½ time”, “90 minutter” in hours. */
export function readHours(text: string): Reading<number> {
  return readKind(text, hoursKind);
}

const percent = named('pct, %, procent', { shift: -2 });
const shareKind: Kind = {
  name: 'a share',
  units: percent,
  low: 0,
  high: 1,
  limits: 'between 0 and 100 pct.',
  example: '“92 pct.”',
};
const rateKind: Kind = { ...shareKind, name: 'a rate', low: -1, high: 10, limits: 'between -100 and 1.000 pct.' };
/** Further from 0 it is a slip, and at -100 pct. every amount after the first year would be nothing. */
const yearlyRiseKind: Kind = {
  ...shareKind,
  name: 'a yearly rise',
  low: -0.5,
  high: 0.5,
  limits: 'between -50 and 50 pct.',
  example: '“2 pct.”',
};

/** “92 pct.” as 0.92. A bare 0,92 or 92 is refused, since 1 could be all of it or a hundredth; 0 is nothing either way. */
export function readShare(text: string): Reading<number> {
  return readPercent(text, shareKind);
}

/** Like a share, but it may be negative or above 100 pct.: interest, growth. */
export function readRate(text: string): Reading<number> {
  return readPercent(text, rateKind);
}

/** How much prices or wages are assumed to rise in a year; negative where they fall. */
export function readYearlyRise(text: string): Reading<number> {
  return readPercent(text, yearlyRiseKind);
}

function readPercent(text: string, kind: Kind): Reading<number> {
  const { number, unit } = splitUnit(text);
  // “0.8” can be nothing but a share of 1, whatever its decimal sign.
  const bare = readNumber(/^0?\.\d+$/.test(number) ? number.replace(/^0?\./, '0,') : number);
  if (unit !== '' || !bare.ok) return readKind(text, kind);
  if (bare.value === 0) return bare;
  const shifted = readNumber(number.replace(/^0?\./, '0,'), 2);
  const asShare = shifted.ok && bare.value > 0 && bare.value < 1 ? inDanish(shifted.value) : number;
  return unread('number-ambiguous', `${inQuotes(text)} has no unit: a share of 1, or of 100?`, `write ${asShare} pct.`);
}

function inDanish(value: number): string {
  return String(value).replace('.', ',');
}

const countKind: Kind = {
  name: 'a count',
  units: { '': once },
  low: 0,
  high: 1e9,
  limits: 'between 0 and 1.000.000.000',
  example: '“8” or “8 deltagere”',
};

/** Words that say more than what is counted: they would change the number. */
const measures = new Set([
  ...Object.keys(kroner),
  ...Object.keys(hoursKind.units),
  ...Object.keys(percent),
  'tusind',
  'procentpoint',
]);

/** “8”, “8,5” or “8 deltagere”: the one word after the number says what is counted, and is not kept. */
export function readCount(text: string): Reading<number> {
  return readCounted(text, countKind);
}

function readCounted(text: string, kind: Kind): Reading<number> {
  const parts = /^(.*[\d½¼¾]) ([\p{L}-]+)$/u.exec(plainText(text));
  const isCounted = parts?.[1] !== undefined && !measures.has(unitKey(parts[2] ?? ''));
  const number = isCounted ? (parts[1] ?? text) : plainText(text);
  if (!/^[-+]? ?[1-9]\d{0,2},\d{3}$/.test(number)) return readKind(isCounted ? number : text, kind);
  const thousands = number.replace(',', '.');
  const message = `${inQuotes(text)} is not clear: thousands are marked with a full stop`;
  return unread('number-ambiguous', message, `write ${thousands} for thousands, or two decimals at most`);
}

/** A count without fractions. */
export function readWholeCount(text: string): Reading<number> {
  return onlyWhole(readCount(text), text);
}

const durations: Readonly<Record<DurationUnit, UnitTable>> = {
  years: named(', år', once),
  months: named('måned, måneder, mdr, md', { divide: inAYear.months }),
  weeks: named('uge, uger', { divide: inAYear.weeks }),
  days: named('dag, dage', { divide: inAYear.days }),
};

const yearsKind: Kind = {
  name: 'a number of years',
  units: { ...durations.years, ...durations.months, ...durations.weeks, ...durations.days },
  low: Number.MIN_VALUE,
  high: 100,
  limits: 'more than 0 and at most 100 år',
  example: '“5 år”, “18 måneder” or “6 uger”',
};

/** A duration: “5 år”, “18 måneder” (1.5), “6 uger” (6/52), “½ år”. */
export function readYears(text: string): Reading<number> {
  return readKind(text, yearsKind);
}

/** What a duration is written in: “13 uger” in weeks. */
export function durationUnitOf(text: string): DurationUnit {
  const key = unitKey(splitUnit(text).unit);
  return durationUnits.find((unit) => Object.hasOwn(durations[unit], key)) ?? 'years';
}

/** A duration with the unit that its author chose, to be printed in it. */
export interface Duration {
  readonly years: number;
  readonly writtenIn: DurationUnit;
}

/** “13 uger” as a quarter of a year, written in weeks. */
export function readDuration(text: string): Reading<Duration> {
  const reading = readYears(text);
  return reading.ok ? readAs({ years: reading.value, writtenIn: durationUnitOf(text) }) : reading;
}

/** A duration in whole years. */
export function readWholeYears(text: string): Reading<number> {
  return onlyWhole(readYears(text), text);
}

function onlyWhole(reading: Reading<number>, text: string): Reading<number> {
  if (!reading.ok || Number.isInteger(reading.value)) return reading;
  return unread('value-impossible', `${inQuotes(text)} is not a whole number`, 'write a number without decimals');
}

/** What an amount is measured in; `none` is a count. */
export type Measure = 'none' | 'kroner' | 'hours' | 'years';

/** An amount whose unit is not known beforehand, either side of zero: the size of a variation. */
export function readAnyAmount(text: string): { readonly measure: Measure; readonly reading: Reading<number> } {
  const key = unitKey(splitUnit(text).unit);
  const known = { kroner: moneyKind, hours: hoursKind, years: yearsKind };
  for (const measure of ['kroner', 'hours', 'years'] as const)
    if (key !== '' && Object.hasOwn(known[measure].units, key))
      return { measure, reading: readKind(text, bothWays(known[measure])) };
  return { measure: 'none', reading: readCounted(text, bothWays(countKind)) };
}

function bothWays(kind: Kind): Kind {
  return { ...kind, low: -kind.high, limits: 'no larger than the figure itself can be' };
}
