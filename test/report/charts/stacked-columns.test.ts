/** The stacked columns: parts, totals, and names beside them or above. */
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/report/charts/draw.ts';
import { readDrawing } from './drawn.ts';
import { columnsOf, style } from './samples.ts';

const read = (spec: Parameters<typeof drawChart>[0]) => readDrawing(drawChart(spec, style));
const words = (spec: Parameters<typeof drawChart>[0]) => read(spec).texts.map(({ text }) => text);

describe('stacked columns', () => {
  test('print every total where there is room', () => {
    expect(words(columnsOf([[1000, 2000, 3000]]))).toEqual(
      expect.arrayContaining(['1.000\u00a0kr.', '2.000\u00a0kr.', '3.000\u00a0kr.']),
    );
  });

  test('print the greatest total of forty years', () => {
    const row = Array.from({ length: 40 }, (_, year) => 1_000_000 + (year === 17 ? 234_567 : year));
    expect(words(columnsOf([row]))).toContain('1.234.567\u00a0kr.');
  });

  test.each([
    [30, ['2024', '2030', '2035', '2040', '2045', '2050', '2053']],
    [40, ['2024', '2030', '2035', '2040', '2045', '2050', '2055', '2060', '2063']],
    [14, Array.from({ length: 14 }, (_, year) => String(2024 + year))],
  ])('name the first, the last and round ones of %i years, in one line', (count, years) => {
    const { texts } = read(columnsOf([Array.from({ length: count }, () => 10)]));
    const shown = texts.filter(({ text }) => /^20\d\d$/.test(text));
    expect(shown.map(({ text }) => text)).toEqual(years);
    expect(new Set(shown.map(({ bottom }) => bottom)).size).toBe(1);
  });

  test('name each series beside the last column where it has a part there', () => {
    const { texts } = read(columnsOf([[60], [40]], ['Drift', 'Materiel']));
    const [drift, materiel] = ['Drift', 'Materiel'].map((name) => texts.find(({ text }) => text === name));
    expect(drift?.left).toBe(materiel?.left);
    expect(drift?.top).toBeGreaterThan(materiel?.top ?? Number.NaN);
  });

  test('have a legend in print order where the last column lacks a series', () => {
    const { texts } = read(
      columnsOf(
        [
          [60, 60],
          [40, 0],
        ],
        ['Drift', 'Materiel'],
      ),
    );
    const [drift, materiel] = ['Drift', 'Materiel'].map((name) => texts.find(({ text }) => text === name));
    expect(drift?.top).toBe(materiel?.top);
    expect(drift?.left).toBeLessThan(materiel?.left ?? Number.NaN);
  });

  test('mark the total where savings lie under zero', () => {
    const spec = {
      ...columnsOf([
        [100, 100],
        [-40, -60],
      ]),
      totalLabel: 'Netto',
    };
    expect(words(spec)).toContain('Netto');
    // One diamond in the legend, one a column.
    expect(read(spec).elements.filter(({ attributes }) => attributes.transform !== undefined)).toHaveLength(3);
  });

  test('print only zero on the axis where all is zero', () => {
    expect(words(columnsOf([[0, 0]])).filter((text) => /^[\d.,]+$/.test(text))).toEqual(['0', '2024', '2025']);
  });
});
