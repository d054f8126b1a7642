/** Totals: years, categories, phases, subsidies, unit costs, and whose costs they are. */
import { describe, expect, it } from 'vitest';
import { assessed, total, values } from './assessed.ts';
import type { Written } from './written.ts';

/** Start-up 100 + 200 + 300, operation 400 a year, of which 150 are pay: 600 + 5 · 400 = 2,600. */
const note: Written = {
  staff: { r: { hourlyCost: '150 kr.' } },
  teams: { t: { participantsPerCourse: '4', completionRate: '50 pct.' } },
  costs: {
    plan: { category: 'forberedelse', per: 'én gang', amount: '100 kr.' },
    course: { category: 'uddannelse', per: 'én gang', amount: '200 kr.' },
    rent: { per: 'år', amount: '250 kr.' },
    pay: { per: 'år', hours: '1 time', staff: 'r' },
  },
  equipment: { e: { amount: '300 kr.', usefulLife: '5 år' } },
};

describe('the totals', () => {
  const assessment = assessed(note);
  const { totals } = assessment.model;

  it('are sums by category', () => {
    const { preparation, training, operation, equipment } = totals.byCategory;
    expect(values(assessment, [preparation, training, operation, equipment])).toEqual([100, 200, 2000, 300]);
  });

  it('are sums by year', () => {
    expect(values(assessment, totals.grossByYear)).toEqual([1000, 400, 400, 400, 400]);
  });

  it('part start-up from operation', () => {
    expect(total(assessment, 'startUp')).toBe(600);
    expect(total(assessment, 'operation')).toBe(2000);
  });

  it('have shares that make 100 pct.', () => {
    const { preparation, training, operation, equipment, startUp, operationPhase } = totals.shares;
    const byCategory = values(assessment, [preparation, training, operation, equipment]);
    expect(byCategory.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(values(assessment, [startUp, operationPhase]).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('have a share of pay', () => {
    // 750 / 2,600
    expect(values(assessment, [totals.shares.staff])).toEqual([750 / 2600]);
  });

  it.each([
    { name: 'perYear', expected: 520 }, // 2,600 / 5 years
    { name: 'perCourse', expected: 520 }, // / 5 courses
    { name: 'perStarted', expected: 130 }, // / 20 started
    { name: 'perCompleted', expected: 260 }, // / 10 completed
  ] as const)('are $expected kr. $name', ({ name, expected }) => {
    expect(total(assessment, name)).toBe(expected);
  });
});

describe('the start-up of MST', () => {
  const start: Written = {
    years: '1 år',
    costs: {
      organisation: { category: 'forberedelse', per: 'én gang', amount: '55.000 kr.' },
      therapists: { category: 'uddannelse', per: 'én gang', amount: '35.000 kr.' },
      supervisors: { category: 'uddannelse', per: 'én gang', amount: '15.000 kr.' },
      boosters: { category: 'uddannelse', per: 'én gang', amount: '175.000 kr.' },
    },
    grants: { start: { amount: '200.000 kr.', years: '1' } },
  };

  it('is 280,000 kr. less a subsidy of 200,000 kr.: 80,000 kr. for the municipality', () => {
    const assessment = assessed(start);
    expect(total(assessment, 'gross')).toBe(280_000);
    expect(total(assessment, 'subsidies')).toBe(200_000);
    expect(total(assessment, 'net')).toBe(80_000);
  });

  it('costs the state what the municipality receives', () => {
    expect(assessed(start).byPayer).toEqual([
      { payer: 'kommune', gross: 280_000, subsidies: 200_000, savings: 0, net: 80_000 },
      { payer: 'stat', gross: 0, subsidies: -200_000, savings: 0, net: 200_000 },
    ]);
  });

  it('costs the state the subsidy where the note is the state’s', () => {
    const assessment = assessed({ ...start, perspective: 'stat' });
    expect(total(assessment, 'gross')).toBe(0);
    expect(total(assessment, 'net')).toBe(200_000);
  });

  it('costs all of them together the gross, since what one gives another receives', () => {
    const assessment = assessed({ ...start, perspective: 'alle' });
    expect(total(assessment, 'subsidies')).toBe(0);
    expect(total(assessment, 'net')).toBe(280_000);
  });
});

describe('subsidies', () => {
  const costs = { a: { per: 'år', amount: '1.000 kr.' } };

  it('fall in each of their years', () => {
    const assessment = assessed({ costs, grants: { g: { amount: '300 kr.', years: '2-3' } } });
    expect(values(assessment, assessment.model.totals.subsidiesByYear)).toEqual([0, 300, 300, 0, 0]);
    expect(values(assessment, assessment.model.totals.netByYear)).toEqual([1000, 700, 700, 1000, 1000]);
  });

  it('may be written in calendar years', () => {
    const grants = { g: { amount: '300 kr.', years: '2019-2020' } };
    const assessment = assessed({ costs, grants, firstYear: '2018' });
    expect(values(assessment, assessment.model.totals.subsidiesByYear)).toEqual([0, 300, 300, 0, 0]);
  });

  it('may go to another than the municipality', () => {
    const grants = { g: { amount: '300 kr.', years: '1', from: 'kommune', to: 'region' } };
    // the municipality gives 300 on top of its 5 · 1,000
    expect(total(assessed({ costs, grants }), 'net')).toBe(5300);
    expect(total(assessed({ costs, grants, perspective: 'region' }), 'net')).toBe(-300);
  });
});

describe('payers', () => {
  const costs = {
    shared: { per: 'år', amount: '1.000 kr.', payers: { kommune: '50 pct.', stat: '30 pct.', borger: '20 pct.' } },
    own: { per: 'år', amount: '100 kr.' },
    fund: { per: 'år', amount: '70 kr.', payers: 'fond' },
  };

  it.each([
    { perspective: 'kommune', gross: 600 },
    { perspective: 'stat', gross: 300 },
    { perspective: 'borger', gross: 200 },
    { perspective: 'fond', gross: 70 },
    { perspective: 'region', gross: 0 },
    { perspective: 'alle', gross: 1170 },
  ])('$perspective pays $gross kr.', ({ perspective, gross }) => {
    expect(total(assessed({ years: '1 år', costs, perspective }), 'gross')).toBeCloseTo(gross, 9);
  });

  it('are listed with what each bears, those without anything left out', () => {
    const listed = assessed({ years: '1 år', costs }).byPayer.map(({ payer, net }) => [payer, Math.round(net)]);
    expect(listed).toEqual([
      ['kommune', 600],
      ['stat', 300],
      ['fond', 70],
      ['borger', 200],
    ]);
  });

  it('share a saved expense as they share a cost', () => {
    const avoidedCosts = { b: { per: 'år', amount: '400 kr.', payers: { kommune: '25 pct.', region: '75 pct.' } } };
    const assessment = assessed({ years: '1 år', costs, avoidedCosts });
    // 600 − 100
    expect(total(assessment, 'net')).toBeCloseTo(500, 9);
  });
});
