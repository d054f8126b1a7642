/** Drivers: how many times a cost falls in each year. Every line costs 100 kr. each time. */
import { describe, expect, it } from 'vitest';
import { assessed, byYear } from './assessed.ts';
import type { Block } from './written.ts';

/** 2 teams in year 1 and 1 more in year 2, each of 3 + 1 people, 2 courses of 5 with 80 pct. completing, 4 sessions. */
const teams = {
  t: {
    startsByYear: { 1: '2', 2: '1' },
    coursesPerTeam: '2',
    participantsPerCourse: '5',
    completionRate: '80 pct.',
    sessionsPerCourse: '4',
    staff: { leder: '1', vejleder: '3' },
  },
};
const staff = { leder: { hourlyCost: '500 kr.' }, vejleder: { hourlyCost: '400 kr.' } };

function times(line: Block, more: { readonly firstYear?: string } = {}): number[] {
  const written = { years: '4 år', teams, staff, costs: { a: { amount: '100 kr.', ...line } }, ...more };
  return byYear(assessed(written), 'costs.a').map((amount) => amount / 100);
}

describe('a cost falls', () => {
  it.each([
    { per: 'én gang', expected: [1, 0, 0, 0] },
    { per: 'år', expected: [1, 1, 1, 1] },
    { per: 'hvert 2. år', expected: [1, 0, 1, 0] },
    { per: 'hvert 3. år', expected: [1, 0, 0, 1] },
    { per: 'team', expected: [2, 1, 0, 0] },
    { per: 'team og år', expected: [2, 3, 3, 3] },
    // teams · 2 courses
    { per: 'forløb', expected: [4, 6, 6, 6] },
    // courses · 5
    { per: 'påbegyndt deltager', expected: [20, 30, 30, 30] },
    // started · 0.8
    { per: 'gennemført deltager', expected: [16, 24, 24, 24] },
    // courses · 4
    { per: 'session', expected: [16, 24, 24, 24] },
    // teams that start · 4 people
    { per: 'medarbejder', expected: [8, 4, 0, 0] },
    // teams at work · 4 people
    { per: 'medarbejder og år', expected: [8, 12, 12, 12] },
  ])('“$per”', ({ per, expected }) => {
    expect(times({ per })).toEqual(expected);
  });
});

describe('limited to some years, a cost falls', () => {
  it('once in the year that is given', () => {
    expect(times({ per: 'én gang', years: '3' })).toEqual([0, 0, 1, 0]);
  });

  it('only in those years', () => {
    expect(times({ per: 'team og år', years: '2-3' })).toEqual([0, 3, 3, 0]);
  });

  it('in those years when they are calendar years', () => {
    expect(times({ per: 'år', years: '2019-2020' }, { firstYear: '2018' })).toEqual([0, 1, 1, 0]);
  });

  it('every n years counted from the first of them', () => {
    expect(times({ per: 'hvert 2. år', years: '2-4' })).toEqual([0, 1, 0, 1]);
  });
});

it('limits a line to the teams that are named', () => {
  const two = { one: { coursesPerTeam: '1' }, other: { coursesPerTeam: '10' } };
  const costs = { a: { per: 'forløb', amount: '100 kr.', teams: ['other'] } };
  expect(byYear(assessed({ years: '2 år', teams: two, costs }), 'costs.a')).toEqual([1000, 1000]);
});
