/** The shipped fills told apart by every reader: in full colour, with each kind of colour-blindness, and in grey. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chartStyleOf, parseTheme, themeAssets } from '../../../src/render/theme.ts';
import type { ChartStyle } from '../../../src/report/charts/chart.types.ts';
import { contrast, luminance } from '../../../src/report/charts/parts/colour.ts';
import { fillsFor } from '../../../src/report/charts/parts/fill.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** The shipped themes, as they draw on paper and on a dark screen, with dark colours of their own and without. */
const styles = ['standard', 'agency'].flatMap((name): [string, ChartStyle][] => {
  const path = new URL(`../../../templates/themes/${name}/theme.yaml`, import.meta.url);
  const text = readFileSync(path, 'utf8');
  const source = { path: 'theme.yaml', text };
  const assets = themeAssets(source).map(
    ({ key }) => [key, key.endsWith('.svg') ? '<svg viewBox="0 0 8 8"></svg>' : 'AQID'] as const,
  );
  const style = chartStyleOf(parseTheme(source, new Map(assets)));
  const [paper = ''] = text.split(/^dark:$/m);
  const made = chartStyleOf(parseTheme({ ...source, text: paper }, new Map(assets)));
  return [
    [`${name} on paper`, style],
    [`${name} in the dark`, { ...style, ...style.dark }],
    [`${name} in the dark made of its light colours`, { ...made, ...made.dark }],
  ];
});

/**
 * What is left of a colour, in linear RGB, at full severity. Source: Machado, Oliveira and Fernandes (2009), A Physiologically-based
 * Model for Simulation of Color Vision Deficiency, IEEE TVCG 15(6), table 1.
 */
const seen: Readonly<Record<string, Matrix>> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(colour: string): Triple {
  const part = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function through(matrix: Matrix, [red, green, blue]: Triple): Triple {
  const row = ([r, g, b]: Triple) => Math.min(1, Math.max(0, r * red + g * green + b * blue));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** CIE L*a*b* of a linear RGB under D65, in which equal distances look about equally large. */
function lab([red, green, blue]: Triple): Triple {
  const f = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(one: Triple, other: Triple): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

describe.each(styles)('%s', (_theme, style) => {
  const fills = fillsFor(style.series.length, style);
  const pairs = fills.flatMap((one, index) => fills.slice(index + 1).map((other) => [one, other] as const));

  describe.each(Object.entries(seen))('seen with %s', (_, matrix) => {
    const look = (colour: string) => lab(through(matrix, linear(colour)));

    test('two fills of one hatch differ plainly, and no neighbours in a column share a hatch', () => {
      // 2.3 is the least that is seen side by side; ten is told apart at a distance.
      for (const [one, other] of pairs) {
        if (one.hatch === other.hatch) expect(distance(look(one.colour), look(other.colour))).toBeGreaterThan(10);
      }
      for (const [index, fill] of fills.entries()) {
        const next = fills[index + 1];
        if (next !== undefined) expect(fill.hatch === next.hatch && fill.hatch !== 'plain').toBe(false);
      }
    });
  });

  test('in grey two plain fills stand a step apart, and all others differ in their hatch', () => {
    for (const [one, other] of pairs) {
      if (one.hatch === other.hatch) expect(contrast(one.colour, other.colour)).toBeGreaterThanOrEqual(1.5);
    }
  });

  test('every fill stands out from the ground, itself or by its edge, and figures can be read on it', () => {
    for (const { colour, edge, ink } of fills) {
      expect(contrast(edge ?? colour, style.background)).toBeGreaterThanOrEqual(3);
      expect(contrast(ink, colour)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('words and lines of figures can be read on the ground', () => {
    for (const ink of [style.text, style.faint]) expect(contrast(ink, style.background)).toBeGreaterThanOrEqual(4.5);
    // The line of a sum over the years, and the lines that lead to labels.
    const line = style.series[0] ?? style.accent;
    expect(contrast(line, style.background)).toBeGreaterThanOrEqual(3);
  });
});

test('the simulation keeps white white, and takes red and green nearer to each other', () => {
  const { protanopia, deuteranopia } = seen;
  if (protanopia === undefined || deuteranopia === undefined) throw new Error('no matrices');
  const [red, green] = [linear('#c03030'), linear('#4a7a2a')];
  for (const matrix of [protanopia, deuteranopia]) {
    expect(distance(lab(through(matrix, [1, 1, 1])), lab([1, 1, 1]))).toBeLessThan(1);
    const after = distance(lab(through(matrix, red)), lab(through(matrix, green)));
    expect(after).toBeLessThan(0.6 * distance(lab(red), lab(green)));
  }
  expect(luminance('#ffffff')).toBeCloseTo(1);
});
