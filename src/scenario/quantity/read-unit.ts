/** A number followed by its unit: “1,5 mio. kr.”, “90 minutter”, “92 pct.”. */
import { nearest } from '../../problem/suggest.ts';
import { readNumber } from './read-number.ts';
import { inQuotes, plainText, type Reading, readAs, unread } from './reading.ts';

/** How a unit relates to the one a value is kept in: the decimal sign is moved first, then it is divided. */
export interface UnitScale {
  readonly shift?: number;
  readonly divide?: number;
}

/** Units by name, in lower case and without full stops; the name '' is a bare number. */
export type UnitTable = Readonly<Record<string, UnitScale>>;

/** What a unit may be, and the numbers that make sense in it. */
export interface Kind {
  /** With its article: “an amount of money”. */
  readonly name: string;
  readonly units: UnitTable;
  readonly low: number;
  readonly high: number;
  /** The limits as an author would write them. */
  readonly limits: string;
  readonly example: string;
}

export interface Parts {
  readonly number: string;
  /** As written, trimmed. */
  readonly unit: string;
}

/** Parts a text at the first character that cannot be in a number. */
export function splitUnit(text: string): Parts {
  const plain = plainText(text);
  const number = /^[-+\d.,½¼¾ ]*/.exec(plain)?.[0] ?? '';
  return { number: number.trim(), unit: plain.slice(number.length).trim() };
}

export function unitKey(unit: string): string {
  return unit.toLowerCase().replace(/\./g, ' ').replace(/ +/g, ' ').trim();
}

/** Reads a number with a unit of `kind`, within its limits. */
export function readKind(text: string, kind: Kind): Reading<number> {
  const parts = splitUnit(text);
  const key = unitKey(parts.unit);
  const scale = Object.hasOwn(kind.units, key) ? kind.units[key] : undefined;
  if (scale === undefined || parts.number === '') return refuseUnit(text, parts, kind);
  if (/^[\d.,½¼¾]+ ?- ?[\d.,½¼¾]+$/.test(parts.number)) return refuseSpan(text);
  const number = readNumber(parts.number, scale.shift);
  if (!number.ok)
    return { ...number, message: forWhole(number.message, text, parts), hint: withUnit(number.hint, parts) };
  return within(number.value / (scale.divide ?? 1), text, kind);
}

/** Refuses what lies outside the limits of a kind. */
export function within(
  value: number,
  text: string,
  kind: Pick<Kind, 'name' | 'low' | 'high' | 'limits'>,
): Reading<number> {
  if (value >= kind.low && value <= kind.high) return readAs(value);
  const message = `${inQuotes(text)} is impossible as ${kind.name}`;
  return unread('value-impossible', message, `it must be ${kind.limits}`);
}

function refuseSpan(text: string): Reading<never> {
  const hint = 'write the one value that is calculated with; how far it may vary belongs under `sensitivity:`';
  return unread('number-unreadable', `${inQuotes(text)} is a span, and one value is needed`, hint);
}

/** Thousands and powers of ten in short: “5k”, “1e3 timer”. */
const shortened = /^(?:k|e[-+]?\d+)(?: |$)/i;

function refuseUnit(text: string, parts: Parts, kind: Kind): Reading<number> {
  if (parts.number === '')
    return unread('number-unreadable', `${inQuotes(text)} is not ${kind.name}`, `write it as ${kind.example}`);
  if (parts.unit === '') {
    const message = `${inQuotes(text)} has no unit`;
    return unread('number-ambiguous', message, `write ${parts.number} with its unit, as in ${kind.example}`);
  }
  if (shortened.test(parts.unit)) {
    const message = `${inQuotes(text)} is not ${kind.name}: numbers are not shortened`;
    return unread('number-unreadable', message, `write the number out, as in 5.000, with its unit: ${kind.example}`);
  }
  const near = nearest(
    unitKey(parts.unit),
    Object.keys(kind.units).filter((unit) => unit !== ''),
  );
  const hint = near === undefined ? `write it as ${kind.example}` : `did you mean “${parts.number} ${near}”?`;
  const message = `${inQuotes(text)} is not ${kind.name}: unknown unit ${inQuotes(parts.unit)}`;
  return unread('number-unreadable', message, hint);
}

/** The message about the number speaks of the whole text, so that the author finds their own words in it. */
function forWhole(message: string, text: string, parts: Parts): string {
  return message.replace(inQuotes(parts.number), inQuotes(text));
}

function withUnit(hint: string, parts: Parts): string {
  return /^write \S+$/.test(hint) && parts.unit !== '' ? `${hint} ${parts.unit}` : hint;
}
