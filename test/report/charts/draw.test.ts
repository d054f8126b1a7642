/** What holds for every kind of drawing: well-formed, inside its frame, one text alternative. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../../src/report/charts/chart.types.ts';
import { drawChart } from '../../../src/report/charts/draw.ts';
import { contrast } from '../../../src/report/charts/parts/colour.ts';
import { readDrawing } from './drawn.ts';
import { anyChart, columnsOf, distributionOf, histogramOf, lineOf, style, tornadoOf } from './samples.ts';

const oneOfEach: readonly ChartSpec[] = [
  columnsOf([
    [300, 200],
    [100, 150],
  ]),
  distributionOf([0.87, 0.1, 0.03]),
  tornadoOf(76, [[66, 83]]),
  lineOf([125, 104, 89]),
  histogramOf([1, 5, 2], [1500]),
];

describe('any chart', () => {
  test('is well-formed, whatever the labels and figures', () => {
    fc.assert(
      fc.property(anyChart, (spec) => void readDrawing(drawChart(spec, style))),
      { numRuns: 200 },
    );
  });

  test('keeps every text inside the drawing', () => {
    fc.assert(
      fc.property(anyChart, (spec) => {
        const { width, height, texts } = readDrawing(drawChart(spec, style));
        for (const text of texts) {
          expect(text.left, text.text).toBeGreaterThanOrEqual(-0.5);
          expect(text.right, text.text).toBeLessThanOrEqual(width + 0.5);
          expect(text.top, text.text).toBeGreaterThanOrEqual(-0.5);
          expect(text.bottom, text.text).toBeLessThanOrEqual(height + 0.5);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('is the same text for the same input', () => {
    fc.assert(fc.property(anyChart, (spec) => drawChart(spec, style) === drawChart(structuredCloneOf(spec), style)));
  });
});

/** A copy without shared parts; the axis text is a function and stays. */
function structuredCloneOf(spec: ChartSpec): ChartSpec {
  return spec.kind === 'distribution'
    ? structuredClone(spec)
    : { ...structuredClone({ ...spec, axisText: 0 }), axisText: spec.axisText };
}

describe.each(oneOfEach.map((spec) => [spec.kind, spec] as const))('%s', (_, spec) => {
  const svg = drawChart(spec, style);

  test('states its alternative once, on the root', () => {
    expect(svg.split(spec.alternative)).toHaveLength(2);
    expect(readDrawing(svg).elements[0]?.attributes).toMatchObject({ role: 'img', 'aria-label': spec.alternative });
    expect(svg).not.toMatch(/<title|<desc|aria-hidden/);
  });

  test('uses nothing that breaks tagging or prints as a picture', () => {
    expect(svg).not.toMatch(/opacity|filter|gradient|clip-path|mask|<pattern|<image|rgba|<style/i);
  });

  test('begins its ids with that of the spec', () => {
    const ids = readDrawing(svg).elements.flatMap((element) => element.attributes.id ?? []);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => id.startsWith(`${spec.id}-`))).toBe(true);
  });

  test('has coordinates of two decimals at most, apart from printed figures', () => {
    expect(svg).not.toMatch(/ (?:x|y|x1|x2|y1|y2|width|height|d)="[^"]*\.\d{3}/);
  });

  test('has no blank line, which would end the block in Markdown', () => {
    expect(svg).not.toMatch(/\n\s*\n/);
  });

  test('can be read on a dark ground too', () => {
    const dark = { ...style, background: '#101418' };
    const onGround = readDrawing(drawChart(spec, dark)).texts.filter((text) => text.weight === 600);
    for (const text of onGround) expect(contrast(text.fill, dark.background)).toBeGreaterThanOrEqual(4.5);
  });
});

test('a chart of nothing is still a chart', () => {
  for (const spec of [columnsOf([]), distributionOf([]), tornadoOf(0, []), lineOf([]), histogramOf([], [])]) {
    expect(readDrawing(drawChart(spec, style)).height).toBeGreaterThan(0);
  }
});
