/** How a calculation is built, where a figure decides that: two values that build it alike can share it. */
import type { ParameterPath } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { horizonOf } from '../../scenario/years.ts';
import { purchaseYears } from '../lines/equipment.ts';
import { timesDue } from '../lines/training.ts';

/**
 * A name of the shape that a structural figure gives the calculation. The same name for two values: the same nodes, so that one can be
 * evaluated with the value of the other. A useful life: in which years something is bought, whenever it is bought first; an interval:
 * in which years after the first training it is repeated; any other figure: its value.
 */
export function shapeOf(scenario: Scenario, path: ParameterPath, value: number): string {
  const years = Array.from({ length: horizonOf(scenario) }, (_, index) => index + 1);
  const key = path.split('.').at(-1);
  if (key === 'usefulLife') return years.map((first) => purchaseYears(years.length, first, value).join(' ')).join('; ');
  if (key === 'every') return years.map((_, age) => timesDue(value, age)).join(' ');
  return String(value);
}
