/** The tornado: bars round the base, both ends labelled, no label on another. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/report/charts/draw.ts';
import { overlaps } from '../../../src/report/charts/parts/label-fit.ts';
import { readDrawing } from './drawn.ts';
import { anyTornado, style, tornadoOf } from './samples.ts';

const textsOf = (spec: Parameters<typeof drawChart>[0]) => readDrawing(drawChart(spec, style)).texts;

describe('a tornado', () => {
  test('bears results that differ by rounding only', () => {
    expect(() => textsOf(tornadoOf(76_000, [[76_000 - 1e-11, 76_000 + 1e-11]]))).not.toThrow();
    expect(() => textsOf(tornadoOf(0, [[-5e-324, 5e-324]]))).not.toThrow();
  });

  test('never sets one text on another', () => {
    fc.assert(
      fc.property(anyTornado, (spec) => {
        const texts = textsOf(spec);
        texts.forEach((one, index) => {
          for (const other of texts.slice(index + 1)) {
            expect(overlaps(one, other), `“${one.text}” on “${other.text}”`).toBe(false);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  test('labels both ends with the result and the input that gave it', () => {
    const texts = textsOf(tornadoOf(76_000, [[66_000, 83_000]])).map(({ text }) => text);
    for (const wanted of ['66.000\u00a0kr.', '83.000\u00a0kr.', '80\u00a0pct.', '120\u00a0pct.'])
      expect(texts).toContain(wanted);
  });

  test('puts the lower result to the left also where the higher input gave it', () => {
    const texts = textsOf(tornadoOf(76_000, [[86_000, 69_000]]));
    const find = (text: string) => texts.find((each) => each.text === text)?.left ?? Number.NaN;
    expect(find('69.000\u00a0kr.')).toBeLessThan(find('86.000\u00a0kr.'));
    expect(find('120\u00a0pct.')).toBeLessThan(find('80\u00a0pct.'));
  });

  test('keeps the order it is given', () => {
    const texts = textsOf(
      tornadoOf(
        10,
        [
          [9, 11],
          [5, 15],
        ],
        ['Smal', 'Bred'],
      ),
    );
    const heightOf = (name: string) => texts.find(({ text }) => text === name)?.top ?? Number.NaN;
    expect(heightOf('Smal')).toBeLessThan(heightOf('Bred'));
  });

  test('prints the base figure over all bars', () => {
    const texts = textsOf(tornadoOf(76_000, [[66_000, 83_000]]));
    const highest = texts.reduce((best, text) => (text.top < best.top ? text : best));
    expect(highest.text).toBe('Basis: 76.000\u00a0kr.');
  });
});
