/** A legend in print order, for charts whose parts cannot be labelled where they stand. */
import { drawFilledBox, type Fill } from './fill.ts';
import { drawLabel } from './label.ts';
import { textWidth, wrapLabel } from './label-fit.ts';
import { type Lettering, lineHeight, middleToBaseline } from './lettering.ts';
import { coordinate, type Drawing, element, type Markup } from './svg.ts';

export interface LegendEntry {
  readonly label: string;
  /** The key of a filled part, or `mark` for the mark of a total. */
  readonly key: Fill | 'mark';
}

export interface LegendSpace {
  readonly top: number;
  readonly width: number;
  readonly ground: string;
  readonly lettering: Lettering;
}

export interface MarkColours {
  readonly ink: string;
  readonly ground: string;
}

const keyWidth = 16;
const keyHeight = 11;
const keyGap = 6;
const entryGap = 18;

/** Entries side by side, as many in a row as there is room for; a long name wraps within its entry. */
export function drawLegend(entries: readonly LegendEntry[], space: LegendSpace): Drawing {
  const { lettering } = space;
  const marks: Markup[] = [];
  let x = 0;
  let y = space.top;
  let rowHeight = 0;
  for (const entry of entries) {
    const { lines } = wrapLabel(entry.label, space.width - keyWidth - keyGap, lettering);
    const width = keyWidth + keyGap + lines.reduce((most, each) => Math.max(most, textWidth(each, lettering)), 0);
    if (x > 0 && x + width > space.width) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    const middle = y + lineHeight(lettering) / 2;
    marks.push(...drawKey(entry.key, x, middle, { ink: lettering.colour, ground: space.ground }));
    const baseline = middle + middleToBaseline(lettering);
    marks.push(drawLabel({ lines, x: x + keyWidth + keyGap, y: baseline, anchor: 'start', lettering }));
    rowHeight = Math.max(rowHeight, lines.length * lineHeight(lettering) + 2);
    x += width + entryGap;
  }
  return { marks, height: y + rowHeight - space.top };
}

function drawKey(key: Fill | 'mark', x: number, middle: number, colours: MarkColours): Markup[] {
  if (key === 'mark') return [drawTotalMark(x + keyWidth / 2, middle, colours)];
  return drawFilledBox(
    { left: x, right: x + keyWidth, top: middle - keyHeight / 2, bottom: middle + keyHeight / 2 },
    key,
  );
}

/** The diamond that stands for a total which is not the top of its column. */
export function drawTotalMark(x: number, y: number, colours: MarkColours): Markup {
  return element('path', {
    d: 'M0-5L5 0L0 5L-5 0Z',
    transform: `translate(${coordinate(x)} ${coordinate(y)})`,
    fill: colours.ink,
    stroke: colours.ground,
    'stroke-width': 1.25,
  });
}
