/** The comparator: what is done instead, and the incremental cost over it. */
import { describe, expect, it } from 'vitest';
import { type CostAssessment, valueAt } from '../../src/model/assess.ts';
import { UserError } from '../../src/problem/problem.ts';
import { assessedWith } from './comparing-scenario.ts';

const comparator = `
comparator:
  name: Sædvanlig indsats
  costs:
    samtaler: { name: Samtaler, category: drift, per: påbegyndt deltager, hours: 5 timer, staff: leder, assumption: Prøve }
    kursus: { name: Kursus, category: uddannelse, per: én gang, amount: 3.000 kr., payers: stat, assumption: Prøve }
`;

type Figure = 'total' | 'perCompleted' | 'incremental' | 'incrementalPerCompleted';

function figures(assessment: CostAssessment): Record<Figure, number> {
  const { comparison } = assessment.model;
  if (comparison === undefined) throw new Error('no comparison');
  const at = (name: Figure) => valueAt(assessment, comparison[name]);
  return {
    total: at('total'),
    perCompleted: at('perCompleted'),
    incremental: at('incremental'),
    incrementalPerCompleted: at('incrementalPerCompleted'),
  };
}

describe('the comparator', () => {
  it('is left out where the scenario has none', () => {
    expect(assessedWith().model.comparison).toBeUndefined();
  });

  it('follows the participants of the intervention, in the note’s perspective', () => {
    // 30 children · 5 hours · 400 kr.; the state’s 3,000 kr. are not the municipality’s
    expect(figures(assessedWith(comparator)).total).toBeCloseTo(60_000, 9);
  });

  it('counts all payers where the note does', () => {
    expect(figures(assessedWith('perspective: alle', comparator)).total).toBeCloseTo(63_000, 9);
  });

  it('is subtracted from the net of the intervention', () => {
    // 130,000 − 60,000 = 70,000; / 30
    const { incremental, incrementalPerCompleted } = figures(assessedWith(comparator));
    expect(incremental).toBeCloseTo(70_000, 9);
    expect(incrementalPerCompleted).toBeCloseTo(70_000 / 30, 9);
  });

  it('compares with the intervention after subsidies', () => {
    const grant = 'grants: { g: { name: Tilskud, amount: 20.000 kr., years: 1, from: stat, assumption: Prøve } }';
    expect(figures(assessedWith(comparator, grant)).incremental).toBeCloseTo(50_000, 9);
  });

  it('is discounted with the intervention', () => {
    const discounted = figures(assessedWith(comparator, 'discounting: { rate: 10 pct., assumption: Prøve }'));
    expect(discounted.total).toBeCloseTo(20_000 * (1 + 1 / 1.1 + 1 / 1.21), 6);
  });

  it('does not touch the headline', () => {
    const perCompleted = (assessment: CostAssessment) => valueAt(assessment, assessment.model.totals.perCompleted);
    expect(perCompleted(assessedWith(comparator))).toBe(perCompleted(assessedWith()));
  });

  it('is checked like the lines of the intervention', () => {
    const codes = (text: string) => {
      try {
        assessedWith(text);
        return [];
      } catch (error) {
        return error instanceof UserError ? error.problems.map(({ code, place }) => [code, place?.line]) : [];
      }
    };
    const unknownRole = comparator.replace('staff: leder', 'staff: ledr');
    expect(codes(unknownRole).map(([code]) => code)).toEqual(['reference-unknown']);
  });
});
