/** Seeded draws of several inputs, correlated where the author says so. The same seed gives the same draws everywhere. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Matrix } from '../../../scenario/correlation.ts';
import type { Quantile } from './quantile.ts';
import { standardNormal } from './standard-distributions.ts';

/** Fills `drawn` with the next draw of each input. */
export type Draw = (drawn: Float64Array) => void;

/** The first numbers of the generator still show how small seeds look alike. */
const warmUp = 100;

/**
 * Draws of inputs with these quantile functions. `lower` is the Cholesky factor of their correlations (a Gaussian copula:
 * normal draws are mixed by it, brought back to 0..1, and given to each input's quantile); undefined where none follow
 * each other. The correlations are those of the normal draws; the inputs' own differ a little where they are skewed.
 */
export function drawsOf(quantiles: readonly Quantile[], lower: Matrix | undefined, seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  for (let skipped = 0; skipped < warmUp; skipped++) generator.next();
  const uniform = () => uniformFloat64(generator);
  if (lower === undefined) {
    return (drawn) => {
      for (const [place, quantile] of quantiles.entries()) drawn[place] = quantile(uniform());
    };
  }
  const normal = new Float64Array(quantiles.length);
  return (drawn) => {
    for (let place = 0; place < normal.length; place++) normal[place] = standardNormal.quantile(uniform());
    for (const [place, quantile] of quantiles.entries()) {
      drawn[place] = quantile(standardNormal.cumulative(mixed(lower[place] ?? [], normal)));
    }
  };
}

function mixed(weights: readonly number[], normal: Float64Array): number {
  let sum = 0;
  for (const [place, weight] of weights.entries()) sum += weight * (normal[place] ?? 0);
  return sum;
}
