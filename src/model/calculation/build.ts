/** Builds a calculation. Only lawful combinations of units are offered: anything else does not compile. */
import {
  type Count,
  type Hours,
  type Kroner,
  type KronerPerHour,
  type Share,
  type Term,
  termAt,
  type Unit,
  type Years,
} from '../../units.ts';
import type { Calculation, Label, Node, Operation } from './calculation.ts';

/** When in the year an annuity is paid, as years before the year's end. */
export const annuityLead = { start: 1, middle: 0.5, end: 0 } as const;

export class CalculationBuilder {
  readonly #nodes: Node[] = [];
  readonly #inputs = new Map<string, number>();
  readonly #constants = new Map<string, number>();

  /** An input of the scenario, by its path; asked for twice it is the same node. */
  input<U extends Unit>(path: string, value: number, unit: U, label?: Label): Term<U> {
    const known = this.#inputs.get(path);
    if (known !== undefined) return termAt(known, unit);
    const index = this.#nodes.push({ operation: 'input', unit, from: [], value, path, ...(label && { label }) }) - 1;
    this.#inputs.set(path, index);
    return termAt(index, unit);
  }

  /** A number of the method itself (a year, a one), not of the scenario. */
  constant<U extends Unit>(value: number, unit: U): Term<U> {
    const key = `${unit}:${value}`;
    const known = this.#constants.get(key);
    if (known !== undefined) return termAt(known, unit);
    const index = this.#nodes.push({ operation: 'constant', unit, from: [], value }) - 1;
    this.#constants.set(key, index);
    return termAt(index, unit);
  }

  zero<U extends Unit>(unit: U): Term<U> {
    return this.constant(0, unit);
  }

  sum<U extends Unit>(terms: readonly Term<U>[], unit: U, label?: Label): Term<U> {
    const parts = terms.filter((term) => !this.#is(term, 0));
    const [first] = parts;
    if (first === undefined) return this.zero(unit);
    if (parts.length === 1 && label === undefined) return first;
    return this.#add('sum', unit, parts, label);
  }

  minus<U extends Unit>(from: Term<U>, what: Term<U>, label?: Label): Term<U> {
    if (this.#is(what, 0) && label === undefined) return from;
    return this.#add('difference', this.#unitOf(from), [from, what], label);
  }

  /** hours × kr. per hour */
  pay(hours: Hours, hourlyCost: KronerPerHour, label?: Label): Kroner {
    return this.#product('kr', [hours, hourlyCost], label);
  }

  /** Any figure × how many of it. */
  times<U extends Unit>(term: Term<U>, howMany: Count, label?: Label): Term<U> {
    return this.#product(this.#unitOf(term), [term, howMany], label);
  }

  /** Any figure × a share of it. */
  portion<U extends Unit>(term: Term<U>, share: Share, label?: Label): Term<U> {
    return this.#product(this.#unitOf(term), [term, share], label);
  }

  /** Any figure ÷ how many share it. */
  per<U extends Unit>(term: Term<U>, howMany: Count, label?: Label): Term<U> {
    if (this.#is(howMany, 1) && label === undefined) return term;
    return this.#add('quotient', this.#unitOf(term), [term, howMany], label);
  }

  /** One figure as a share of another of the same unit. */
  ratio<U extends Unit>(part: Term<U>, whole: Term<U>, label?: Label): Share {
    return this.#add('quotient', 'share', [part, whole], label);
  }

  /** Annual pay ÷ effective hours. */
  perHour(annualPay: Kroner, effectiveHours: Hours, label?: Label): KronerPerHour {
    return this.#add('quotient', 'krPerHour', [annualPay, effectiveHours], label);
  }

  /** 1 + a share: what an amount is multiplied by to have the share added. */
  withAdded(share: Share): Share {
    return this.#add('sum', 'share', [this.constant(1, 'share'), share], undefined);
  }

  /** 1 while `year` is not past the limit, else 0. */
  upTo(year: number, limit: Years): Count {
    return this.#add('stepUpTo', 'count', [this.constant(year, 'years'), limit], undefined);
  }

  /** Yearly payment per krone spread over `years`; see annuityFactor for the formula. */
  annuity(rate: Share, years: Years, lead: number, label?: Label): Share {
    return this.#add('annuity', 'share', [rate, years, this.constant(lead, 'years')], label);
  }

  /** Share of the price left after `used` years, straight line: 1 − used / life, not below zero. */
  remainingLinear(life: Years, used: Years, label?: Label): Share {
    const spent = this.#add('quotient', 'share', [used, life], undefined);
    const left = this.#add('difference', 'share', [this.constant(1, 'share'), spent], undefined);
    return this.#add('notBelowZero', 'share', [left], label);
  }

  /** Share of the price left after `used` years when it is written off as an annuity. */
  remainingAnnuity(rate: Share, life: Years, used: Years, label?: Label): Share {
    return this.#add('remainingAnnuity', 'share', [rate, life, used], label);
  }

  /** (1 + rate)^−years: what a krone that many years ahead is worth. */
  discountFactor(rate: Share, years: number, label?: Label): Share {
    return this.#add('power', 'share', [this.withAdded(rate), this.constant(-years, 'years')], label);
  }

  done(): Calculation {
    return { nodes: this.#nodes, inputs: this.#inputs };
  }

  #product<U extends Unit>(unit: U, factors: readonly number[], label?: Label): Term<U> {
    if (factors.some((factor) => this.#is(factor, 0))) return this.zero(unit);
    const [first] = factors;
    const others = factors.slice(1).filter((factor) => !this.#is(factor, 1));
    if (first !== undefined && others.length === 0 && label === undefined) return termAt(first, unit);
    return this.#add('product', unit, first === undefined ? others : [first, ...others], label);
  }

  #add<U extends Unit>(operation: Operation, unit: U, from: readonly number[], label: Label | undefined): Term<U> {
    const index = this.#nodes.push({ operation, unit, from, value: Number.NaN, ...(label && { label }) }) - 1;
    return termAt(index, unit);
  }

  #unitOf<U extends Unit>(term: Term<U>): U {
    return this.#nodes[term]?.unit as U;
  }

  /** True only of constants: an input that happens to be 0 or 1 stays in the calculation, since it may be varied. */
  #is(index: number, value: number): boolean {
    const node = this.#nodes[index];
    return node?.operation === 'constant' && node.value === value;
  }
}
