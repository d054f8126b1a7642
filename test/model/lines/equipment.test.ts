/** Equipment: purchase, repurchase, and what is left at the horizon. */
import { describe, expect, it } from 'vitest';
import { assessed, byYear, total } from '../assessed.ts';
import type { Block, Written } from '../written.ts';

function bought(equipment: Block, more: Written = {}): number[] {
  return byYear(assessed({ equipment: { e: { amount: '10.000 kr.', ...equipment } }, ...more }), 'equipment.e');
}

describe('equipment', () => {
  it('that lasts as long as the horizon is bought once and leaves nothing', () => {
    expect(bought({ usefulLife: '5 år' })).toEqual([10_000, 0, 0, 0, 0]);
  });

  it('that lasts longer leaves a part of its price, straight line', () => {
    // 10,000 · (1 − 5 / 8) = 3,750
    expect(bought({ usefulLife: '8 år' })).toEqual([10_000, 0, 0, 0, -3750]);
  });

  it('that lasts shorter is bought again, and the last one leaves a part of its price', () => {
    // L 4, H 6: years 1 and 5; 2 of 4 years used: 10,000 + 10,000 − 5,000
    const yearly = bought({ usefulLife: '4 år' }, { years: '6 år' });
    expect(yearly).toEqual([10_000, 0, 0, 0, 10_000, -5000]);
  });

  it('is bought again exactly when it is worn out', () => {
    // every 2½ years of 5: years 1 and 3; nothing is left
    expect(bought({ usefulLife: '30 måneder' })).toEqual([10_000, 0, 10_000, 0, 0]);
  });

  it('may be bought in a later year', () => {
    // used in years 3 to 5: 10,000 · (1 − 3 / 5)
    expect(bought({ usefulLife: '5 år', year: '3' })).toEqual([0, 0, 10_000, 0, -4000]);
  });

  it('may be bought in a calendar year', () => {
    expect(bought({ usefulLife: '5 år', year: '2020' }, { firstYear: '2018' })).toEqual([0, 0, 10_000, 0, -4000]);
  });

  it('may leave nothing where the author says so', () => {
    expect(bought({ usefulLife: '8 år', residualValue: 'ingen' })).toEqual([10_000, 0, 0, 0, 0]);
  });

  it('may be worth what remains of its annuity', () => {
    // (1 − 1.04^−1) / (1 − 1.04^−2) = 0.0384615 / 0.0754438 = 0.509804
    const yearly = bought({ usefulLife: '2 år', residualValue: 'annuitet', interest: '4 pct.' }, { years: '1 år' });
    expect(yearly[0]).toBeCloseTo(10_000 - 5098.04, 2);
  });

  it('without interest is worth the same by annuity as straight line', () => {
    const yearly = bought({ usefulLife: '8 år', residualValue: 'annuitet', interest: '0 pct.' });
    expect(yearly).toEqual([10_000, 0, 0, 0, -3750]);
  });

  it('may be several pieces', () => {
    expect(bought({ usefulLife: '8 år', quantity: '2' })).toEqual([20_000, 0, 0, 0, -7500]);
  });

  it('may be bought for each team when it starts', () => {
    // 2 teams in year 1, 1 in year 3; life 5: the last has used 3 of 5 years: 10,000 · 0.4
    const teams = { t: { startsByYear: { 1: '2', 3: '1' } } };
    const yearly = bought({ usefulLife: '5 år', per: 'team' }, { teams });
    expect(yearly).toEqual([20_000, 0, 10_000, 0, -4000]);
  });

  it('is start-up, also when it is bought again', () => {
    const assessment = assessed({ equipment: { e: { amount: '10.000 kr.', usefulLife: '1 år' } } });
    expect(total(assessment, 'startUp')).toBe(50_000);
    expect(total(assessment, 'operation')).toBe(0);
  });

  it('that is only mentioned is in no sum', () => {
    const equipment = { e: { amount: '10.000 kr.', usefulLife: '5 år', memo: 'Findes i forvejen.' } };
    expect(total(assessed({ equipment }), 'gross')).toBe(0);
  });
});
