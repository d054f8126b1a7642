/** The histogram: bins and the marks over them. */
import { describe, expect, test } from 'vitest';
import type { HistogramSpec } from '../../../src/report/charts/chart.types.ts';
import { drawChart } from '../../../src/report/charts/draw.ts';
import { overlaps } from '../../../src/report/charts/parts/label-fit.ts';
import { readDrawing } from './drawn.ts';
import { histogramOf, style } from './samples.ts';

function barHeights(spec: HistogramSpec): number[] {
  const [, ...bars] = readDrawing(drawChart(spec, style)).elements.filter(({ name }) => name === 'rect');
  return bars.map(({ attributes }) => Number(attributes.height));
}

describe('a histogram', () => {
  test('keeps the texts of close marks apart, in order', () => {
    const spec = histogramOf(
      Array.from({ length: 60 }, () => 5),
      [30_000, 30_100, 30_200, 30_300, 30_400],
    );
    const marks = readDrawing(drawChart(spec, style)).texts.filter(({ weight }) => weight === 600);
    expect(marks.map(({ text }) => text)).toEqual(
      ['30.000', '30.100', '30.200', '30.300', '30.400'].map((text) => `${text}\u00a0kr.`),
    );
    expect(marks.some((one, index) => marks.slice(index + 1).some((other) => overlaps(one, other)))).toBe(false);
  });

  test('draws areas: a bin twice as wide with the same count is half as tall', () => {
    const bins = [
      { from: 0, to: 10, count: 8 },
      { from: 10, to: 30, count: 8 },
    ];
    const [narrow = 0, wide = 0] = barHeights({ ...histogramOf([], []), bins });
    expect(narrow / wide).toBeCloseTo(2, 5);
  });

  test('draws nothing for an empty bin', () => {
    expect(barHeights(histogramOf([1, 0, 2], []))).toHaveLength(2);
  });

  test('shows the one result that all draws gave', () => {
    const spec = { ...histogramOf([], [5]), bins: [{ from: 5, to: 5, count: 1000 }] };
    expect(barHeights(spec)[0]).toBeGreaterThan(100);
  });
});
