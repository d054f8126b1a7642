/** Alternatives and grids: figures small enough to check by head. */
import { describe, expect, it } from 'vitest';
import { alternativeResults } from '../../../src/model/analyses/alternatives.ts';
import { gridResults } from '../../../src/model/analyses/grid.ts';
import { baseFrom, small } from './bases.ts';

describe('an alternative', () => {
  it('changes several figures together', () => {
    const set = { 'teams.hold.participantsPerCourse': '20', 'costs.timer.hours': '1 time' };
    const sensitivity = { alternatives: { stor: { name: 'Stor', set } } };
    const [result] = alternativeResults(baseFrom({ ...small, sensitivity }));
    // 10,000 + 20 · 1 · 500 = 20,000 kr., 1,000 each
    expect([result?.total, result?.headline]).toEqual([20_000, 1000]);
  });

  it('may change the time horizon', () => {
    const sensitivity = { alternatives: { lang: { name: 'Lang', set: { timeHorizon: '2 år' } } } };
    const [result] = alternativeResults(baseFrom({ ...small, sensitivity }));
    // 10,000 + 2 · 10,000 = 30,000 kr. over 20 participants
    expect([result?.total, result?.headline]).toEqual([30_000, 1500]);
  });

  it('is of the total where there are no participants', () => {
    const costs = { fast: { per: 'år', amount: '1.000 kr.' } };
    const sensitivity = { alternatives: { dyr: { name: 'Dyr', set: { 'costs.fast.amount': '3.000 kr.' } } } };
    const [result] = alternativeResults(baseFrom({ years: '2 år', costs, sensitivity }));
    expect([result?.total, result?.headline]).toEqual([6000, 6000]);
  });
});

describe('a grid', () => {
  const rows = { vary: 'costs.timer.hours', values: ['2 timer', '4 timer'] };

  it('has the headline for every pair, by row and column', () => {
    const columns = { vary: 'teams.hold.completionRate', values: ['50 pct.', '100 pct.'] };
    const [result] = gridResults(baseFrom({ ...small, sensitivity: { grids: { g: { rows, columns } } } }));
    expect(result?.headlines).toEqual([
      [4000, 2000],
      [6000, 3000],
    ]);
  });

  it('marks the main scenario’s own cell', () => {
    const columns = { vary: 'teams.hold.completionRate', values: ['50 pct.', '100 pct.'] };
    const [result] = gridResults(baseFrom({ ...small, sensitivity: { grids: { g: { rows, columns } } } }));
    expect(result?.nearest).toEqual({ row: 0, column: 1, isBase: true });
  });

  it('marks the nearest cost where the main scenario is not in it', () => {
    const columns = { vary: 'teams.hold.completionRate', values: ['50 pct.', '90 pct.'] };
    const [result] = gridResults(baseFrom({ ...small, sensitivity: { grids: { g: { rows, columns } } } }));
    // 4,000, 2,222, 6,000, 3,333 against 2,000
    expect(result?.nearest).toEqual({ row: 0, column: 1, isBase: false });
  });
});
