/** Names beside the last column, each led to its part: a reader need not go to a legend and back. */
import type { StackedColumnsSpec } from '../chart.types.ts';
import { drawLabel } from './label.ts';
import { spreadLabels, widest, wrapLabel } from './label-fit.ts';
import { type Letterings, lineHeight } from './lettering.ts';
import { columnValues, hasMixedSigns, type Segment } from './stack.ts';
import { coordinate, element, type Markup } from './svg.ts';

const widestRoom = 150;
export const sideLabelGutter = 16;
const narrowestStep = 24;
const mostLabels = 8;
const gap = 5;

/** Names can stand at the side where every series has a part in the last column and the columns are not too many. */
export function hasSideLabels(spec: StackedColumnsSpec, width: number): boolean {
  const last = spec.columns.length - 1;
  if (last < 0 || hasMixedSigns(spec) || spec.series.length > mostLabels) return false;
  const step = (width - widestRoom - sideLabelGutter - 60) / spec.columns.length;
  return step >= narrowestStep && columnValues(spec, last).every((value) => value !== 0);
}

interface SideLabel {
  readonly name: readonly string[];
  /** The part's figure, where the chart is one column of several parts and has nowhere else to print it. */
  readonly figure: readonly string[];
  readonly height: number;
}

function laySideLabels(spec: StackedColumnsSpec, room: number, letterings: Letterings): SideLabel[] {
  return spec.series.map((series) => {
    const name = wrapLabel(series.label, room, letterings.label).lines;
    const figure = spec.columns.length === 1 && spec.series.length > 1 ? [series.values[0]?.text ?? ''] : [];
    return { name, figure, height: (name.length + figure.length) * lineHeight(letterings.label) };
  });
}

/** The width the labels take where the columns want all the rest. */
export function sideLabelsWidth(spec: StackedColumnsSpec, letterings: Letterings): number {
  const labels = laySideLabels(spec, widestRoom, letterings);
  const width = labels.reduce(
    (room, { name, figure }) => Math.max(room, widest(name, letterings.label), widest(figure, letterings.strong)),
    0,
  );
  // Without a hair more, what fits exactly would be broken by the dust of adding up.
  return width + 0.01;
}

/** The height the labels need together; the plot is made as tall. */
export function sideLabelsHeight(spec: StackedColumnsSpec, room: number, letterings: Letterings): number {
  return laySideLabels(spec, room, letterings).reduce((sum, label) => sum + label.height + gap, 0);
}

export interface SideSpace {
  /** The right edge of the last column, and where the text begins. */
  readonly from: number;
  readonly textLeft: number;
  readonly room: number;
  readonly top: number;
  readonly bottom: number;
  readonly letterings: Letterings;
}

export function drawSideLabels(spec: StackedColumnsSpec, stack: readonly Segment[], space: SideSpace): Markup[] {
  const { label: lettering, strong } = space.letterings;
  const labels = laySideLabels(spec, space.room, space.letterings);
  const byHeight = [...stack].sort((a, b) => a.top - b.top);
  const wanted = byHeight.map((segment) => ({
    at: (segment.top + segment.bottom) / 2,
    size: labels[segment.series]?.height ?? 0,
  }));
  const centres = spreadLabels(wanted, { from: space.top, to: space.bottom, gap });
  return byHeight.flatMap((segment, index) => {
    const side = labels[segment.series];
    if (side === undefined) return [];
    const centre = centres[index] ?? 0;
    const leading = lineHeight(lettering);
    const y = centre - side.height / 2 + leading * 0.76;
    const place = { x: space.textLeft, anchor: 'start' } as const;
    return [
      drawLeader(
        { x: space.from + 2, y: wanted[index]?.at ?? centre },
        { x: space.textLeft - 4, y: centre },
        lettering.colour,
      ),
      drawLabel({ ...place, lines: side.name, y, lettering }),
      drawLabel({ ...place, lines: side.figure, y: y + side.name.length * leading, lettering: strong }),
    ];
  });
}

type Point = { readonly x: number; readonly y: number };

/** Level past the last column, so that it passes under the column's total; then slanted to the name. */
function drawLeader(from: Point, to: Point, colour: string): Markup {
  const turn = Math.max(from.x, to.x + 4 - sideLabelGutter);
  const points = [from, { x: turn, y: from.y }, { x: to.x - 3, y: to.y }, to];
  const d = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('');
  return element('path', { d, fill: 'none', stroke: colour, 'stroke-width': 0.6 });
}
