/** Named alternatives: several inputs changed together. */
import type { AlternativeInput } from '../../scenario/schema/sensitivity.ts';
import { setTo, together } from '../../scenario/variation.ts';
import type { Unit } from '../../units.ts';
import { type Base, type Outcome, outcomeWith, type Varied } from './evaluator.ts';
import { targetOf, valueIn } from './written.ts';

export interface AlternativeChange {
  readonly pattern: string;
  readonly figures: Varied;
  readonly unit: Unit;
  readonly value: number;
}

export interface AlternativeResult extends Outcome {
  readonly id: string;
  readonly alternative: AlternativeInput;
  readonly changes: readonly AlternativeChange[];
}

/**
 * Total and headline [kr.] of every alternative, in the order they are written.
 * Source: METHOD, sensitivity (b). Example: 10 families at 1,000 kr. of hours each and 5,000 kr. once; with 20 families and
 * half the hours: 15,000 → 15,000 kr., 1,500 → 750 kr. each.
 */
export function alternativeResults(base: Base): readonly AlternativeResult[] {
  return Object.entries(base.scenario.sensitivity?.alternatives ?? {}).map(([id, alternative]) => {
    const changes = Object.entries(alternative.set).map(([pattern, text]): AlternativeChange => {
      const target = targetOf(base.scenario, pattern);
      return { pattern, ...target, value: valueIn(target.unit, text) };
    });
    const all = together(changes.map(({ figures, value }) => setTo(figures, value)));
    return { id, alternative, changes, ...outcomeWith(base, all) };
  });
}
