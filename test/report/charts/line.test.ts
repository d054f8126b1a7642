/** The line chart: points, figures and names. */
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/report/charts/draw.ts';
import { overlaps } from '../../../src/report/charts/parts/label-fit.ts';
import { readDrawing } from './drawn.ts';
import { kroner, lineOf, style } from './samples.ts';

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

test('forty years are named in one line: the first, every fifth and the last', () => {
  const years = Array.from({ length: 40 }, (_, year) => `År ${year + 1}`);
  const { texts } = readDrawing(
    drawChart(
      lineOf(
        years.map((_, year) => year * 1000),
        years,
      ),
      style,
    ),
  );
  const shown = texts.filter(({ text }) => text.startsWith('År'));
  expect(shown.map(({ text }) => text)).toEqual([
    'År 1',
    ...[5, 10, 15, 20, 25, 30, 35, 40].map((year) => `År ${year}`),
  ]);
  expect(new Set(shown.map(({ bottom }) => bottom)).size).toBe(1);
});

test.each([1, -1])('the figures of a line of forty years stand with their own points (%i)', (direction) => {
  const amounts = Array.from({ length: 40 }, (_, year) => 450_000 + (direction > 0 ? year + 1 : 40 - year) * 608_736);
  const { texts, width } = readDrawing(drawChart({ ...lineOf(amounts), fromZero: true }, style));
  const figures = texts.filter(({ text }) => text.includes('kr.') && !text.includes('priser'));
  expect(figures).toHaveLength(2);
  const [first, last] = [...figures].sort((one, other) => one.left - other.left);
  expect([first?.text, last?.text]).toEqual([amounts[0], amounts.at(-1)].map((amount) => kroner(amount ?? 0).text));
  expect(first?.left).toBeLessThan(width / 4);
  expect(last?.right).toBeGreaterThan((width * 3) / 4);
});
