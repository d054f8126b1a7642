/** How the parts of a column are stacked, over zero and under it. */
import { describe, expect, test } from 'vitest';
import { stackColumn } from '../../../../src/report/charts/parts/stack.ts';

const scale = { zero: 100, perUnit: 1 };

describe('a stack', () => {
  test('grows up from zero, and down for what is under it', () => {
    expect(stackColumn([30, -10, 20], scale)).toEqual([
      { series: 0, top: 70, bottom: 100 },
      { series: 1, top: 100, bottom: 110 },
      { series: 2, top: 50, bottom: 70 },
    ]);
  });

  test('shows a slim part at the cost of the tallest, and ends at the total', () => {
    // 0.5 is drawn as 1.5; the 49.5 above it gives up the difference, so that the top is still 50 over zero.
    expect(stackColumn([0.5, 49.5], scale)).toEqual([
      { series: 0, top: 98.5, bottom: 100 },
      { series: 1, top: 50, bottom: 98.5 },
    ]);
  });

  test('leaves out what is nothing', () => {
    expect(stackColumn([0, 5], scale)).toHaveLength(1);
  });
});
