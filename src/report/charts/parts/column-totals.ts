/** Totals over columns: all of them where they fit, else those a reader looks for first. */
import type { ChartStyle, ChartValue } from '../chart.types.ts';
import type { Place } from './axis.ts';
import { drawLabel, drawPatch, keepInside, type Label, labelBox } from './label.ts';
import { type Box, overlaps, textWidth } from './label-fit.ts';
import { drawTotalMark } from './legend.ts';
import type { Letterings } from './lettering.ts';
import type { Markup } from './svg.ts';

export interface TotalsSpace {
  /** The columns' boxes, in order. */
  readonly bars: readonly Box[];
  readonly place: Place;
  readonly style: ChartStyle;
  /** Where the plot begins: left of it stand the figures of the axis. */
  readonly left: number;
  readonly letterings: Letterings;
  /** True where totals are marked too, because they need not be the ends of their columns. */
  readonly marked: boolean;
}

/** The columns whose totals have room, by their place. */
export function shownTotals(totals: readonly ChartValue[], space: TotalsSpace): ReadonlySet<number> {
  return placeFirst(layTotals(totals, space), rankTotals(totals), space.bars);
}

export function drawTotals(totals: readonly ChartValue[], shown: ReadonlySet<number>, space: TotalsSpace): Markup[] {
  const labels = layTotals(totals, space);
  const marks = space.marked ? totals.map((total, index) => drawMark(total, space.bars[index], space)) : [];
  const texts = labels
    .filter((_, index) => shown.has(index))
    .flatMap((label) => [drawPatch(labelBox(label), space.style.background, 1), drawLabel(label)]);
  return [...texts, ...marks];
}

function layTotals(totals: readonly ChartValue[], space: TotalsSpace): Label[] {
  return totals.map((total, index) => layTotal(total, space.bars[index], space));
}

/** Over the column, or under it where there is nothing over zero and the total is less. */
function layTotal(total: ChartValue, bar: Box | undefined, space: TotalsSpace): Label {
  const { strong } = space.letterings;
  const { left, right, top, bottom } = bar ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const zero = space.place(0);
  const isUnder = total.value < 0 && top >= zero - 0.01;
  const x = keepInside((left + right) / 2, textWidth(total.text, strong), space.style.width, space.left);
  // The mark of a total can stand over its column, where rounding or the author puts it there.
  const reach = space.marked ? Math.min(top, space.place(total.value) - 5) : top;
  const y = isUnder ? Math.max(bottom, space.marked ? space.place(total.value) + 5 : bottom) + 14 : reach - 6;
  return { lines: [total.text], x, y, anchor: 'middle', lettering: strong };
}

/** Greatest, last, first, least, then from left to right. */
function rankTotals(totals: readonly ChartValue[]): number[] {
  const byValue = totals.map((_, index) => index).sort((a, b) => (totals[b]?.value ?? 0) - (totals[a]?.value ?? 0));
  const first = [byValue[0], totals.length - 1, 0, byValue.at(-1)].filter((index) => index !== undefined && index >= 0);
  return [...new Set([...first, ...totals.keys()])].filter((index) => index !== undefined);
}

/** Labels in order of rank, each unless it would touch one already placed, or a neighbouring column. */
function placeFirst(labels: readonly Label[], rank: readonly number[], bars: readonly Box[]): Set<number> {
  const shown = new Set<number>();
  const taken: Box[] = [];
  for (const index of rank) {
    const label = labels[index];
    if (label === undefined) continue;
    const tight = labelBox(label);
    const box = { ...tight, left: tight.left - 3, right: tight.right + 3 };
    const touchesBar = bars.some((bar, other) => other !== index && overlaps(tight, bar));
    if (touchesBar || taken.some((other) => overlaps(box, other))) continue;
    taken.push(tight);
    shown.add(index);
  }
  return shown;
}

function drawMark(total: ChartValue, bar: Box | undefined, space: TotalsSpace): Markup {
  const x = bar === undefined ? 0 : (bar.left + bar.right) / 2;
  const colours = { ink: space.letterings.strong.colour, ground: space.style.background };
  return drawTotalMark(x, space.place(total.value), colours);
}
