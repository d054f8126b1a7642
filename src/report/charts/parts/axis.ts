/** Axes: round steps, printed as the spec prints them, with a quiet grid behind the figures. */
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { ChartStyle } from '../chart.types.ts';
import { drawLabel, keepInside } from './label.ts';
import { textWidth, widest } from './label-fit.ts';
import { type Lettering, lineHeight, middleToBaseline } from './lettering.ts';
import { element, type Markup } from './svg.ts';

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** The stretch of values an axis shows, from `low` to `high`, and its round steps. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly Tick[];
}

/** A value's place in the drawing. */
export type Place = (value: number) => number;

/** What is left of rounding in a sum of figures; an axis over so little would have no steps a computer can tell apart. */
const noise = 1e-9;

/** All the values, and zero where asked; values that are all alike get some air round them, and all zeros a unit. */
export function spanOf(values: readonly number[], withZero: boolean): readonly [low: number, high: number] {
  const [low = 0, high = 0] = extent(withZero ? [...values, 0] : values);
  const magnitude = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > noise * Math.max(1, magnitude)) return [low, high];
  if (magnitude <= noise) return withZero ? [0, 1] : [-1, 1];
  const air = Math.abs(low) * 0.1;
  return [low - air, high + air];
}

const levelSteps = 4;
const uprightSteps = 5;
const tickGap = 10;

/** The range of a level axis; where all is zero there is nothing to measure, and zero is its only step. */
export function levelRange(values: readonly number[], withZero: boolean, print: (value: number) => string): ValueRange {
  const range = roundRange(spanOf(values, withZero), levelSteps, print);
  return isNothing(values) ? { ...range, ticks: [{ value: 0, text: print(0) }] } : range;
}

export function isNothing(values: readonly number[]): boolean {
  return values.every((value) => Math.abs(value) <= noise);
}

/**
 * A range ending on round steps, with at most `wanted` steps or so. Steps whose texts would be alike (an axis in whole kroner
 * with steps of half a krone) are made fewer until each has its own.
 */
function roundRange(span: readonly [number, number], wanted: number, print: (value: number) => string): ValueRange {
  for (let count = wanted; count >= 1; count -= 1) {
    const scale = scaleLinear().domain(span).nice(count);
    const [low = 0, high = 1] = scale.domain();
    const ticks = scale.ticks(count).map((value) => ({ value: value || 0, text: print(value || 0) }));
    if (new Set(ticks.map((tick) => tick.text)).size === ticks.length) return { low, high, ticks };
  }
  const ticks = [span[0], span[1]].map((value) => ({ value, text: print(value) }));
  return { low: span[0], high: span[1], ticks: ticks[0]?.text === ticks[1]?.text ? ticks.slice(0, 1) : ticks };
}

export function linearPlace(domain: readonly [number, number], from: number, to: number): Place {
  return scaleLinear().domain(domain).range([from, to]);
}

export function tickRoom(range: ValueRange, lettering: Lettering): number {
  return widest(
    range.ticks.map((tick) => tick.text),
    lettering,
  );
}

export interface GridSpace {
  readonly left: number;
  readonly right: number;
  readonly style: ChartStyle;
  readonly lettering: Lettering;
}

/** Level grid lines with their values to the left; the line of zero is stronger. */
export function drawLevelGrid(ticks: readonly Tick[], place: Place, space: GridSpace): Markup[] {
  return ticks.flatMap((tick) => {
    const y = place(tick.value);
    const text = drawLabel({
      lines: [tick.text],
      x: space.left - 8,
      y: y + middleToBaseline(space.lettering),
      anchor: 'end',
      lettering: space.lettering,
    });
    return tick.value === 0
      ? [text]
      : [drawRule({ x1: space.left, x2: space.right, y1: y, y2: y }, space.style.grid), text];
  });
}

export interface UprightSpace {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly style: ChartStyle;
  readonly lettering: Lettering;
}

/** Upright grid lines with their values underneath. */
export function drawUprightGrid(ticks: readonly Tick[], place: Place, space: UprightSpace): Markup[] {
  const { lettering, style } = space;
  return ticks.flatMap((tick) => {
    const x = place(tick.value);
    const colour = tick.value === 0 ? style.faint : style.grid;
    const textX = keepInside(x, textWidth(tick.text, lettering), space.width);
    const y = space.bottom + 4 + lineHeight(lettering) * 0.8;
    return [
      drawRule({ x1: x, x2: x, y1: space.top, y2: space.bottom }, colour),
      drawLabel({ lines: [tick.text], x: textX, y, anchor: 'middle', lettering }),
    ];
  });
}

/** The steps of an axis along the foot between `from` and `to`, the edge of the drawing: as many as have texts clear of each other. */
export function ticksApart(
  values: readonly number[],
  print: (value: number) => string,
  room: { readonly place: Place; readonly from: number; readonly to: number; readonly lettering: Lettering },
): readonly Tick[] {
  if (isNothing(values)) return [{ value: 0, text: print(0) }];
  for (let wanted = uprightSteps; wanted > 1; wanted -= 1) {
    const ticks = roundRange(spanOf(values, false), wanted, print).ticks.filter(
      ({ value }) => room.place(value) >= room.from - 0.01 && room.place(value) <= room.to + 0.01,
    );
    // Where its text stands: at the step, or as near as the edge of the drawing lets it.
    const texts = ticks.map(({ value, text }) => {
      const width = textWidth(text, room.lettering);
      const middle = keepInside(room.place(value), width, room.to);
      return { left: middle - width / 2, right: middle + width / 2 };
    });
    const areApart = texts.every(({ left }, index) => left >= (texts[index - 1]?.right ?? left - tickGap) + tickGap);
    if (areApart) return ticks;
  }
  return [];
}

export function drawRule(
  ends: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number },
  colour: string,
  thickness = 0.75,
): Markup {
  return element('line', { ...ends, stroke: colour, 'stroke-width': thickness });
}
