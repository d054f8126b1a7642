/** A logo from outside: drawings pass, everything that runs, loads or breaks out does not. */
import { expect, test } from 'vitest';
import { drawingOf, logoFaults } from '../../src/render/logo.ts';

const inSvg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inside}</svg>`;

test('a drawing with gradients, clips and uses of its own parts is let through', () => {
  const drawing = `<defs><linearGradient id="a"><stop offset="0" stop-color="#000"/></linearGradient></defs>
<style>.b { fill: url(#a) }</style><path id="c" class="b" d="M0 0h8v8z"/><use xlink:href="#c"/>`;
  expect(logoFaults(inSvg(drawing))).toEqual([]);
});

test('what an editor writes round a drawing is taken off', () => {
  const saved = `<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n${inSvg('')}\n`;
  expect(drawingOf(saved)).toBe(inSvg(''));
});

test.each([
  ['<script>alert(1)</script>', 'holds <script>'],
  ['<path onload="alert(1)" d=""/>', 'holds the event handler “onload”'],
  ['<foreignObject><p>x</p></foreignObject>', 'holds <foreignObject>'],
  ['<image href="https://example.com/a.png"/>', 'refers to “https://example.com/a.png”'],
  ['<use xlink:href="andet.svg#a"/>', 'refers to “andet.svg#a”'],
  ['<a href="javascript:alert(1)"><path d=""/></a>', 'refers to “javascript:alert(1)”'],
  ['<path style="fill: url(https://example.com/a)" d=""/>', 'refers to “https://example.com/a”'],
  ['<path fill=\'url("//example.com/a#b")\' d=""/>', 'refers to “//example.com/a#b”'],
  ['<style>@import "a.css";</style>', 'holds “@import”'],
  ['<style>path { fill: u\\72l(https://example.com) }</style>', 'holds “\\7”'],
  ['<path style="fill: url&#40;https://example.com)" d=""/>', 'holds “&#40;”'],
  ['<set attributeName="href" to="x"/>', 'holds <set>'],
  ['<text>Kommune</text>', 'holds <text>'],
  ['<p>ud af tegningen</p>', 'holds <p>'],
  ['<scr<!-- -->ipt>alert(1)</scr<!-- -->ipt>', 'holds <script>'],
])('%s is refused with what was found', (inside, fault) => {
  expect(logoFaults(inSvg(inside))).toContain(fault);
});

test.each([
  ['a picture that is none', 'PNG'],
  ['a drawing that is not closed', '<svg viewBox="0 0 8 8"><path d="M0 0"/>'],
  ['an element that is closed by another', inSvg('<g><path d="">&lt;</g>')],
  ['a tag that cannot be read', inSvg('<path d="M0 0" <g/>')],
  ['an attribute without quotation marks', inSvg('<path onload=alert(1) d=""/>')],
  ['something after the drawing', `${inSvg('')}<g>${inSvg('')}</g>`],
])('%s is refused', (_what, svg) => {
  expect(logoFaults(svg)).toEqual(['is not one whole <svg>']);
});
