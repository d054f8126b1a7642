/** The model says what the method says when it is followed by hand. */
import fc from 'fast-check';
import { it } from 'vitest';
import { assessed, total } from '../model/assessed.ts';
import { expectClose } from './close.ts';
import { plainTotals } from './plain-model.ts';
import { scenarios } from './scenarios.ts';

it('any scenario costs what plain loops over its years come to', () => {
  fc.assert(
    fc.property(scenarios(), (written) => {
      const assessment = assessed(written);
      const plain = plainTotals(assessment.priced.scenario);
      expectClose(total(assessment, 'gross'), plain.gross, 1e5);
      expectClose(total(assessment, 'subsidies'), plain.subsidies);
      expectClose(total(assessment, 'savings'), plain.savings);
      expectClose(total(assessment, 'completed'), plain.completed);
      expectClose(total(assessment, 'net'), plain.gross - plain.subsidies - plain.savings, plain.gross + 1e6);
    }),
    { numRuns: 200 },
  );
});
