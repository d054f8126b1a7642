/** From a distribution of the author's to its quantile function: what a draw between 0 and 1 becomes. */
import type { Distribution } from '../../../scenario/distribution.ts';
import { type Standard, standardBeta, standardGamma, standardNormal } from './standard-distributions.ts';

/** The value of the input with that probability of a lower one [unit of the input]. */
export type Quantile = (probability: number) => number;

/**
 * Quantile of a distribution. Where it is cut off at min and max the draw is spread over what is left:
 * Q(u) = F⁻¹(F(min) + u · (F(max) − F(min))), which is the distribution given that it falls between them.
 * PERT is a beta on min..max with alpha = 1 + 4(mode − min)/(max − min) and beta = 1 + 4(max − mode)/(max − min).
 * Source: METHOD, sensitivity (e). Example: triangular 0, 1, 4 at 1/4 → 1; uniform 2..6 at 1/2 → 4; lognormal at 1/2 → e^centre.
 */
export function quantileOf(distribution: Distribution): Quantile {
  const { min, max } = distribution;
  switch (distribution.kind) {
    case 'uniform':
      return (u) => min + u * (max - min);
    case 'triangular':
      return triangular(min, distribution.mode, max);
    case 'pert': {
      const width = max - min;
      const alpha = 1 + (4 * (distribution.mode - min)) / width;
      return stretched(standardBeta(alpha, 6 - alpha), min, width);
    }
    case 'beta':
      return stretched(standardBeta(distribution.alpha, distribution.beta), min, max - min);
    case 'normal': {
      const { centre, spread } = distribution;
      return cut(
        standardNormal,
        (x) => (x - centre) / spread,
        (z) => centre + spread * z,
        distribution,
      );
    }
    case 'lognormal': {
      const { centre, spread } = distribution;
      const standard = (x: number) => (x <= 0 ? Number.NEGATIVE_INFINITY : (Math.log(x) - centre) / spread);
      return cut(standardNormal, standard, (z) => Math.exp(centre + spread * z), distribution);
    }
    case 'gamma': {
      const { shape, scale } = distribution;
      return cut(
        standardGamma(shape),
        (x) => x / scale,
        (x) => x * scale,
        distribution,
      );
    }
    default:
      return distribution satisfies never;
  }
}

function triangular(min: number, mode: number, max: number): Quantile {
  const width = max - min;
  const turn = (mode - min) / width;
  return (u) =>
    u < turn ? min + Math.sqrt(u * width * (mode - min)) : max - Math.sqrt((1 - u) * width * (max - mode));
}

function stretched(standard: Standard, min: number, width: number): Quantile {
  return (u) => min + width * standard.quantile(u);
}

/** `toStandard` and `fromStandard` lead between the input and the standard scale. Rounding must not lead past the ends. */
function cut(
  standard: Standard,
  toStandard: (x: number) => number,
  fromStandard: (x: number) => number,
  { min, max }: Pick<Distribution, 'min' | 'max'>,
): Quantile {
  const from = min === Number.NEGATIVE_INFINITY ? 0 : standard.cumulative(toStandard(min));
  const to = max === Number.POSITIVE_INFINITY ? 1 : standard.cumulative(toStandard(max));
  return (u) => Math.min(max, Math.max(min, fromStandard(standard.quantile(from + u * (to - from)))));
}
