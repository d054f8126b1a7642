/** The geometry of stacked columns: where each part of a column begins and ends. */
import { maxIndex } from 'd3-array';
import type { StackedColumnsSpec } from '../chart.types.ts';
import type { Box } from './label-fit.ts';

/** One part of a column; `series` counts from 0. */
export interface Segment {
  readonly series: number;
  readonly top: number;
  readonly bottom: number;
}

/** A part that is not nothing is at least this tall. */
const leastHeight = 1.5;

export interface StackScale {
  /** The place of zero. */
  readonly zero: number;
  /** Pixels per unit of value. */
  readonly perUnit: number;
}

/** The parts of one column, from zero up and from zero down. Parts that are nothing are left out. */
export function stackColumn(values: readonly number[], scale: StackScale): Segment[] {
  return [...stackSide(values, scale, 1), ...stackSide(values, scale, -1)].sort((a, b) => a.series - b.series);
}

function stackSide(values: readonly number[], scale: StackScale, sign: 1 | -1): Segment[] {
  const parts = values.map((value, series) => ({ series, value: value * sign })).filter(({ value }) => value > 0);
  const heights = visibleHeights(parts.map(({ value }) => value * scale.perUnit));
  let reached = 0;
  return parts.map(({ series }, index) => {
    const near = scale.zero - sign * reached;
    reached += heights[index] ?? 0;
    const far = scale.zero - sign * reached;
    return { series, top: Math.min(near, far), bottom: Math.max(near, far) };
  });
}

/** Slim parts are made visible at the cost of the tallest, so that the column still ends at its total. */
function visibleHeights(heights: readonly number[]): number[] {
  const visible = heights.map((height) => Math.max(height, leastHeight));
  const added = visible.reduce((sum, height, index) => sum + height - (heights[index] ?? 0), 0);
  const tallest = maxIndex(visible);
  return visible.map((height, index) => (index === tallest ? Math.max(leastHeight, height - added) : height));
}

/** The box a column fills, parts over and under zero together; flat on the line of zero where there are none. */
export function columnBox(stack: readonly Segment[], at: { centre: number; width: number; zero: number }): Box {
  return {
    left: at.centre - at.width / 2,
    right: at.centre + at.width / 2,
    top: Math.min(at.zero, ...stack.map((segment) => segment.top)),
    bottom: Math.max(at.zero, ...stack.map((segment) => segment.bottom)),
  };
}

export function columnValues(spec: StackedColumnsSpec, column: number): number[] {
  return spec.series.map((series) => series.values[column]?.value ?? 0);
}

/** True where some part is over zero and some part under it, so that a total need not be the end of its column. */
export function hasMixedSigns(spec: StackedColumnsSpec): boolean {
  const values = spec.series.flatMap((series) => series.values.map(({ value }) => value));
  return values.some((value) => value > 0) && values.some((value) => value < 0);
}
