/** A priced scenario → its calculation, compiled once; evaluated for the result and again for every variation. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Calculation } from './calculation/calculation.ts';
import { capacityOf, type TeamCapacity } from './capacity.ts';
import { type Comparison, comparatorLines, comparisonOf } from './comparator.ts';
import type { CostLine } from './cost-line.ts';
import { type DiscountFactors, discountedLine, discountFactors } from './discounting.ts';
import { ModelInputs } from './inputs.ts';
import { type LineSums, lineSums } from './line-sums.ts';
import { avoidedCostLines, costLines } from './lines/costs.ts';
import { equipmentLines } from './lines/equipment.ts';
import { trainingLines } from './lines/training.ts';
import { hourlyCostsOf } from './staff.ts';
import { type Totals, totalsOf } from './totals.ts';

export interface CompiledModel {
  readonly calculation: Calculation;
  readonly capacity: readonly TeamCapacity[];
  readonly lines: readonly CostLine[];
  readonly avoided: readonly CostLine[];
  readonly totals: Totals;
  /** Where the scenario has a comparator. */
  readonly comparison: Comparison | undefined;
  /** Of every line, saved expenses and the comparator's included. */
  readonly lineSums: readonly LineSums[];
  /** Where the note discounts; every amount by year and every sum of them is then a present value. */
  readonly discountFactors: DiscountFactors | undefined;
}

export function compileModel(scenario: Scenario): CompiledModel {
  const inputs = new ModelInputs();
  const capacity = capacityOf(scenario, inputs);
  const context = { scenario, inputs, capacity, hourlyCosts: hourlyCostsOf(scenario, inputs) };
  const factors = discountFactors(scenario, inputs);
  const counting = (own: readonly CostLine[]) => own.map((line) => discountedLine(line, factors, inputs));
  const lines = counting([...costLines(context), ...trainingLines(context), ...equipmentLines(context)]);
  const avoided = counting(avoidedCostLines(context));
  const totals = totalsOf(scenario, { lines, avoided, capacity, discountFactors: factors }, inputs);
  const comparison = comparisonOf(scenario, { lines: counting(comparatorLines(context)), factors }, totals, inputs);
  const sums = lineSums([...lines, ...avoided, ...(comparison?.lines ?? [])], inputs);
  const calculation = inputs.build.done();
  return { calculation, capacity, lines, avoided, totals, comparison, lineSums: sums, discountFactors: factors };
}
