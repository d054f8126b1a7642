/** Evaluates a calculation: nodes stand in an order in which everything a node is made of comes before it. */
import type { Calculation, Node } from './calculation.ts';

/** The value of every node, by its place. Division by zero gives Infinity or NaN: the caller says what that means. */
export function evaluate(calculation: Calculation): Float64Array {
  const values = new Float64Array(calculation.nodes.length);
  calculation.nodes.forEach((node, index) => {
    values[index] = computed(node, (place) => values[node.from[place] ?? -1] ?? Number.NaN, node.from.length);
  });
  return values;
}

function computed(node: Node, argument: (place: number) => number, length: number): number {
  switch (node.operation) {
    case 'input':
    case 'constant':
      return node.value;
    case 'sum': {
      let total = 0;
      for (let place = 0; place < length; place++) total += argument(place);
      return total;
    }
    case 'product': {
      let product = 1;
      for (let place = 0; place < length; place++) product *= argument(place);
      return product;
    }
    case 'difference':
      return argument(0) - argument(1);
    case 'quotient':
      return argument(0) / argument(1);
    case 'power':
      return argument(0) ** argument(1);
    case 'notBelowZero':
      return Math.max(0, argument(0));
    case 'stepUpTo':
      return stepUpTo(argument(0), argument(1));
    case 'annuity':
      return annuityFactor(argument(0), argument(1), argument(2));
    case 'remainingAnnuity':
      return remainingAnnuity(argument(0), argument(1), argument(2));
    default:
      return node.operation satisfies never;
  }
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
  return rate / (1 - (1 + rate) ** -years) / (1 + rate) ** lead;
}

/**
 * Share of the price that is left after `used` of `life` years when the price is written off as an annuity at `rate`:
 * (1 − (1 + r)^−(life − used)) / (1 − (1 + r)^−life); straight line when the rate is 0.
 */
export function remainingAnnuity(rate: number, life: number, used: number): number {
  const left = Math.max(0, life - used);
  if (rate === 0) return left / life;
  return (1 - (1 + rate) ** -left) / (1 - (1 + rate) ** -life);
}
