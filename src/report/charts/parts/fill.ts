/** Fills that differ without colour: a tint and, where tints alone would not tell parts apart, a hatch of drawn lines. */
import type { ChartStyle } from '../chart.types.ts';
import { contrast, inkOn, mix, shapeContrast } from './colour.ts';
import type { Box } from './label-fit.ts';
import { coordinate, element, type Markup } from './svg.ts';

type Hatch = 'plain' | 'rising' | 'falling' | 'crossed' | 'level' | 'upright';

export interface Fill {
  readonly colour: string;
  /** Black or white: what can be read on the colour. */
  readonly ink: string;
  readonly hatch: Hatch;
  readonly hatchColour: string;
  /** Outline of a tint too pale to stand on the ground alone. */
  readonly edge?: string;
}

const hatches: readonly Hatch[] = ['rising', 'falling', 'crossed', 'level', 'upright'];

/** Two tints nearer than this are hard to tell apart in grey. */
const stepInGrey = 1.5;

/** Every second series is hatched, and so is one whose grey is near that of an earlier plain one. */
export function fillsFor(count: number, style: ChartStyle): Fill[] {
  const fills: Fill[] = [];
  let used = 0;
  for (let index = 0; index < count; index += 1) {
    const colour = style.series[index % style.series.length] ?? style.accent;
    const isPlain =
      index % 2 === 0 && fills.every((fill) => fill.hatch !== 'plain' || contrast(fill.colour, colour) >= stepInGrey);
    const hatch = isPlain ? 'plain' : (hatches[used++ % hatches.length] ?? 'rising');
    fills.push(fillOf(colour, hatch, style));
  }
  return fills;
}

export function fillOf(colour: string, hatch: Hatch, style: ChartStyle): Fill {
  const ink = inkOn(colour);
  const hatchColour = mix(colour, ink, ink === '#ffffff' ? 0.5 : 0.4);
  const isPale = contrast(colour, style.background) < shapeContrast;
  return { colour, ink, hatch, hatchColour, ...(isPale ? { edge: edgeOf(colour, style) } : {}) };
}

/** The colour taken towards the ink of the text until it can be seen on the ground. */
function edgeOf(colour: string, style: ChartStyle): string {
  const ink = inkOn(style.background);
  const shares = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
  const share = shares.find((each) => contrast(mix(colour, ink, each), style.background) >= shapeContrast);
  return share === undefined ? ink : mix(colour, ink, share);
}

/** A filled rectangle. The hatch is lines cut to the box: patterns and clip paths would print less surely. */
export function drawFilledBox(box: Box, fill: Fill): Markup[] {
  const inset = fill.edge !== undefined && box.bottom - box.top > 2 && box.right - box.left > 2 ? 0.375 : 0;
  const rectangle = element('rect', {
    x: box.left + inset,
    y: box.top + inset,
    width: box.right - box.left - 2 * inset,
    height: box.bottom - box.top - 2 * inset,
    fill: fill.colour,
    stroke: inset > 0 ? fill.edge : undefined,
    'stroke-width': inset > 0 ? 0.75 : undefined,
  });
  const path = hatchPath(box, fill.hatch);
  if (path === '') return [rectangle];
  return [rectangle, element('path', { d: path, stroke: fill.hatchColour, 'stroke-width': 0.9, fill: 'none' })];
}

/** Lines stand on one grid for the whole drawing, so that neighbouring boxes of a series match. */
const spacing = 5;

function hatchPath(box: Box, hatch: Hatch): string {
  switch (hatch) {
    case 'plain':
      return '';
    case 'rising':
      return slantedLines(box, 1);
    case 'falling':
      return slantedLines(box, -1);
    case 'crossed':
      return slantedLines(box, 1) + slantedLines(box, -1);
    case 'level':
      return gridSteps(box.top, box.bottom)
        .map((y) => line(box.left, y, box.right, y))
        .join('');
    case 'upright':
      return gridSteps(box.left, box.right)
        .map((x) => line(x, box.top, x, box.bottom))
        .join('');
    default:
      return hatch satisfies never;
  }
}

/** The lines x + direction · y = constant that meet the box; 1 rises to the right on paper, −1 falls. */
function slantedLines(box: Box, direction: 1 | -1): string {
  const [low, high] = direction === 1 ? [box.top, box.bottom] : [-box.bottom, -box.top];
  return gridSteps(box.left + low, box.right + high, spacing * Math.SQRT2)
    .map((sum) => {
      const left = Math.max(box.left, sum - high);
      const right = Math.min(box.right, sum - low);
      return line(left, direction * (sum - left), right, direction * (sum - right));
    })
    .join('');
}

function gridSteps(from: number, to: number, step = spacing): number[] {
  const first = Math.floor(from / step) + 1;
  const count = Math.max(0, Math.ceil(to / step) - first);
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${coordinate(x1)} ${coordinate(y1)}L${coordinate(x2)} ${coordinate(y2)}`;
}
