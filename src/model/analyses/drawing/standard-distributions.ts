/**
 * The distribution functions that drawing needs, and their inverses: those of Cephes (S. Moshier), which run as
 * WebAssembly and so give the same bits on every machine.
 */
import { compiled, igam, igamc, igami, incbet, incbi, ndtr, ndtri } from 'cephes';

await compiled;

/** Probabilities nearer to 0 and 1 than this are no draw that anybody makes, and are outside what Cephes takes. */
const margin = 2 ** -50;

function inside(probability: number): number {
  return Math.min(1 - margin, Math.max(margin, probability));
}

/** A function with its inverse, both on the standard scale. */
export interface Standard {
  /** The probability of a value at or under x. */
  cumulative(x: number): number;
  /** The value with that probability of a value at or under it. */
  quantile(probability: number): number;
}

export const standardNormal: Standard = {
  cumulative: ndtr,
  quantile: (probability) => ndtri(inside(probability)),
};

/** Beta on 0..1. The upper half is found from the other side, where no digits are lost. */
export function standardBeta(alpha: number, beta: number): Standard {
  return {
    cumulative: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : incbet(alpha, beta, x)),
    quantile: (probability) => {
      const p = inside(probability);
      return p <= 0.5 ? incbi(alpha, beta, p) : 1 - incbi(beta, alpha, 1 - p);
    },
  };
}

/** Gamma with scale 1. */
export function standardGamma(shape: number): Standard {
  const cumulative = (x: number) => (x <= 0 ? 0 : orZero(() => igam(shape, x)));
  const complement = (x: number) => (x <= 0 ? 1 : orZero(() => igamc(shape, x)));
  return {
    cumulative,
    quantile: (probability) => {
      const p = inside(probability);
      try {
        return igami(shape, 1 - p);
      } catch (error) {
        if (!isUnderflow(error)) throw error;
        return bisected(p <= 0.5 ? (x) => cumulative(x) < p : (x) => complement(x) > 1 - p, shape);
      }
    },
  };
}

/** Where the C library would go on with 0 after an underflow, its JavaScript wrapping throws. */
function orZero(compute: () => number): number {
  try {
    return compute();
  } catch (error) {
    if (isUnderflow(error)) return 0;
    throw error;
  }
}

function isUnderflow(error: unknown): boolean {
  return error instanceof Error && error.message.includes('underflow');
}

/** Where `isBelow` turns false, by halving; `around` is of the size of the answer. */
function bisected(isBelow: (x: number) => boolean, around: number): number {
  let [low, high] = [0, around];
  while (isBelow(high)) [low, high] = [high, 2 * high];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return high;
}
