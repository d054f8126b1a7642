/** How a result moves with one input: points in order, joined by a line, with their figures beside them. */
import { line } from 'd3-shape';
import type { ChartStyle, LineSpec } from './chart.types.ts';
import { drawLevelGrid, drawRule, isNothing, levelRange, linearPlace, tickRoom } from './parts/axis.ts';
import { drawLabel } from './parts/label.ts';
import { wrapLabel } from './parts/label-fit.ts';
import { letteringsOf, lineHeight } from './parts/lettering.ts';
import { drawPointFigures, type Point } from './parts/line-labels.ts';
import { drawNames } from './parts/names.ts';
import { type Drawing, element, type Markup } from './parts/svg.ts';

const mostDots = 24;
const plotHeight = 200;
/** Where all is zero, there is a line to show and no height. */
const emptyHeight = 40;

export function drawLine(spec: LineSpec, style: ChartStyle): Drawing {
  const letterings = letteringsOf(style);
  const { small, label, strong } = letterings;
  const values = spec.points.map((point) => point.at.value);
  const range = levelRange(values, spec.fromZero === true || showsZero(values), spec.axisText);
  const unit = wrapLabel(spec.axisLabel, style.width, small).lines;
  const top = unit.length * lineHeight(small) + 24;
  const bottom = top + (isNothing(values) ? emptyHeight : plotHeight);
  const left = tickRoom(range, small) + 8;
  const place = linearPlace([range.low, range.high], bottom, top);
  const step = (style.width - left) / Math.max(1, spec.points.length);
  const points = values.map((value, index) => ({ x: left + step * (index + 0.5), y: place(value) }));
  const namesTop = bottom + 8;
  const names = drawNames(
    spec.points.map((point) => point.label),
    points.map((point) => point.x),
    { top: namesTop, step, width: style.width, lettering: label },
  );
  const figures = spec.points.map((point) => point.at);
  const marks = [
    drawLabel({ lines: unit, x: 0, y: lineHeight(small) * 0.85, anchor: 'start', lettering: small }),
    ...drawLevelGrid(range.ticks, place, { left, right: style.width, style, lettering: small }),
    drawRule({ x1: left, x2: style.width, y1: bottom, y2: bottom }, style.grid),
    ...(range.low <= 0 && range.high >= 0
      ? [drawRule({ x1: left, x2: style.width, y1: place(0), y2: place(0) }, small.colour, 1)]
      : []),
    ...drawPath(points, style),
    ...drawPointFigures(figures, points, {
      left,
      right: style.width,
      top: top - 20,
      bottom: bottom - 2,
      lettering: strong,
      ground: style.background,
    }),
    ...names.marks,
  ];
  return { marks, height: namesTop + names.height + 4 };
}

/** An axis from zero flattens a line that moves little: it is kept where the lowest value is under half of the highest. */
function showsZero(values: readonly number[]): boolean {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low * high <= 0 || Math.min(Math.abs(low), Math.abs(high)) < 0.5 * Math.max(Math.abs(low), Math.abs(high));
}

function drawPath(points: readonly Point[], style: ChartStyle): Markup[] {
  const colour = style.series[0] ?? style.accent;
  const path = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(2)([...points]);
  // Many points are read as a line; dots would make it a string of beads.
  const dots = points.map(({ x, y }) =>
    element('circle', { cx: x, cy: y, r: 3.5, fill: colour, stroke: style.background, 'stroke-width': 1 }),
  );
  if (path === null || points.length < 2) return dots;
  const joins = { 'stroke-width': 2, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  return [
    element('path', { d: path, fill: 'none', stroke: colour, ...joins }),
    ...(points.length > mostDots ? [] : dots),
  ];
}
