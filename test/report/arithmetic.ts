/** Reads a printed equation as arithmetic: each number stands for all the numbers that are printed so. */
import { readNumber } from '../../src/scenario/quantity/read-number.ts';
import { seen } from './seen.ts';

/** From lowest to highest: what a rounded number may have been. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** The two sides of “11 timer × 373 kr. pr. time = 4.103 kr.”. */
export function sides(equation: string): readonly [Span, Span] {
  const [made = '', result = ''] = seen(equation).split(' = ');
  return [spanOf(made), spanOf(result)];
}

/** Units that a number may carry; a percentage is a hundredth. */
const number = /^(\d[\d.]*(?:,\d+)?½?|½) ?(kr\. pr\. time|kr\.|timer|time|år|pct\.)?/;
const signs = ['×', '/', '+', '−', '(', ')', '^'] as const;
type Sign = (typeof signs)[number];
type Token = Sign | Span;

function spanOf(text: string): Span {
  const tokens = tokensOf(text);
  const reader = new Expression(tokens);
  const span = reader.sum();
  if (!reader.isDone()) throw new Error(`“${text}” is no arithmetic`);
  return span;
}

function tokensOf(text: string): readonly Token[] {
  const rest = text.trim();
  if (rest === '') return [];
  const sign = signs.find((one) => rest.startsWith(one));
  if (sign !== undefined) return [sign, ...tokensOf(rest.slice(1))];
  const [whole, digits = '', unit = ''] = number.exec(rest) ?? [];
  if (whole === undefined) throw new Error(`“${rest}” is no number`);
  return [printedNumber(digits, unit), ...tokensOf(rest.slice(whole.length))];
}

function printedNumber(digits: string, unit: string): Span {
  const reading = readNumber(digits);
  if (!reading.ok) throw new Error(reading.message);
  const decimals = digits.split(',')[1]?.length ?? 0;
  // A bare whole number is a count or a number of the formula itself. Others have two decimals, factors have six.
  if (unit === '' && decimals === 0) return { low: reading.value, high: reading.value };
  const half = (decimals > 2 ? 5e-7 : 0.005) * (1 + 1e-6);
  const scale = unit === 'pct.' ? 0.01 : 1;
  return { low: (reading.value - half) * scale, high: (reading.value + half) * scale };
}

/** Sums of products of powers, in parentheses or not. */
class Expression {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isDone(): boolean {
    return this.#place === this.#tokens.length;
  }

  sum(): Span {
    let all = this.#product();
    for (;;) {
      if (this.#take('+')) all = plus(all, this.#product());
      else if (this.#take('−')) all = plus(all, negative(this.#product()));
      else return all;
    }
  }

  #product(): Span {
    let all = this.#power();
    for (;;) {
      if (this.#take('×')) all = corners(all, this.#power(), (one, other) => one * other);
      else if (this.#take('/')) all = corners(all, this.#power(), (one, other) => one / other);
      else return all;
    }
  }

  #power(): Span {
    const base = this.#single();
    if (!this.#take('^')) return base;
    return corners(base, this.#single(), (one, other) => one ** other);
  }

  #single(): Span {
    if (this.#take('−')) return negative(this.#single());
    if (this.#take('(')) {
      const inside = this.sum();
      if (!this.#take(')')) throw new Error('a parenthesis is not closed');
      return inside;
    }
    const token = this.#tokens[this.#place++];
    if (token === undefined || typeof token === 'string') throw new Error(`a number is missing before ${token}`);
    return token;
  }

  #take(sign: Sign): boolean {
    if (this.#tokens[this.#place] !== sign) return false;
    this.#place++;
    return true;
  }
}

function plus(one: Span, other: Span): Span {
  return { low: one.low + other.low, high: one.high + other.high };
}

function negative({ low, high }: Span): Span {
  return { low: -high, high: -low };
}

/** What an operation that rises or falls throughout makes of two spans. */
function corners(one: Span, other: Span, operation: (one: number, other: number) => number): Span {
  const ends = [one.low, one.high].flatMap((first) =>
    [other.low, other.high].map((second) => operation(first, second)),
  );
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
