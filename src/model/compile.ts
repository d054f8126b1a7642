/** A priced scenario → its calculation, compiled once; evaluated for the result and again for every variation. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Calculation } from './calculation/calculation.ts';
import { capacityOf, type TeamCapacity } from './capacity.ts';
import type { CostLine } from './cost-line.ts';
import { ModelInputs } from './inputs.ts';
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
}

export function compileModel(scenario: Scenario): CompiledModel {
  const inputs = new ModelInputs();
  const capacity = capacityOf(scenario, inputs);
  const context = { scenario, inputs, capacity, hourlyCosts: hourlyCostsOf(scenario, inputs) };
  const lines = [...costLines(context), ...trainingLines(context), ...equipmentLines(context)];
  const avoided = avoidedCostLines(context);
  const totals = totalsOf(scenario, { lines, avoided, capacity }, inputs);
  return { calculation: inputs.build.done(), capacity, lines, avoided, totals };
}
