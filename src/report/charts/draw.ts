/** The door of `charts/`: a spec and a style become finished SVG text. The same input gives the same text. */
import type { ChartSpec, ChartStyle } from './chart.types.ts';
import { drawDistribution } from './distribution.ts';
import { drawHistogram } from './histogram.ts';
import { drawLine } from './line.ts';
import { type Drawing, frameDrawing } from './parts/svg.ts';
import { twoTone } from './parts/two-tone.ts';
import { drawStackedColumns } from './stacked-columns.ts';
import { drawTornado } from './tornado.ts';

/** A chart for paper, and for screens that may be dark. */
export interface Drawings {
  readonly svg: string;
  /** Drawn when it is asked for: most of what is computed needs no web page. */
  readonly webSvg: () => string;
}

export function drawCharts(spec: ChartSpec, style: ChartStyle): Drawings {
  const svg = drawChart(spec, style);
  return { svg, webSvg: () => twoTone(svg, drawChart(spec, { ...style, ...style.dark })) };
}

/** Inline SVG, `style.width` wide and as tall as its content, with real text and `spec.alternative` as its text alternative. */
export function drawChart(spec: ChartSpec, style: ChartStyle): string {
  const { fontFamily, background, width } = style;
  return frameDrawing(drawMarks(spec, style), {
    id: spec.id,
    alternative: spec.alternative,
    fontFamily,
    background,
    width,
  });
}

function drawMarks(spec: ChartSpec, style: ChartStyle): Drawing {
  switch (spec.kind) {
    case 'stacked-columns':
      return drawStackedColumns(spec, style);
    case 'distribution':
      return drawDistribution(spec, style);
    case 'tornado':
      return drawTornado(spec, style);
    case 'line':
      return drawLine(spec, style);
    case 'histogram':
      return drawHistogram(spec, style);
    default:
      return spec satisfies never;
  }
}
