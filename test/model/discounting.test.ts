/** Discounting: which rate, from which day, back to which year, and what it does to the figures. */
import { describe, expect, it } from 'vitest';
import { type CostAssessment, valueAt } from '../../src/model/assess.ts';
import { UserError } from '../../src/problem/problem.ts';
import { assessedWith } from './comparing-scenario.ts';

function factors({ model, values }: CostAssessment): readonly number[] {
  return (model.discountFactors ?? []).map((term) => (term === undefined ? 1 : (values[term] ?? Number.NaN)));
}

function net(assessment: CostAssessment): number {
  return valueAt(assessment, assessment.model.totals.net);
}

function codesOf(...blocks: readonly string[]): readonly string[] {
  try {
    assessedWith(...blocks);
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ code }) => code);
    throw error;
  }
}

const longHorizon = (years: number) => `timeHorizon: { value: ${years} år, assumption: Prøve }`;

describe('discount factors', () => {
  it('are left out where the scenario does not discount', () => {
    expect(assessedWith().model.discountFactors).toBeUndefined();
  });

  it('count year 1 in full and bring later years back with the rate', () => {
    const [first, second, third] = factors(assessedWith('discounting: { rate: 10 pct., assumption: Prøve }'));
    expect(first).toBe(1);
    expect(second).toBeCloseTo(1 / 1.1, 12);
    expect(third).toBeCloseTo(1 / 1.21, 12);
  });

  it('carry the years before the base year forward', () => {
    const given = factors(assessedWith('discounting: { rate: 10 pct., baseYear: 2, assumption: Prøve }'));
    expect(given[0]).toBeCloseTo(1.1, 12);
    expect(given.slice(1)).toEqual([1, expect.closeTo(1 / 1.1, 12)]);
  });

  it('take a calendar year as base year', () => {
    const given = factors(
      assessedWith('firstYear: 2020', 'discounting: { rate: 10 pct., baseYear: 2022, assumption: Prøve }'),
    );
    expect(given[2]).toBe(1);
  });

  it.each([
    ['2012-06-30', 1 / 1.05],
    ['2013-05-30', 1 / 1.05],
    ['2013-05-31', 1 / 1.04],
    ['2021-01-06', 1 / 1.04],
    ['2021-01-07', 1 / 1.035],
  ])('follow the official rate in force on %s', (date, factor) => {
    expect(factors(assessedWith(`discounting: { schedule: officiel, date: ${date} }`))[1]).toBeCloseTo(factor, 12);
  });

  it('follow the rate in force at the end of the price year where no date is given', () => {
    expect(factors(assessedWith('discounting: officiel'))[1]).toBeCloseTo(0.966184, 6);
  });

  it('chain where the rate changes with the distance', () => {
    const given = factors(assessedWith(longHorizon(73), 'discounting: { schedule: officiel, date: 2016-06-01 }'));
    expect(given[35]).toBeCloseTo(1.04 ** -35, 12);
    // 1.04^−35 / 1.03
    expect(given[36]).toBeCloseTo(0.246034, 6);
    expect(given[36]).toBeCloseTo(1.04 ** -35 / 1.03, 12);
    expect(given[70]).toBeCloseTo(1.04 ** -35 * 1.03 ** -35, 12);
    expect(given[72]).toBeCloseTo(1.04 ** -35 * 1.03 ** -35 * 1.02 ** -2, 12);
  });
});

describe('a note that discounts', () => {
  it('counts every year as its present value', () => {
    // 50,000 + 40,000 / 1.1 + 40,000 / 1.21
    const discounted = assessedWith('discounting: { rate: 10 pct., assumption: Prøve }');
    expect(net(discounted)).toBeCloseTo(50_000 + 40_000 / 1.1 + 40_000 / 1.21, 6);
  });

  it('divides discounted costs by people who are not discounted', () => {
    const discounted = assessedWith('discounting: { rate: 10 pct., assumption: Prøve }');
    expect(valueAt(discounted, discounted.model.totals.perCompleted)).toBeCloseTo(net(discounted) / 30, 9);
  });

  it('keeps the sums before discounting', () => {
    const { undiscounted } = assessedWith('discounting: { rate: 10 pct., assumption: Prøve }');
    expect(undiscounted).toMatchObject({ net: 130_000, netByYear: [50_000, 40_000, 40_000] });
  });

  it('is the same as one that does not, at a rate of zero', () => {
    const none = assessedWith('discounting: { rate: 0 pct., assumption: Prøve }');
    expect(net(none)).toBeCloseTo(net(assessedWith()), 9);
  });

  it('discounts subsidies for giver and receiver alike', () => {
    const grant = 'grants: { g: { name: Tilskud, amount: 11.000 kr., years: 2, from: stat, assumption: Prøve } }';
    const discounted = assessedWith(grant, 'discounting: { rate: 10 pct., assumption: Prøve }');
    expect(valueAt(discounted, discounted.model.totals.subsidies)).toBeCloseTo(10_000, 9);
    const subsidies = discounted.byPayer.map(({ payer, subsidies }) => [payer, Math.round(subsidies)]);
    expect(subsidies).toEqual([
      ['kommune', 10_000],
      ['stat', -10_000],
    ]);
  });

  it('bears the same by payer as in all', () => {
    const discounted = assessedWith('discounting: officiel');
    expect(discounted.byPayer[0]?.net).toBeCloseTo(net(discounted), 6);
  });

  it('may vary the rate as any other figure', () => {
    const [row] = assessedWith(
      'discounting: { rate: 3 pct., assumption: Prøve }',
      'sensitivity: { oneWay: [{ name: Rente, vary: discounting.rate, low: 0 pct., high: 10 pct. }] }',
    ).sensitivity;
    expect(row?.high).toBeCloseTo(130_000 / 30, 6);
  });
});

describe('discounting that cannot be done', () => {
  it('names rates that the price tables do not have', () => {
    expect(codesOf('discounting: oficiel')).toEqual(['reference-unknown']);
  });

  it('reaches farther than the official rates do', () => {
    expect(codesOf(longHorizon(72), 'discounting: officiel')).toEqual(['value-impossible']);
  });

  it('has a base year outside the horizon', () => {
    expect(codesOf('discounting: { rate: 3 pct., baseYear: 4, assumption: Prøve }')).toEqual(['value-impossible']);
  });

  it('has a rate without a source', () => {
    expect(codesOf('discounting: { rate: 3 pct. }')).toEqual(['source-missing']);
  });
});
