/** The scenario's figures as inputs of the calculation, found by their place in the scenario. */
import type { Quantity } from '../scenario/schema/quantity.ts';
import { type Term, termAt, type Unit } from '../units.ts';
import { CalculationBuilder } from './calculation/build.ts';
import type { Label } from './calculation/calculation.ts';

/** A figure for each year of the horizon; `[0]` is year 1. */
export type ByYear<U extends Unit> = readonly Term<U>[];

export class ModelInputs {
  readonly build = new CalculationBuilder();

  /** A single figure, or the one of a vector that holds in `year` (its last value repeats). */
  figure<U extends Unit>(path: string, quantity: Quantity, unit: U, year = 1, label?: Label): Term<U> {
    const place = Math.min(year, quantity.values.length) - 1;
    const value = quantity.values[place] ?? Number.NaN;
    const fullPath = quantity.values.length > 1 ? `${path}.${place}` : path;
    return termAt(this.build.input(fullPath, value, unit, label), unit);
  }

  /** The figure, or a constant of the method where the author leaves it out. */
  optional<U extends Unit>(
    path: string,
    quantity: Quantity | undefined,
    unit: U,
    absent: number,
    label?: Label,
  ): Term<U> {
    return quantity === undefined ? this.build.constant(absent, unit) : this.figure(path, quantity, unit, 1, label);
  }
}
