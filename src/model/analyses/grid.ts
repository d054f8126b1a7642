/** Two inputs against each other: the headline for every pair of their values. */
import type { AxisInput, GridInput } from '../../scenario/schema/sensitivity.ts';
import { type Base, baseOutcome, headlineOf } from './evaluator.ts';
import { sharedValue, type Target, targetOf, valueIn } from './written.ts';

export interface GridAxis extends Target {
  readonly axis: AxisInput;
  readonly values: readonly number[];
  /** Where the input's own value is among them; -1 where it is not. */
  readonly own: number;
}

export interface GridResult {
  readonly id: string;
  readonly grid: GridInput;
  readonly rows: GridAxis;
  readonly columns: GridAxis;
  /** The headline [kr.], by row and column. */
  readonly headlines: readonly (readonly number[])[];
  /** The main scenario's cell; where its values are not in the grid, the cell whose headline is nearest to its own. */
  readonly nearest: { readonly row: number; readonly column: number; readonly isBase: boolean };
}

/**
 * The headline [kr.] over two inputs, all others at their base value.
 * Source: METHOD, sensitivity (c). Example: 1,000 kr. an hour: 2 and 3 hours by rates 50 and 100 pct. → 4,000, 2,000, 6,000, 3,000 kr.
 */
export function gridResults(base: Base): readonly GridResult[] {
  return Object.entries(base.scenario.sensitivity?.grids ?? {}).map(([id, grid]) => {
    const rows = axisOf(base, grid.rows);
    const columns = axisOf(base, grid.columns);
    const headline = headlineOf(base, [rows.figures, columns.figures]);
    const headlines = rows.values.map((row) => columns.values.map((column) => headline([row, column])));
    return { id, grid, rows, columns, headlines, nearest: nearestOf(base, rows, columns, headlines) };
  });
}

function nearestOf(
  base: Base,
  rows: GridAxis,
  columns: GridAxis,
  headlines: GridResult['headlines'],
): GridResult['nearest'] {
  if (rows.own >= 0 && columns.own >= 0) return { row: rows.own, column: columns.own, isBase: true };
  const { headline } = baseOutcome(base);
  const distances = headlines.flat().map((amount) => Math.abs(amount - headline));
  const place = distances.indexOf(Math.min(...distances));
  const width = columns.values.length;
  return { row: Math.floor(place / width), column: place % width, isBase: false };
}

function axisOf({ scenario }: Base, axis: AxisInput): GridAxis {
  const target = targetOf(scenario, axis.vary);
  const values = axis.values.map((text) => valueIn(target.unit, text));
  const own = sharedValue(target.figures);
  const isOwn = (value: number) => own !== undefined && Math.abs(value - own) <= 1e-9 * Math.max(1, Math.abs(own));
  return { ...target, axis, values, own: values.findIndex(isOwn) };
}
