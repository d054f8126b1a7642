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

/** All the values, and zero where asked; values that are all alike get some air round them. */
export function spanOf(values: readonly number[], withZero: boolean): readonly [low: number, high: number] {
  const [low = 0, high = 0] = extent(withZero ? [...values, 0] : values);
  if (low < high) return [low, high];
  if (low === 0) return [0, 1];
  const air = Math.abs(low) * 0.1;
  return [low - air, high + air];
}

/**
 * A range ending on round steps, with at most `wanted` steps or so. Steps whose texts would be alike (an axis in whole kroner
 * with steps of half a krone) are made fewer until each has its own.
 */
export function roundRange(
  span: readonly [number, number],
  wanted: number,
  print: (value: number) => string,
): ValueRange {
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

/** The steps of a level axis whose texts stand clear of each other. */
export function roundTicksApart(
  span: readonly [number, number],
  print: (value: number) => string,
  room: { readonly place: Place; readonly from: number; readonly to: number; readonly lettering: Lettering },
): readonly Tick[] {
  for (let wanted = 6; wanted > 1; wanted -= 1) {
    const ticks = roundRange(span, wanted, print).ticks.filter(
      ({ value }) => room.place(value) >= room.from - 0.01 && room.place(value) <= room.to + 0.01,
    );
    const areApart = ticks.every((tick, index) => {
      const next = ticks[index + 1];
      if (next === undefined) return true;
      const needed = (textWidth(tick.text, room.lettering) + textWidth(next.text, room.lettering)) / 2 + 10;
      return room.place(next.value) - room.place(tick.value) >= needed;
    });
    if (areApart) return ticks;
  }
  return roundRange(span, 1, print).ticks.slice(0, 1);
}

export function drawRule(
  ends: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number },
  colour: string,
  thickness = 0.75,
): Markup {
  return element('line', { ...ends, stroke: colour, 'stroke-width': thickness });
}
