/** The bars of a distribution: shares, amounts and names, also where a part is slim. */
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/report/charts/draw.ts';
import { readDrawing } from './drawn.ts';
import { distributionOf, style } from './samples.ts';

/** Lengths of the bars, without the ground and the tracks. */
function barLengths(shares: readonly number[]): number[] {
  const { elements } = readDrawing(drawChart(distributionOf(shares), style));
  return elements
    .filter(({ attributes }) => attributes.fill === style.series[0])
    .map(({ attributes }) => Number(attributes.width));
}

describe('a distribution', () => {
  test('draws bars in proportion', () => {
    const [half = 0, quarter = 0] = barLengths([0.5, 0.25]);
    expect(half / quarter).toBeCloseTo(2, 1);
  });

  test('shows a part of one in ten thousand', () => {
    expect(barLengths([0.9999, 0.0001])[1]).toBeGreaterThanOrEqual(1.5);
  });

  test('draws no bar for nothing, and still prints it', () => {
    expect(barLengths([1, 0])).toHaveLength(1);
    expect(drawChart(distributionOf([1, 0]), style)).toContain('>0\u00a0pct.<');
  });

  test('prints amounts where they are given', () => {
    const spec = distributionOf([1]);
    const parts = spec.parts.map((part) => ({ ...part, amount: '1.234.567.890\u00a0kr.' }));
    expect(drawChart({ ...spec, parts }, style)).toContain('>1.234.567.890\u00a0kr.<');
  });
});
