/** Thresholds against the values that can be worked out by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ThresholdResult, thresholdResults } from '../../../src/model/analyses/threshold.ts';
import { baseFrom, small } from './bases.ts';

function threshold(given: Readonly<Record<string, string>>): ThresholdResult {
  const written = { ...small, sensitivity: { thresholds: { t: { name: 'Grænse', ...given } } } };
  const [result] = thresholdResults(baseFrom(written));
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('a threshold', () => {
  it('is exact where the headline is linear in the input', () => {
    // 1,000 + hours · 500 = 3,250 → 4.5 hours
    expect(threshold({ vary: 'costs.timer.hours', target: '3.250 kr.' }).value).toBeCloseTo(4.5, 12);
  });

  it('is exact where the headline is inversely proportional to the input', () => {
    // 2,000 / rate = 2,500 → 80 pct.
    expect(threshold({ vary: 'teams.hold.completionRate', target: '2.500 kr.' }).value).toBeCloseTo(0.8, 12);
  });

  it('meets any target that some number of hours meets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 90_000 }), (target) => {
        const { value } = threshold({ vary: 'costs.timer.hours', target: `${target} kr.` });
        expect(value).toBeCloseTo((target - 1000) / 500, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('is the scenario’s own value when the target is its own headline', () => {
    expect(threshold({ vary: 'costs.timer.hours', target: '2.000 kr.' }).value).toBeCloseTo(2, 12);
  });

  it('says where it looked when no value meets the target', () => {
    // The 10,000 kr. alone are 1,000 kr. each.
    const result = threshold({ vary: 'costs.timer.hours', target: '900 kr.' });
    expect([result.value, result.from, result.to]).toEqual([undefined, 0, 200]);
  });

  it('is looked for only where the author says', () => {
    const given = { vary: 'teams.hold.completionRate', target: '2.500 kr.', within: '85 pct. til 100 pct.' };
    expect(threshold(given).value).toBeUndefined();
  });

  it('is at the very end of the span when the target is met there', () => {
    const given = { vary: 'teams.hold.completionRate', target: '2.500 kr.', within: '80 pct. til 100 pct.' };
    expect(threshold(given).value).toBeCloseTo(0.8, 12);
  });

  it('is not found where the headline leaps over the target', () => {
    // 3 years: a course of a year can start in all three, one of just over a year in two: from 1,333 to 1,500 kr. each.
    const sensitivity = { thresholds: { t: { name: 'Grænse', vary: 'teams.hold.courseLength', target: '1.400 kr.' } } };
    const [result] = thresholdResults(baseFrom({ ...small, years: '3 år', sensitivity }));
    expect(result?.value).toBeUndefined();
  });
});
