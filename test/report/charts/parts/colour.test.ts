/** Contrast of colours, and the ink that is read on them. */
import { expect, test } from 'vitest';
import { contrast, inkOn, palestTint, readableInk } from '../../../../src/report/charts/parts/colour.ts';

test('black on white has the contrast 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

test('text on any grey reaches 4.5', () => {
  for (let level = 0; level < 256; level += 1) {
    const grey = `#${level.toString(16).padStart(2, '0').repeat(3)}`;
    expect(contrast(inkOn(grey), grey)).toBeGreaterThanOrEqual(4.5);
  }
});

test('a colour too faint for text gives way', () => {
  expect(readableInk('#cccccc', '#ffffff')).toBe('#000000');
  expect(readableInk('#575c60', '#ffffff')).toBe('#575c60');
});

test('a tint is paler than its colour and still seen on the ground', () => {
  const tint = palestTint('#1d4f4c', '#ffffff');
  expect(contrast(tint, '#ffffff')).toBeGreaterThanOrEqual(3);
  expect(contrast(tint, '#ffffff')).toBeLessThan(contrast('#1d4f4c', '#ffffff'));
});
