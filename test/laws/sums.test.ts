/** Laws of sums: whatever the scenario, what is printed in parts is the whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/model/assess.ts';
import { counted } from '../../src/model/totals.ts';
import { costCategories } from '../../src/scenario/schema/words.ts';
import { assessed, sum, total, values } from '../model/assessed.ts';
import { expectClose } from './close.ts';
import { scenarios } from './scenarios.ts';

const runs = { numRuns: 100 };

describe('in any scenario', () => {
  it('lines sum to the gross, by year and in all', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const assessment = assessed(written);
        const { lines, totals } = assessment.model;
        const perspective = assessment.priced.scenario.perspective ?? 'kommune';
        totals.grossByYear.forEach((term, year) => {
          const parts = lines.map((line) => counted(line, perspective) * (values(assessment, line.byYear)[year] ?? 0));
          expectClose(sum(parts), valueAt(assessment, term));
        });
        expectClose(sum(values(assessment, totals.grossByYear)), total(assessment, 'gross'));
      }),
      runs,
    );
  });

  it('categories, phases and years sum to the gross, and years to the net', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const assessment = assessed(written);
        const { totals } = assessment.model;
        const gross = total(assessment, 'gross');
        expectClose(sum(costCategories.map((category) => valueAt(assessment, totals.byCategory[category]))), gross);
        for (const category of costCategories)
          expectClose(
            sum(values(assessment, totals.byCategoryYear[category])),
            valueAt(assessment, totals.byCategory[category]),
          );
        expectClose(total(assessment, 'startUp') + total(assessment, 'operation'), gross);
        expectClose(sum(values(assessment, totals.netByYear)), total(assessment, 'net'), gross);
      }),
      runs,
    );
  });

  it('the net is the gross less subsidies and saved expenses', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const assessment = assessed(written);
        const less = total(assessment, 'subsidies') + total(assessment, 'savings');
        expectClose(total(assessment, 'gross') - less, total(assessment, 'net'));
      }),
      runs,
    );
  });

  it('the cost of each who completes, times those who complete, is the net', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const assessment = assessed(written);
        const net = total(assessment, 'net');
        expectClose(total(assessment, 'perCompleted') * total(assessment, 'completed'), net);
        expectClose(total(assessment, 'perStarted') * total(assessment, 'started'), net);
        expectClose(total(assessment, 'perCourse') * total(assessment, 'courses'), net);
      }),
      runs,
    );
  });

  it('no more complete than start', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const assessment = assessed(written);
        const { startedByYear, completedByYear } = assessment.model.totals;
        const started = values(assessment, startedByYear);
        values(assessment, completedByYear).forEach((completed, year) => {
          expect(completed).toBeLessThanOrEqual((started[year] ?? 0) + 1e-9);
        });
      }),
      runs,
    );
  });

  it('what all payers bear together is what it costs when everybody is counted', () => {
    fc.assert(
      fc.property(scenarios({ perspective: 'alle' }), (written) => {
        const assessment = assessed(written);
        const over = (part: 'gross' | 'subsidies' | 'savings' | 'net') =>
          sum(assessment.byPayer.map((payer) => payer[part]));
        for (const part of ['gross', 'subsidies', 'savings', 'net'] as const)
          expectClose(over(part), total(assessment, part), total(assessment, 'gross') + 1e6);
      }),
      runs,
    );
  });

  it('what a payer bears is the same in its own note and in the table of another’s', () => {
    fc.assert(
      fc.property(scenarios({ perspective: 'stat' }), (written) => {
        const own = total(assessed(written), 'net');
        const inTable = assessed({ ...written, perspective: 'kommune' }).byPayer.find(({ payer }) => payer === 'stat');
        expectClose(inTable?.net ?? 0, own, 1e6);
      }),
      runs,
    );
  });
});
