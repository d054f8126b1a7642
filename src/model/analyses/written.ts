/** Values as an analysis writes them → figures and numbers. They were checked: what cannot be read here is our bug. */
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { WrittenValue } from '../../scenario/schema/written-value.ts';
import { commonUnit, figuresNamed, readIn } from '../../scenario/variation.ts';
import type { Unit } from '../../units.ts';
import type { Varied } from './evaluator.ts';

/** Figures that are changed together, with the unit they share. */
export interface Target {
  readonly figures: Varied;
  readonly unit: Unit;
}

export function targetOf(scenario: Scenario, vary: string | readonly string[]): Target {
  const figures = figuresNamed(scenario, vary);
  const unit = commonUnit(figures);
  if (unit === undefined) throw new Error('the analyses were not checked');
  return { figures, unit };
}

export function valueIn(unit: Unit, written: WrittenValue): number {
  const reading = readIn(unit, written);
  if (!reading.ok) throw new Error('the analyses were not checked');
  return reading.value;
}

/** The value that all of the figures have; undefined where they differ. */
export function sharedValue(figures: Varied): number | undefined {
  const [value, another] = new Set([...figures.values()].flatMap(({ values }) => values));
  return another === undefined ? value : undefined;
}
