/** Training: the first of each new employee, its renewal in three ways, and who pays the fee. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/model/assess.ts';
import { withParameters } from '../../../src/scenario/parameters.ts';
import { assessed, byYear, lineOf, sum, total, values } from '../assessed.ts';
import type { Block, Written } from '../written.ts';

/** 2 teams of 3 advisers in year 1 and 1 team more in year 3: 6, then 9 employees. 10 hours of 100 kr. = 1,000 kr. each. */
const house: Written = {
  staff: { r: { hourlyCost: '100 kr.' } },
  teams: { t: { startsByYear: { 1: '2', 3: '1' }, staff: { r: '3' } } },
};

function trained(training: Block, more: Written = {}) {
  return assessed({ ...house, training: { u: { staff: 'r', hours: '10 timer', ...training } }, ...more });
}

describe('first training', () => {
  it('is of those who start, in the year they start', () => {
    expect(byYear(trained({}), 'training.u')).toEqual([6000, 0, 3000, 0, 0]);
  });

  it('is start-up', () => {
    expect(lineOf(trained({}), 'training.u')).toMatchObject({ phase: 'startUp', category: 'training', isStaff: true });
  });

  it('happens to all of them in the year the author names', () => {
    expect(byYear(trained({ years: '2' }), 'training.u')).toEqual([0, 9000, 0, 0, 0]);
  });

  it('is of as many as the author says, in year 1', () => {
    expect(byYear(trained({ people: '4' }), 'training.u')).toEqual([4000, 0, 0, 0, 0]);
  });

  it('of as many as the author says happens in the year the author names', () => {
    expect(byYear(trained({ people: '4', years: '2' }), 'training.u')).toEqual([0, 4000, 0, 0, 0]);
  });

  it('is of every role that is named, each at its own pay', () => {
    // 2 teams · 10 hours · (3 · 100 + 1 · 250)
    const assessment = assessed({
      staff: { r: { hourlyCost: '100 kr.' }, s: { hourlyCost: '250 kr.' } },
      teams: { t: { count: '2', staff: { r: '3', s: '1' } } },
      training: { u: { staff: ['r', 's'], hours: '10 timer' } },
    });
    expect(byYear(assessment, 'training.u')).toEqual([11_000, 0, 0, 0, 0]);
  });

  it('follows pay that differs by year', () => {
    // 6 · 10 · 100 in year 1, 3 · 10 · 120 in year 3
    const staff = { r: { hourlyCost: ['100 kr.', '110 kr.', '120 kr.'] } };
    expect(byYear(trained({}, { staff }), 'training.u')).toEqual([6000, 0, 3600, 0, 0]);
  });
});

describe('the cost each', () => {
  const roles = (s: string) =>
    assessed({
      staff: { r: { hourlyCost: '100 kr.' }, s: { hourlyCost: s } },
      teams: { t: { staff: { r: '3', s: '1' } } },
      training: { u: { staff: ['r', 's'], hours: '10 timer', fee: '700 kr.' } },
    });

  it('is one figure where the roles cost the same', () => {
    const assessment = roles('100 kr.');
    const { each } = lineOf(assessment, 'training.u', { part: 'hours' });
    expect(values(assessment, each === undefined ? [] : [each])).toEqual([1000]);
  });

  it('is not given where the roles cost different amounts', () => {
    expect(lineOf(roles('250 kr.'), 'training.u', { part: 'hours' }).each).toBeUndefined();
  });

  it('of the fee is the same for every role', () => {
    const assessment = roles('250 kr.');
    const { each } = lineOf(assessment, 'training.u', { part: 'fee' });
    expect(values(assessment, each === undefined ? [] : [each])).toEqual([700]);
  });
});

describe('renewal every n years', () => {
  const again = (every: string, more: Written = {}) =>
    byYear(trained({ renewal: { every } }, more), 'training.u', { phase: 'operation' });

  it('trains all again n years after they started, inside the horizon', () => {
    // those of year 1 in years 3 and 5, those of year 3 in year 5
    expect(again('2 år')).toEqual([0, 0, 6000, 0, 9000]);
  });

  it('trains nobody again where n is as long as the horizon', () => {
    expect(again('5 år')).toEqual([0, 0, 0, 0, 0]);
  });

  /** An author writes whole years; a sensitivity analysis may vary them by 20 pct. */
  const varied = (every: number, more: Written = {}) => {
    const { priced } = trained({ renewal: { every: '2 år' } }, more);
    const scenario = withParameters(priced.scenario, new Map([['training.u.renewal.every', [every]]]));
    return byYear(assess({ ...priced, scenario }), 'training.u', { phase: 'operation' });
  };

  it('keeps to the interval where it is no whole number of years', () => {
    // Those of year 1 after 1½ years (in year 2), 3 (in year 4) and 4½ (in year 5); those of year 3 in year 4.
    expect(varied(1.5)).toEqual([0, 6000, 0, 9000, 6000]);
  });

  it('trains more than once a year where the interval is shorter than a year', () => {
    // after ½ year, 1, 1½ … of 2 years: once in year 1 and twice in year 2
    const teams = { t: { staff: { r: '1' } } };
    expect(varied(0.5, { years: '2 år', teams })).toEqual([1000, 2000]);
  });

  it('is operation', () => {
    const assessment = trained({ renewal: { every: '2 år' } });
    expect(total(assessment, 'startUp')).toBe(9000);
    expect(total(assessment, 'operation')).toBe(15_000);
  });
});

describe('renewal by replacement', () => {
  it('trains a share of those who were there from an earlier year', () => {
    // 20 pct. · 6 · 1,000 in years 2 and 3, 20 pct. · 9 · 1,000 after the new team came
    const assessment = trained({ renewal: { replacement: '20 pct.' } });
    const yearly = byYear(assessment, 'training.u', { phase: 'operation' });
    expect(yearly.map(Math.round)).toEqual([0, 1200, 1200, 1800, 1800]);
  });
});

describe('training spread over years', () => {
  const spread = (renewal: Block, more: Written = {}) =>
    byYear(trained({ hours: '30 timer', renewal }, { staff: { r: { hourlyCost: '373 kr.' } }, ...more }), 'training.u');
  const one: Written = { years: '2 år', teams: { t: { staff: { r: '1' } } } };

  it.each([
    // 11,190 · 0.04 / (1 − 1.04^−3) = 4,032.30 at the end of the year
    { timing: 'årets slutning', expected: 4032.3 },
    // / 1.04^½
    { timing: 'årets midte', expected: 3954.0 },
    // / 1.04
    { timing: 'årets start', expected: 3877.21 },
  ])('at 4 pct. from $timing costs $expected kr. a year', ({ timing, expected }) => {
    const [first, second] = spread({ spreadOver: '3 år', interest: '4 pct.', timing }, one);
    expect(first).toBeCloseTo(expected, 1);
    expect(second).toBe(first);
  });

  it('without interest is in equal parts', () => {
    // 11,190 / 3
    const [first] = spread({ spreadOver: '3 år', interest: '0 pct.' }, one);
    expect(first).toBeCloseTo(3730, 9);
  });

  it('is paid for everyone at work, and instead of the first training', () => {
    // 11,190 / 3 · 6, and · 9 from year 3
    const yearly = spread({ spreadOver: '3 år', interest: '0 pct.' });
    expect(yearly.map(Math.round)).toEqual([22_380, 22_380, 33_570, 33_570, 33_570]);
  });

  it('is operation', () => {
    const assessment = trained({ renewal: { spreadOver: '3 år', interest: '0 pct.' } });
    expect(total(assessment, 'startUp')).toBe(0);
    expect(total(assessment, 'operation')).toBeCloseTo(total(assessment, 'gross'), 9);
  });
});

describe('fees', () => {
  it('are paid by another than the hours where the author says so', () => {
    // 9 employees: 10 hours of 100 kr. by the municipality, 3,500 kr. by the state
    const assessment = trained({ fee: '3.500 kr.', feePayers: 'stat' });
    expect(total(assessment, 'gross')).toBe(9000);
    expect(assessment.byPayer).toMatchObject([
      { payer: 'kommune', gross: 9000 },
      { payer: 'stat', gross: 31_500 },
    ]);
  });

  it('follow the payers of the training where they have none of their own', () => {
    const assessment = trained({ fee: '3.500 kr.', payers: { kommune: '40 pct.', region: '60 pct.' } });
    // 40 pct. of 9 · (1,000 + 3,500)
    expect(total(assessment, 'gross')).toBeCloseTo(16_200, 9);
  });

  it('are no pay', () => {
    const assessment = trained({ fee: '3.500 kr.' });
    expect(total(assessment, 'staff')).toBe(9000);
    expect(sum(byYear(assessment, 'training.u', { part: 'fee' }))).toBe(31_500);
  });

  it('are paid again at renewal', () => {
    const assessment = trained({ fee: '3.500 kr.', renewal: { every: '4 år' } });
    const again = byYear(assessment, 'training.u', { part: 'fee', phase: 'operation' });
    expect(again).toEqual([0, 0, 0, 0, 21_000]);
  });
});
