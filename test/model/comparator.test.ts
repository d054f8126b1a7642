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

  it('has training, equipment and subsidies of its own, which follow the same teams and employees', () => {
    const own = `
comparator:
  name: Sædvanlig indsats
  training:
    kursus: { name: Kursus, staff: leder, people: 3, hours: 10 timer, fee: 500 kr., assumption: Prøve }
  equipment:
    tests: { name: Tests, amount: 9.000 kr., usefulLife: 6 år, assumption: Prøve }
  grants:
    pulje: { name: Pulje, amount: 2.000 kr., years: 1-2, from: stat, assumption: Prøve }
`;
    const assessment = assessedWith(own);
    const { comparison } = assessment.model;
    if (comparison === undefined) throw new Error('no comparison');
    const at = (term: number) => valueAt(assessment, term);
    // 3 people · (10 hours · 400 kr. + 500 kr.) = 13,500; 9,000 less half of it at the horizon = 4,500; 2 years of 2,000 kr.
    expect(at(comparison.byCategory.training)).toBeCloseTo(13_500, 9);
    expect(at(comparison.byCategory.equipment)).toBeCloseTo(4_500, 9);
    expect(at(comparison.gross)).toBeCloseTo(18_000, 9);
    expect(comparison.subsidies === undefined ? 0 : at(comparison.subsidies)).toBeCloseTo(4_000, 9);
    expect(figures(assessment)).toMatchObject({ total: 14_000, incremental: 130_000 - 14_000 });
  });

  it('costs what the intervention costs where all its blocks are the same', () => {
    const blocks = `
  training: { kursus: { name: Kursus, staff: leder, people: 2, hours: 10 timer, fee: 500 kr., assumption: Prøve, renewal: { every: 2 år } } }
  equipment: { tests: { name: Tests, amount: 9.000 kr., usefulLife: 2 år, assumption: Prøve } }
  grants: { pulje: { name: Pulje, amount: 2.000 kr., years: 1-2, from: stat, assumption: Prøve } }`;
    const costs = `
  costs:
    start: { name: Opstart, category: forberedelse, per: én gang, amount: 10.000 kr., assumption: Et rundt tal }
    drift: { name: Møder, category: drift, per: forløb, hours: 100 timer, staff: leder, assumption: Et rundt tal }`;
    const own = blocks.replaceAll('\n  ', '\n');
    for (const discounting of ['', 'discounting: { rate: 10 pct., assumption: Prøve }']) {
      const same = assessedWith(own, `comparator:\n  name: Det samme${costs}${blocks}`, discounting);
      expect(figures(same).total).toBeCloseTo(valueAt(same, same.model.totals.net), 6);
      expect(figures(same).incremental).toBeCloseTo(0, 6);
    }
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
    const others = `
comparator:
  name: Sædvanlig indsats
  training: { k: { name: Kursus, staff: ledr, assumption: Prøve } }
  equipment: { e: { name: Tests, usefulLife: 1 dag, assumption: Prøve } }
  grants: { g: { name: Pulje, amount: 1 kr., years: 9, from: kommune, assumption: Prøve } }
`;
    expect(codes(others).map(([code]) => code)).toEqual([
      ...['key-missing', 'reference-unknown', 'key-missing'],
      ...['key-missing', 'value-impossible', 'value-impossible', 'value-impossible'],
    ]);
    expect(codes('comparator: { name: Ingenting }').map(([code]) => code)).toEqual(['key-missing']);
  });
});
