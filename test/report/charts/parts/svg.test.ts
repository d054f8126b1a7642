/** SVG as text: escaped, rounded, and never with a number that is none. */
import { describe, expect, test } from 'vitest';
import { coordinate, element } from '../../../../src/report/charts/parts/svg.ts';

describe('an element', () => {
  test('escapes its text', () => {
    expect(element('text', {}, 'a < b & "c"').markup).toBe('<text>a &lt; b &amp; &quot;c&quot;</text>');
  });

  test('escapes its attributes', () => {
    expect(element('g', { id: `x" onload='y'` }).markup).toBe('<g id="x&quot; onload=&#39;y&#39;"/>');
  });

  test('drops characters that XML forbids and turns line ends into spaces', () => {
    expect(element('text', {}, 'a\u0000b\n\n c').markup).toBe('<text>ab c</text>');
  });

  test('leaves out what is undefined', () => {
    expect(element('rect', { x: 1, rx: undefined }).markup).toBe('<rect x="1"/>');
  });
});

describe('a coordinate', () => {
  test('has two decimals at most and no minus zero', () => {
    expect(coordinate(1 / 3)).toBe('0.33');
    expect(coordinate(-0.001)).toBe('0');
  });

  test('refuses what is not a number', () => {
    expect(() => coordinate(Number.NaN)).toThrow();
  });
});
