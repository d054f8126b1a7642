/** Quantile functions: known values, means by integration, ends, and what must hold for any of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOf } from '../../../../src/model/analyses/drawing/quantile.ts';
import { standardBeta, standardGamma } from '../../../../src/model/analyses/drawing/standard-distributions.ts';
import type { Distribution } from '../../../../src/scenario/distribution.ts';

const open = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** The mean of the values at the middles of so many equal parts. */
function meanOf(distribution: Distribution, parts = 20_000): number {
  const quantile = quantileOf(distribution);
  let sum = 0;
  for (let part = 0; part < parts; part++) sum += quantile((part + 0.5) / parts);
  return sum / parts;
}

describe('quantileOf', () => {
  it('is on the line of a uniform', () => {
    expect(quantileOf({ kind: 'uniform', min: 2, max: 6 })(0.5)).toBe(4);
  });

  it('is the root of a triangular’s area', () => {
    const quantile = quantileOf({ kind: 'triangular', min: 0, mode: 1, max: 4 });
    // Under the mode lies 1/4; over 1 of the last 3 lies (3/4) · (1/9) = 1/12, from the top at 3.
    expect([quantile(0.25), quantile(11 / 12)]).toEqual([1, expect.closeTo(3, 12)]);
  });

  it('takes a triangular whose mode is one of its ends', () => {
    const quantile = quantileOf({ kind: 'triangular', min: 0, mode: 0, max: 2 });
    expect([quantile(0), quantile(0.75)]).toEqual([0, 1]);
  });

  it('has 1.96 standard deviations of a normal at 97.5 pct.', () => {
    expect(quantileOf({ kind: 'normal', centre: 100, spread: 10, ...open })(0.975)).toBeCloseTo(119.59964, 5);
  });

  it('has e to the centre in the middle of a lognormal', () => {
    expect(quantileOf({ kind: 'lognormal', centre: 2, spread: 0.5, ...open })(0.5)).toBeCloseTo(Math.exp(2), 12);
  });

  it('has a beta’s known quantile', () => {
    // Beta(2, 1) has F(x) = x²
    expect(quantileOf({ kind: 'beta', alpha: 2, beta: 1, min: 0, max: 1 })(0.49)).toBeCloseTo(0.7, 12);
  });

  it('has a gamma’s known quantile', () => {
    // shape 1 is the exponential: −scale · ln(1 − u)
    expect(quantileOf({ kind: 'gamma', shape: 1, scale: 3, ...open })(0.5)).toBeCloseTo(3 * Math.LN2, 12);
  });

  it('has the mean that a PERT is known by: (min + 4 · mode + max) / 6', () => {
    expect(meanOf({ kind: 'pert', min: 2, mode: 3, max: 10 })).toBeCloseTo((2 + 12 + 10) / 6, 5);
  });

  it('has the mean of the other distributions', () => {
    const lognormal: Distribution = { kind: 'lognormal', centre: 0, spread: 0.4, ...open };
    expect(meanOf({ kind: 'beta', alpha: 3, beta: 2, min: 0, max: 1 })).toBeCloseTo(0.6, 5);
    expect(meanOf({ kind: 'gamma', shape: 4, scale: 2.5, ...open })).toBeCloseTo(10, 2);
    expect(meanOf(lognormal, 200_000)).toBeCloseTo(Math.exp(0.08), 3);
  });

  it('spreads a distribution that is cut off over what is left', () => {
    // The upper half of a normal: its median is at 75 pct. of the whole.
    const cut = quantileOf({ kind: 'normal', centre: 0, spread: 1, min: 0, max: Number.POSITIVE_INFINITY });
    const whole = quantileOf({ kind: 'normal', centre: 0, spread: 1, ...open });
    expect(cut(0.5)).toBeCloseTo(whole(0.75), 12);
  });

  const unit = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const ends = fc.tuple(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.double({ min: 1, max: 50, noNaN: true }));
  const distributions = fc
    .tuple(ends, fc.double({ min: 0.05, max: 3, noNaN: true }))
    .chain(([[low, width], spread]) => {
      const cut = { min: low, max: low + width };
      return fc.constantFrom<Distribution>(
        { kind: 'uniform', ...cut },
        { kind: 'triangular', mode: low + width / 3, ...cut },
        { kind: 'pert', mode: low + width / 3, ...cut },
        { kind: 'normal', centre: low + width / 2, spread: spread * width, ...cut },
        { kind: 'lognormal', centre: Math.log(low + width / 2), spread, ...cut },
        { kind: 'gamma', shape: 1 / spread ** 2, scale: (low + width / 2) * spread ** 2, ...cut },
        { kind: 'beta', alpha: 1 / spread, beta: spread, ...cut },
      );
    });

  it('never falls, and never leaves the ends', () => {
    fc.assert(
      fc.property(distributions, unit, unit, (distribution, one, other) => {
        const quantile = quantileOf(distribution);
        const [low, high] = [quantile(Math.min(one, other)), quantile(Math.max(one, other))];
        expect(low).toBeGreaterThanOrEqual(distribution.min);
        expect(high).toBeLessThanOrEqual(distribution.max);
        expect(high).toBeGreaterThanOrEqual(low - 1e-9 * Math.abs(low));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the standard distributions', () => {
  it.each([0.3, 2, 30, 4000, 100_000])(
    'give a gamma of shape %d back its probability, where the library underflows too',
    (shape) => {
      const { cumulative, quantile } = standardGamma(shape);
      for (const probability of [1e-6, 0.02, 0.3, 0.5, 0.9, 0.999]) {
        expect(cumulative(quantile(probability)) / probability).toBeCloseTo(1, 6);
      }
    },
  );

  it.each([
    [0.5, 0.5],
    [0.7, 400],
    [60, 1],
    [900, 40],
  ])('give a beta (%d, %d) back its probability', (alpha, beta) => {
    const { cumulative, quantile } = standardBeta(alpha, beta);
    for (const probability of [1e-6, 0.02, 0.3, 0.5, 0.9, 0.999]) {
      expect(cumulative(quantile(probability)) / probability).toBeCloseTo(1, 6);
    }
  });

  it('take the ends of the scale', () => {
    expect(Number.isFinite(standardGamma(2).quantile(0)) && Number.isFinite(standardGamma(2).quantile(1))).toBe(true);
  });
});
