/** The formulas that a calculation evaluates. */
import { describe, expect, it } from 'vitest';
import { annuityFactor, remainingAnnuity, stepUpTo } from '../../../src/model/calculation/evaluate.ts';

describe('annuityFactor', () => {
  it('is the example of the 2016 note: 0.346489 at 4 pct. over 3 years from the start of the year', () => {
    expect(annuityFactor(0.04, 3, 1)).toBeCloseTo(0.346489, 6);
  });

  it('is an ordinary annuity at the end of the year', () => {
    // 0.035 / (1 − 1.035^−5) = 0.221481
    expect(annuityFactor(0.035, 5, 0)).toBeCloseTo(0.221481, 6);
  });

  it('is equal parts without interest, whenever it is paid', () => {
    expect([annuityFactor(0, 4, 0), annuityFactor(0, 4, 0.5), annuityFactor(0, 4, 1)]).toEqual([0.25, 0.25, 0.25]);
  });

  it('comes to equal parts as the interest comes to nothing', () => {
    expect(annuityFactor(1e-12, 3, 0)).toBeCloseTo(1 / 3, 9);
    expect(annuityFactor(1e-16, 3, 0)).toBeCloseTo(1 / 3, 9);
  });
});

describe('remainingAnnuity', () => {
  it('is all of the price when nothing is used, and nothing when all is', () => {
    expect(remainingAnnuity(0.04, 5, 0)).toBe(1);
    expect(remainingAnnuity(0.04, 5, 5)).toBe(0);
  });

  it('is straight line without interest', () => {
    expect(remainingAnnuity(0, 4, 1)).toBe(0.75);
  });

  it('does not fall below nothing', () => {
    expect(remainingAnnuity(0.04, 4, 6)).toBe(0);
    expect(remainingAnnuity(0, 4, 6)).toBe(0);
  });

  it('comes to straight line as the interest comes to nothing', () => {
    expect(remainingAnnuity(1e-16, 4, 1)).toBeCloseTo(0.75, 9);
  });
});

describe('stepUpTo', () => {
  it('is 1 up to the limit and 0 after it', () => {
    expect([1, 2, 3].map((year) => stepUpTo(year, 2))).toEqual([1, 1, 0]);
  });

  it('is not upset by binary dust in the limit', () => {
    // 5 − 1.1 − 0.9 + 1 is 3.9999999999999996 in binary
    expect(stepUpTo(4, 5 - 1.1 - 0.9 + 1)).toBe(1);
  });
});
