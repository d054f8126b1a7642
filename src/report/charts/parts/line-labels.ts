/** Figures at the points of a line: each beside its point, clear of the line, of other points and of each other. */
import type { ChartValue } from '../chart.types.ts';
import { drawLabel, drawPatch, type Label, labelBox } from './label.ts';
import { type Box, overlaps, textWidth } from './label-fit.ts';
import type { Lettering } from './lettering.ts';
import type { Markup } from './svg.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PointSpace extends Box {
  readonly lettering: Lettering;
  readonly ground: string;
}

const reach = 8;

/** With more points than this only the first, last, highest and lowest have figures: the rest can be read off the axis. */
const mostFigures = 12;

/** First, last, highest and lowest first, then the rest from left to right; a figure with no free place is left out. */
export function drawPointFigures(
  figures: readonly ChartValue[],
  points: readonly Point[],
  space: PointSpace,
): Markup[] {
  const placed = new Map<number, Label>();
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  for (const index of rankFigures(figures)) {
    const point = points[index];
    const text = figures[index]?.text;
    if (point === undefined || text === undefined) continue;
    const free = candidates(text, point, space).find((label) => {
      const box = labelBox(label);
      return isWithin(box, space) && !taken.some((other) => overlaps(box, other)) && !meetsLine(box, points);
    });
    if (free === undefined) continue;
    placed.set(index, free);
    const box = labelBox(free);
    taken.push({ ...box, left: box.left - 4, right: box.right + 4 });
  }
  return [...placed]
    .sort(([a], [b]) => a - b)
    .flatMap(([, label]) => [drawPatch(labelBox(label), space.ground, 0), drawLabel(label)]);
}

function rankFigures(figures: readonly ChartValue[]): number[] {
  const byValue = [...figures.keys()].sort((a, b) => (figures[a]?.value ?? 0) - (figures[b]?.value ?? 0));
  const first = [0, figures.length - 1, byValue.at(-1), byValue[0]].filter((index) => index !== undefined);
  return [...new Set(figures.length > mostFigures ? first : [...first, ...figures.keys()])];
}

/** Over the point, under it, then to either side of both, and last against an edge of the plot that the text would cross. */
function candidates(text: string, { x, y }: Point, { lettering, left, right }: PointSpace): Label[] {
  const above = y - reach;
  const below = y + reach + lettering.size * 0.75;
  const level = y + lettering.size * 0.33;
  // An edge that is further off than the text is long would leave the figure with another point.
  const length = textWidth(text, lettering);
  const ends = [[right, 'end'] as const, [left, 'start'] as const];
  const edges = ends.filter(([edge]) => Math.abs(edge - x) <= length);
  const heights = [above, above - reach, above - 2 * reach, above - 3 * reach, below + 2 * reach];
  const places: readonly (readonly [number, number, Label['anchor']])[] = [
    [x, above, 'middle'],
    [x, below, 'middle'],
    [x + 3, above, 'start'],
    [x - 3, above, 'end'],
    [x + 3, below, 'start'],
    [x - 3, below, 'end'],
    [x, above - reach, 'middle'],
    [x, below + reach, 'middle'],
    [x + reach, level, 'start'],
    [x - reach, level, 'end'],
    ...edges.flatMap(([edge, anchor]) => heights.map((height) => [edge, height, anchor] as const)),
  ];
  return places.map(([labelX, labelY, anchor]) => ({ lines: [text], x: labelX, y: labelY, anchor, lettering }));
}

function isWithin(box: Box, space: Box): boolean {
  return box.left >= space.left && box.right <= space.right && box.top >= space.top && box.bottom <= space.bottom;
}

function meetsLine(box: Box, points: readonly Point[]): boolean {
  return points.some((from, index) => {
    const to = points[index + 1];
    return to !== undefined && crosses(from, to, box);
  });
}

/** Whether a rising or falling stretch of line passes through the box (points run from left to right). */
function crosses(from: Point, to: Point, box: Box): boolean {
  const left = Math.max(from.x, box.left);
  const right = Math.min(to.x, box.right);
  if (left > right || from.x === to.x) return false;
  const heightAt = (x: number): number => from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
  const [one, other] = [heightAt(left), heightAt(right)];
  return Math.min(one, other) < box.bottom + 1 && Math.max(one, other) > box.top - 1;
}
