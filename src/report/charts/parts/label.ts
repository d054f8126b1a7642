/** Text set in a drawing: one or more lines at a place, and the box they fill. */
import type { Box } from './label-fit.ts';
import { widest } from './label-fit.ts';
import type { Lettering } from './lettering.ts';
import { lineHeight, middleToBaseline } from './lettering.ts';
import { element, type Markup } from './svg.ts';

export interface Label {
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lettering: Lettering;
  /** Where it stands on something else than the ground of the drawing. */
  readonly colour?: string;
}

export function drawLabel(label: Label): Markup {
  const { lettering } = label;
  const attributes = {
    'font-size': lettering.size,
    'font-weight': lettering.weight === 400 ? undefined : lettering.weight,
    'text-anchor': label.anchor === 'start' ? undefined : label.anchor,
    fill: label.colour ?? lettering.colour,
  };
  const [first, ...more] = label.lines;
  if (first === undefined) return { markup: '' };
  if (more.length === 0) return element('text', { x: label.x, y: label.y, ...attributes }, first);
  const spans = label.lines.map((line, index) =>
    element('tspan', { x: label.x, y: label.y + index * lineHeight(lettering) }, line),
  );
  return element('text', attributes, ...spans);
}

export function labelBox(label: Label): Box {
  const width = widest(label.lines, label.lettering);
  const left = label.x - { start: 0, middle: width / 2, end: width }[label.anchor];
  const top = label.y - label.lettering.size * 0.78;
  const bottom = label.y + (label.lines.length - 1) * lineHeight(label.lettering) + label.lettering.size * 0.24;
  return { left, right: left + width, top, bottom };
}

/** The baseline of the first of several lines that are to be centred on `middle`. */
export function baselineCentredOn(middle: number, lines: number, lettering: Lettering): number {
  return middle - ((lines - 1) * lineHeight(lettering)) / 2 + middleToBaseline(lettering);
}

/** A patch of plain colour behind a label, so that lines and hatching do not run through its letters. */
export function drawPatch(box: Box, colour: string, reach = 2): Markup {
  return element('rect', {
    x: box.left - reach,
    y: box.top - 1,
    width: box.right - box.left + 2 * reach,
    height: box.bottom - box.top + 1,
    fill: colour,
  });
}

/** A horizontal place for a label `width` wide, centred on `x` where the drawing has room for it. */
export function keepInside(x: number, width: number, right: number, left = 0): number {
  return Math.max(left + width / 2, Math.min(x, right - width / 2));
}
