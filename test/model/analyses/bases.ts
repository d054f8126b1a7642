/** Scenarios compiled and evaluated: what an analysis starts from. */
import { type Base, baseOf } from '../../../src/model/analyses/evaluator.ts';
import { assessed } from '../assessed.ts';
import type { Written } from '../written.ts';

export function baseFrom(written: Written): Base {
  return baseOf(assessed(written).priced.scenario);
}

/**
 * One course of 10 participants who all complete; 2 hours at 500 kr. each, and 10,000 kr. once:
 * headline = (10,000 + 10 · hours · wage · 1) / (10 · rate) = 2,000 kr.
 */
export const small: Written = {
  years: '1 år',
  staff: { rolle: { hourlyCost: '500 kr.' } },
  teams: { hold: { participantsPerCourse: '10', completionRate: '100 pct.' } },
  costs: {
    timer: { per: 'påbegyndt deltager', hours: '2 timer', staff: 'rolle' },
    fast: { per: 'én gang', amount: '10.000 kr.' },
  },
};
