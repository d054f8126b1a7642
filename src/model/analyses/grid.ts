/** Two inputs against each other: the headline for every pair of their values. */
import type { AxisInput, GridInput } from '../../scenario/schema/sensitivity.ts';
import { type Base, headlineOf } from './evaluator.ts';
import { sharedValue, type Target, targetOf, valueIn } from './written.ts';

export interface GridAxis extends Target {
  readonly axis: AxisInput;
  readonly values: readonly number[];
  /** The value nearest to the input's own, by its place; `isBase` where it is that value. */
  readonly nearest: number;
  readonly isBase: boolean;
}

export interface GridResult {
  readonly id: string;
  readonly grid: GridInput;
  readonly rows: GridAxis;
  readonly columns: GridAxis;
  /** The headline [kr.], by row and column. */
  readonly headlines: readonly (readonly number[])[];
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
    return { id, grid, rows, columns, headlines };
  });
}

function axisOf({ scenario }: Base, axis: AxisInput): GridAxis {
  const target = targetOf(scenario, axis.vary);
  const values = axis.values.map((text) => valueIn(target.unit, text));
  const own = sharedValue(target.figures);
  const distances = values.map((value) => Math.abs(value - (own ?? Number.NaN)));
  const shortest = Math.min(...distances);
  const isBase = shortest <= 1e-9 * Math.max(1, Math.abs(own ?? 0));
  return { ...target, axis, values, nearest: distances.indexOf(shortest), isBase };
}
