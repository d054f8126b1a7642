/** Evaluates a calculation: nodes stand in an order in which everything a node is made of comes before it. */
import type { Calculation, Node, Operation } from './calculation.ts';

/** The value of every node, by its place. Division by zero gives Infinity or NaN: the caller says what that means. */
export function evaluate(calculation: Calculation): Float64Array {
  const values = new Float64Array(calculation.nodes.length);
  for (const [index, node] of calculation.nodes.entries()) {
    values[index] = isGiven(node) ? node.value : operate(node.operation, values, node.from, 0, node.from.length);
  }
  return values;
}

/** True of nodes that are not computed. */
export function isGiven(node: Node): boolean {
  return node.operation === 'input' || node.operation === 'constant';
}

/** One operation on the values at `places[start]` up to `places[end - 1]`: the only arithmetic there is. */
export function operate(
  operation: Operation,
  values: Float64Array,
  places: ArrayLike<number>,
  start: number,
  end: number,
): number {
  switch (operation) {
    case 'input':
    case 'constant':
      return Number.NaN;
    case 'sum': {
      let total = 0;
      for (let place = start; place < end; place++) total += read(values, places, place);
      return total;
    }
    case 'product': {
      let product = 1;
      for (let place = start; place < end; place++) product *= read(values, places, place);
      return product;
    }
    case 'difference':
      return read(values, places, start) - read(values, places, start + 1);
    case 'quotient':
      return read(values, places, start) / read(values, places, start + 1);
    case 'power':
      return read(values, places, start) ** read(values, places, start + 1);
    case 'notBelowZero':
      return Math.max(0, read(values, places, start));
    case 'stepUpTo':
      return stepUpTo(read(values, places, start), read(values, places, start + 1));
    case 'annuity':
      return annuityFactor(
        read(values, places, start),
        read(values, places, start + 1),
        read(values, places, start + 2),
      );
    case 'remainingAnnuity':
      return remainingAnnuity(
        read(values, places, start),
        read(values, places, start + 1),
        read(values, places, start + 2),
      );
    default:
      return operation satisfies never;
  }
}

function read(values: Float64Array, places: ArrayLike<number>, place: number): number {
  return values[places[place] ?? -1] ?? Number.NaN;
}

/** 1 when `year` is not past `limit`, else 0. The margin absorbs rounding in limits such as 5 − 6/52 + 1. */
export function stepUpTo(year: number, limit: number): number {
  return year <= limit + 1e-9 ? 1 : 0;
}

/**
 * Yearly payment per krone that is spread over `years` at `rate` [share per year].
 * end of year: r / (1 − (1 + r)^−n). A payment `lead` years before the end of the year is worth (1 + r)^−lead of that:
 * start of year lead = 1, middle lead = ½. Without interest: 1 / n.
 * Source: annuity formulas of the costing guidelines. Example: r 0.04, n 3, lead 1 → 0.346489; × 11,190 kr. = 3,877 kr.
 */
export function annuityFactor(rate: number, years: number, lead: number): number {
  if (rate === 0) return 1 / years;
  return rate / discountedShare(rate, years) / (1 + rate) ** lead;
}

/**
 * Share of the price that is left after `used` of `life` years when the price is written off as an annuity at `rate`:
 * (1 − (1 + r)^−(life − used)) / (1 − (1 + r)^−life); straight line when the rate is 0.
 * Source: the costing guidelines on residual value. Example: r 0.04, life 2, used 1 → 0.038462 / 0.075444 = 0.509804.
 */
export function remainingAnnuity(rate: number, life: number, used: number): number {
  const left = Math.max(0, life - used);
  if (rate === 0) return left / life;
  return discountedShare(rate, left) / discountedShare(rate, life);
}

/** 1 − (1 + r)^−n. Written out, it loses its digits as the rate comes near zero. */
function discountedShare(rate: number, years: number): number {
  return -Math.expm1(-years * Math.log1p(rate));
}
