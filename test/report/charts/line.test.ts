/** The line chart: points, figures and names. */
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/report/charts/draw.ts';
import { overlaps } from '../../../src/report/charts/parts/label-fit.ts';
import { readDrawing } from './drawn.ts';
import { lineOf, style } from './samples.ts';

const read = (values: readonly number[]) => readDrawing(drawChart(lineOf(values), style));
const axisOf = (values: readonly number[]) =>
  read(values)
    .texts.map(({ text }) => text)
    .filter((text) => !text.includes('kr'));

describe('a line', () => {
  test('prints the figure of every point where there is room', () => {
    const figures = read([125_000, 104_000, 89_000, 78_000]).texts.filter(({ weight }) => weight === 600);
    expect(figures).toHaveLength(4);
  });

  test('keeps figures apart', () => {
    const figures = read([5, 900, 10, 880, 20, 870, 30]).texts.filter(({ weight }) => weight === 600);
    expect(figures.some((one, index) => figures.slice(index + 1).some((other) => overlaps(one, other)))).toBe(false);
  });

  test('starts at zero where values differ by more than half', () => {
    expect(axisOf([100, 30])).toContain('0');
  });

  test('leaves zero out where values differ little', () => {
    expect(axisOf([76_000, 77_000])).not.toContain('0');
  });

  test('draws a single point as a dot', () => {
    expect(read([7]).elements.map(({ name }) => name)).toContain('circle');
  });
});
