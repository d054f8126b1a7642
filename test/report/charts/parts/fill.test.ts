/** Fills that differ without colour. */
import { describe, expect, test } from 'vitest';
import { drawFilledBox, fillOf, fillsFor } from '../../../../src/report/charts/parts/fill.ts';
import { style } from '../samples.ts';

describe('fills', () => {
  test('alternate plain and hatched', () => {
    expect(fillsFor(4, style).map((fill) => fill.hatch)).toEqual(['plain', 'rising', 'plain', 'falling']);
  });

  test('hatch a colour whose grey is that of an earlier one', () => {
    const alike = { ...style, series: ['#1d4f4c', '#5d9c93', '#4c1d4f'] };
    expect(fillsFor(3, alike)[2]?.hatch).not.toBe('plain');
  });

  test('never repeat colour and hatch together, also with more series than colours', () => {
    const looks = fillsFor(8, style).map((fill) => `${fill.colour} ${fill.hatch}`);
    expect(new Set(looks).size).toBe(8);
  });

  test('outline a colour too pale for the ground', () => {
    expect(fillOf('#eeeeee', 'plain', style).edge).toBeDefined();
    expect(fillOf('#1d4f4c', 'plain', style).edge).toBeUndefined();
  });

  test('keep hatch lines inside their box', () => {
    const box = { left: 10, right: 47, top: 20, bottom: 33 };
    const [, hatch] = drawFilledBox(box, fillOf('#5d9c93', 'crossed', style));
    const points = [...(hatch?.markup ?? '').matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    expect(points.length).toBeGreaterThan(4);
    for (const [, x, y] of points) {
      expect(Number(x)).toBeGreaterThanOrEqual(10);
      expect(Number(x)).toBeLessThanOrEqual(47);
      expect(Number(y)).toBeGreaterThanOrEqual(20);
      expect(Number(y)).toBeLessThanOrEqual(33);
    }
  });
});
