/** Labels: their width, how they wrap, and how they are kept apart. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadLabels, textWidth, wrapLabel } from '../../../../src/report/charts/parts/label-fit.ts';
import type { Lettering } from '../../../../src/report/charts/parts/lettering.ts';
import { anyName } from '../samples.ts';

const lettering: Lettering = { size: 10, weight: 400, stretch: 1, colour: '#000000' };

describe('textWidth', () => {
  test('follows the advance widths, with a margin', () => {
    // Four digits of 0.5 em at size 10, and 2 pct. more.
    expect(textWidth('2024', lettering)).toBeCloseTo(20.4);
  });

  test('counts a soft hyphen as nothing', () => {
    expect(textWidth('løn\u00adtrin', lettering)).toBe(textWidth('løntrin', lettering));
  });
});

describe('wrapLabel', () => {
  test('leaves a short label on one line', () => {
    expect(wrapLabel('Drift', 100, lettering)).toEqual({ lines: ['Drift'], cut: false });
  });

  test('breaks at spaces into lines about equally long', () => {
    expect(wrapLabel('Forudsætning nummer et om noget', 125, lettering).lines).toEqual([
      'Forudsætning nummer',
      'et om noget',
    ]);
  });

  test('breaks a long word at its soft hyphen before anywhere else', () => {
    expect(wrapLabel('forberedelses\u00adomkostninger', 85, lettering)).toEqual({
      lines: ['forberedelses-', 'omkostninger'],
      cut: false,
    });
  });

  test('never breaks between a figure and its unit', () => {
    expect(wrapLabel('Middel: 76.000\u00a0kr.', 60, lettering).lines).toEqual(['Middel:', '76.000\u00a0kr.']);
  });

  test('gives lines that fit, whatever the words, and loses no letter', () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 30, max: 300 }), (name, room) => {
        const { lines } = wrapLabel(name, room, lettering);
        for (const line of lines) expect(textWidth(line, lettering)).toBeLessThanOrEqual(room + 0.01);
        expect(lines.join('').replaceAll(/[ -]/g, '')).toBe(name.replaceAll(/[ -]/g, ''));
      }),
    );
  });
});

describe('spreadLabels', () => {
  test('leaves labels that do not collide where they belong', () => {
    const wanted = [
      { at: 20, size: 10 },
      { at: 60, size: 10 },
    ];
    expect(spreadLabels(wanted, { from: 0, to: 100, gap: 2 })).toEqual([20, 60]);
  });

  test('moves two that collide equally far', () => {
    const wanted = [
      { at: 49, size: 10 },
      { at: 51, size: 10 },
    ];
    // Apart by size and gap: 12, centred on 50.
    expect(spreadLabels(wanted, { from: 0, to: 100, gap: 2 })).toEqual([44, 56]);
  });

  test('keeps them in order, apart and inside, where they fit at all', () => {
    const label = fc.record({ at: fc.integer({ min: 0, max: 400 }), size: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (unsorted) => {
        const wanted = [...unsorted].sort((a, b) => a.at - b.at);
        const centres = spreadLabels(wanted, { from: 0, to: 400, gap: 3 });
        let reached = -3;
        wanted.forEach(({ size }, index) => {
          const centre = centres[index] ?? Number.NaN;
          expect(centre - size / 2).toBeGreaterThanOrEqual(reached + 3 - 0.001);
          reached = centre + size / 2;
        });
        expect(reached).toBeLessThanOrEqual(400.001);
      }),
    );
  });
});
