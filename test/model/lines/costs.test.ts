/** Cost lines and saved expenses: unit cost × quantity × times, shared, paid for, or only mentioned. */
import { describe, expect, it } from 'vitest';
import { assessed, byYear, lineOf, total } from '../assessed.ts';
import type { Block } from '../written.ts';

const staff = { leder: { hourlyCost: '500 kr.' }, vejleder: { hourlyCost: '400 kr.' } };

/** One line, in two years, that falls once a year. */
function yearly(line: Block): number[] {
  return byYear(assessed({ years: '2 år', staff, costs: { a: { per: 'år', ...line } } }), 'costs.a');
}

describe('a line costs', () => {
  it('an amount each time', () => {
    expect(yearly({ amount: '250 kr.' })).toEqual([250, 250]);
  });

  it('an amount that may differ by year, the last repeating', () => {
    expect(yearly({ amount: ['250 kr.', '300 kr.'] })).toEqual([250, 300]);
  });

  it('an amount for each of so many', () => {
    // 250 · 4
    expect(yearly({ amount: '250 kr.', quantity: '4' })).toEqual([1000, 1000]);
  });

  it('the hours of one person', () => {
    // 1.5 · 500
    expect(yearly({ hours: '1½ time', staff: 'leder' })).toEqual([750, 750]);
  });

  it('the hours of all who take part, each at the pay of the role', () => {
    // 2 · (1 · 500 + 9 · 400)
    expect(yearly({ hours: '2 timer', staff: { leder: '1', vejleder: '9' } })).toEqual([8200, 8200]);
  });

  it('its part where several units share it', () => {
    // one adviser of 400,000 kr. shared by 2 schools
    expect(yearly({ amount: '400.000 kr.', sharedBetween: '2' })).toEqual([200_000, 200_000]);
  });
});

it('prices the meetings of 50 families at 3,043,680 kr.', () => {
  // 5 teams · 2 families · 5 years · 4 meetings · 3.4 hours · 12 people · 373 kr.
  const assessment = assessed({
    staff: { r: { hourlyCost: '373 kr.' } },
    teams: { t: { count: '5', coursesPerTeam: '2', sessionsPerCourse: '4' } },
    costs: { a: { per: 'session', hours: '3,4 timer', staff: { r: '12' } } },
  });
  expect(total(assessment, 'gross')).toBeCloseTo(3_043_680, 6);
});

it('prices one network meeting at 4,103 kr.', () => {
  // (5 + 2 · 2 + 2) hours · 373 kr.
  const assessment = assessed({
    years: '1 år',
    staff: { r: { hourlyCost: '373 kr.' } },
    teams: { t: {} },
    costs: {
      before: { per: 'forløb', hours: '5 timer', staff: 'r' },
      meeting: { per: 'forløb', hours: '2 timer', staff: { r: '2' } },
      after: { per: 'forløb', hours: '2 timer', staff: 'r' },
    },
  });
  expect(total(assessment, 'perCompleted')).toBe(4103);
});

describe('a memo line', () => {
  const costs = {
    counted: { per: 'år', amount: '100 kr.' },
    shown: { per: 'år', amount: '900 kr.', memo: 'Betales af andre.' },
  };

  it('is priced but in no sum', () => {
    const assessment = assessed({ years: '1 år', costs });
    expect(byYear(assessment, 'costs.shown')).toEqual([900]);
    expect(total(assessment, 'gross')).toBe(100);
    expect(total(assessment, 'operation')).toBe(100);
  });

  it('is in no payer’s sum', () => {
    const [only, ...others] = assessed({ years: '1 år', costs }).byPayer;
    expect(only).toMatchObject({ payer: 'kommune', gross: 100 });
    expect(others).toEqual([]);
  });

  it('may be without a price', () => {
    const bare = { ...costs, shown: { per: 'år', memo: 'Der er intet beløb.' } };
    expect(byYear(assessed({ years: '1 år', costs: bare }), 'costs.shown')).toEqual([0]);
  });
});

describe('a saved expense', () => {
  it('is subtracted from the net and not from the gross', () => {
    const assessment = assessed({
      years: '2 år',
      costs: { a: { per: 'år', amount: '1.000 kr.' } },
      avoidedCosts: { b: { per: 'år', amount: '300 kr.' } },
    });
    expect(total(assessment, 'gross')).toBe(2000);
    expect(total(assessment, 'savings')).toBe(600);
    expect(total(assessment, 'net')).toBe(1400);
  });

  it('may follow those who complete', () => {
    // 10 · 50 pct. · 200 kr.
    const assessment = assessed({
      years: '1 år',
      teams: { t: { participantsPerCourse: '10', completionRate: '50 pct.' } },
      costs: { a: { per: 'år', amount: '5.000 kr.' } },
      avoidedCosts: { b: { per: 'gennemført deltager', amount: '200 kr.' } },
    });
    expect(total(assessment, 'savings')).toBe(1000);
    // (5,000 − 1,000) / 5
    expect(total(assessment, 'perCompleted')).toBe(800);
  });
});

describe('the phase of a line', () => {
  it.each([
    { category: 'forberedelse', phase: 'startUp' },
    { category: 'uddannelse', phase: 'startUp' },
    { category: 'materiel', phase: 'startUp' },
    { category: 'drift', phase: 'operation' },
  ])('is $phase for “$category”', ({ category, phase }) => {
    const costs = { a: { category, per: 'én gang', amount: '100 kr.' } };
    expect(lineOf(assessed({ costs }), 'costs.a').phase).toBe(phase);
  });
});
