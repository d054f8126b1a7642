/** The parts of one column: filled boxes, each with its figure inside where there is room for it. */
import type { StackedColumnsSpec } from '../chart.types.ts';
import type { Place } from './axis.ts';
import { drawFilledBox, type Fill } from './fill.ts';
import { drawLabel, drawPatch, labelBox } from './label.ts';
import { type Box, textWidth } from './label-fit.ts';
import { type Lettering, middleToBaseline } from './lettering.ts';
import { hasMixedSigns, type Segment } from './stack.ts';
import type { Markup } from './svg.ts';

export interface PartsSpace {
  readonly spec: StackedColumnsSpec;
  /** Which column of the spec it is. */
  readonly column: number;
  readonly place: Place;
  readonly fills: readonly Fill[];
  readonly lettering: Lettering;
  readonly figuresInside: boolean;
  /** The total that is printed at the column: a column of one part does not say it twice. */
  readonly printedTotal: string | undefined;
}

export function drawParts(stack: readonly Segment[], bar: Box | undefined, space: PartsSpace): Markup[] {
  if (bar === undefined) return [];
  return stack.flatMap((segment) => {
    const fill = space.fills[segment.series];
    if (fill === undefined) return [];
    // A line of ground between parts that are tall enough to spare it.
    const top = segment.top + (segment.bottom - segment.top > 4 ? 1 : 0);
    const box = { left: bar.left, right: bar.right, top, bottom: segment.bottom };
    const text = space.spec.series[segment.series]?.values[space.column]?.text ?? '';
    const isSaid = stack.length === 1 && text === space.printedTotal;
    const figure =
      space.figuresInside && !isSaid
        ? drawFigure(text, clearOfMark(box, space), { fill, lettering: space.lettering })
        : [];
    return [...drawFilledBox(box, fill), ...figure];
  });
}

/** The taller piece of a part that the mark of the total stands on; the whole part where it does not. */
function clearOfMark(box: Box, { spec, column, place }: PartsSpace): Box {
  const y = place(spec.totals[column]?.value ?? 0);
  if (!hasMixedSigns(spec) || y < box.top - 7 || y > box.bottom + 7) return box;
  return y - box.top > box.bottom - y ? { ...box, bottom: y - 6 } : { ...box, top: y + 6 };
}

const leastHeight = 17;
const sideRoom = 3;

/** On a hatched part the figure stands on a patch of the part's plain colour. */
function drawFigure(text: string, box: Box, ink: { readonly fill: Fill; readonly lettering: Lettering }): Markup[] {
  const { fill, lettering } = ink;
  const isRoomy = textWidth(text, lettering) <= box.right - box.left - 2 * sideRoom;
  if (!isRoomy || box.bottom - box.top < leastHeight) return [];
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2 + middleToBaseline(lettering);
  const label = { lines: [text], x, y, anchor: 'middle', lettering, colour: fill.ink } as const;
  return fill.hatch === 'plain' ? [drawLabel(label)] : [drawPatch(labelBox(label), fill.colour), drawLabel(label)];
}
