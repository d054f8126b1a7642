/** Laws of printed shares: a split sums to 100 pct., and no part is moved by more than a point. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../src/report/context.ts';
import { roundSplit } from '../../src/report/numbers.ts';
import type { ShareName } from '../../src/report/shares.ts';
import { costCategories } from '../../src/scenario/schema/words.ts';
import { assessed, sum, values } from '../model/assessed.ts';
import { danish } from '../report/seen.ts';
import { scenarios } from './scenarios.ts';

const splits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0, max: 1000, noNaN: true })), {
    minLength: 1,
    maxLength: 8,
  })
  .filter((parts) => sum(parts) > 1)
  .map((parts) => parts.map((part) => part / sum(parts)));

describe('any split, rounded', () => {
  it('sums to the whole, moves no part by more than a step, and keeps the order', () => {
    fc.assert(
      fc.property(splits, fc.integer({ min: 0, max: 2 }), (parts, decimals) => {
        const rounded = roundSplit(parts, decimals);
        const step = 10 ** -(2 + decimals);
        expect(Math.round(sum(rounded) / step)).toBe(Math.round(1 / step));
        parts.forEach((part, place) => {
          expect(Math.abs((rounded[place] ?? 0) - part)).toBeLessThan(step * 1.001);
          parts.forEach((other, second) => {
            if (part > other) expect(rounded[place]).toBeGreaterThanOrEqual(rounded[second] ?? 0);
          });
        });
      }),
    );
  });
});

describe('in any scenario', () => {
  it('the printed categories and the printed phases sum to 100 pct., within a point of what they are', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const assessment = assessed(written);
        const context = reportContext(assessment, danish);
        const { shares } = context;
        if (shares === undefined) return;
        const points = (name: ShareName) => Number.parseFloat(shares[name].replace(',', '.').replace('−', '-'));
        expect(sum(costCategories.map(points))).toBeCloseTo(100, 6);
        expect(points('startUp') + points('operationPhase')).toBeCloseTo(100, 6);
        expect(points('operationPhase')).toBeGreaterThanOrEqual(points('operation') - 1e-9);
        for (const name of Object.keys(shares) as ShareName[]) {
          const [exact = Number.NaN] = values(assessment, [assessment.model.totals.shares[name]]);
          expect(Math.abs(points(name) - 100 * exact)).toBeLessThan(1.000001);
        }
      }),
      { numRuns: 100 },
    );
  });
});
