/** A chart for light screens and dark ones: on a light one what the PDF has, on a dark one what is drawn for it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawChart, drawCharts } from '../../../src/report/charts/draw.ts';
import { readDrawing } from './drawn.ts';
import { anyChart, columnsOf, histogramOf, style } from './samples.ts';

/** The drawing as one screen shows it: its properties filled in, and what is for the other left out. */
function drawn(...args: Parameters<typeof drawCharts>): { svg: string; webSvg: string } {
  const { svg, webSvg } = drawCharts(...args);
  return { svg, webSvg: webSvg() };
}

function shownOn(screen: 'light' | 'dark', webSvg: string): string {
  const [, sheet = ''] = /<style>(.*?)<\/style>\n/.exec(webSvg) ?? [];
  const [, light = '', dark = ''] =
    /^:root\{([^}]*)\}@media screen and \(prefers-color-scheme: dark\)\{:root\{([^}]*)\}\}/.exec(sheet) ?? [];
  const tones = new Map(
    (screen === 'light' ? light : dark).split(';').map((tone) => tone.split(':') as [string, string]),
  );
  const other = screen === 'light' ? 'dark' : 'light';
  return webSvg
    .replace(/<style>.*?<\/style>\n/, '')
    .replace(new RegExp(`<g class="on-${other}">[^]*?</g>`, 'g'), '')
    .replace(new RegExp(`<g class="on-${screen}">([^]*?)</g>`, 'g'), '$1')
    .replace(/var\((--tone-[\w-]+)\)/g, (_, name: string) => tones.get(name) ?? 'none');
}

describe('a chart on the web page', () => {
  test('is on a light screen the one of the PDF, and on a dark one a drawing in the dark colours', () => {
    fc.assert(
      fc.property(anyChart, (spec) => {
        const { svg, webSvg } = drawn(spec, style);
        expect(svg).toBe(drawChart(spec, style));
        expect(shownOn('light', webSvg)).toBe(svg);
        expect(shownOn('dark', webSvg)).toBe(drawChart(spec, { ...style, ...style.dark }));
      }),
      { numRuns: 60 },
    );
  });

  test('has one drawing with one text alternative', () => {
    const { webSvg } = drawn(
      columnsOf(
        [
          [1000, 2000],
          [500, 700],
        ],
        ['Drift', 'Materiel'],
      ),
      style,
    );
    expect(webSvg.match(/role="img"/g)).toHaveLength(1);
    expect(webSvg.match(/>Drift</g)).toHaveLength(1);
    expect(() => readDrawing(webSvg.replace(/<style>.*<\/style>/, ''))).not.toThrow();
  });

  test('shows what differs in more than colour to one screen at a time', () => {
    // A tint so pale that it has an outline on paper, and none in the dark.
    const pale = { ...style, series: ['#f4f4f4', '#e8e8e8'], dark: { ...style.dark, series: ['#f4f4f4', '#e8e8e8'] } };
    const { webSvg } = drawn(columnsOf([[1000], [500]]), pale);
    expect(webSvg).toContain('<g class="on-light">');
    expect(webSvg).toContain('.on-dark{display:none}');
  });

  test('leaves a colour that is a word of the author’s', () => {
    const { webSvg } = drawn({ ...histogramOf([1, 2], [500]), axisLabel: 'Farve "#1c1c1c" i kr.' }, style);
    expect(webSvg).toContain('Farve &quot;#1c1c1c&quot; i kr.');
  });
});
