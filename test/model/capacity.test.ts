/** Capacity: which courses start in which year, who starts in them and who completes. */
import { describe, expect, it } from 'vitest';
import type { CostAssessment } from '../../src/model/assess.ts';
import type { TeamCapacity } from '../../src/model/capacity.ts';
import { assessed, total, values } from './assessed.ts';
import type { Block, Written } from './written.ts';

const cost = { a: { per: 'år', amount: '100 kr.' } };

function withTeam(team: Block, more: Written = {}): CostAssessment {
  return assessed({ teams: { t: team }, costs: cost, ...more });
}

type ByYearName = 'starting' | 'active' | 'courses' | 'sessions' | 'started' | 'completed';

function capacity(assessment: CostAssessment, name: ByYearName): number[] {
  const team: TeamCapacity | undefined = assessment.model.capacity[0];
  return values(assessment, team?.[name] ?? []);
}

describe('the last year in which a course may start', () => {
  it.each([
    // floor(H − D + 1) with H = 5
    { length: '6 uger', lastYear: 5 },
    { length: '1 år', lastYear: 5 },
    { length: '18 måneder', lastYear: 4 }, // floor(4.5)
    { length: '2 år', lastYear: 4 },
    { length: '30 måneder', lastYear: 3 }, // floor(3.5)
    { length: '3 år', lastYear: 3 },
    { length: '5 år', lastYear: 1 },
  ])('is year $lastYear of 5 for a course of $length', ({ length, lastYear }) => {
    const courses = capacity(withTeam({ courseLength: length }), 'courses');
    expect(courses).toEqual([1, 2, 3, 4, 5].map((year) => (year <= lastYear ? 1 : 0)));
  });

  it('is year 6 of 10 for a course of 5 years, as in PALS', () => {
    const courses = capacity(withTeam({ courseLength: '5 år' }, { years: '10 år' }), 'courses');
    expect(courses).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
  });

  it('leaves the teams at work in the years without new courses', () => {
    const assessment = withTeam({ courseLength: '3 år', count: '2' });
    expect(capacity(assessment, 'active')).toEqual([2, 2, 2, 2, 2]);
  });
});

describe('courses', () => {
  it('are teams times courses per team', () => {
    // 3 teams · 2 courses
    expect(capacity(withTeam({ count: '3', coursesPerTeam: '2' }, { years: '2 år' }), 'courses')).toEqual([6, 6]);
  });

  it('follow a list with one value a year, whose last value repeats', () => {
    const assessment = withTeam({ count: '3', coursesPerTeam: ['3', '12'] });
    expect(capacity(assessment, 'courses')).toEqual([9, 36, 36, 36, 36]);
  });

  it('keep to the first values of a list that is longer than the horizon', () => {
    const assessment = withTeam({ coursesPerTeam: ['30', '30', '45'] }, { years: '2 år' });
    expect(capacity(assessment, 'courses')).toEqual([30, 30]);
  });

  it('follow the year of operation where the author says so', () => {
    // Year 1: 1 team · 4. Year 2: (1 + 2) teams · 8.
    const team = { startsByYear: { 1: '1', 2: '2' }, coursesPerTeam: ['4', '8'], capacityBy: 'driftsår' };
    expect(capacity(withTeam(team, { years: '3 år' }), 'courses')).toEqual([4, 24, 24]);
  });

  it('follow the age of each team where the author says so', () => {
    // Year 2: 1 old team · 8 + 2 new · 4. Year 3: 3 · 8.
    const team = { startsByYear: { 1: '1', 2: '2' }, coursesPerTeam: ['4', '8'], capacityBy: 'teamets alder' };
    expect(capacity(withTeam(team, { years: '3 år' }), 'courses')).toEqual([4, 16, 24]);
  });
});

describe('teams that start in different years', () => {
  const team = { startsByYear: { 1: '3', 3: '2' }, coursesPerTeam: '1' };

  it('count as starting once and as at work ever after', () => {
    const assessment = withTeam(team);
    expect(capacity(assessment, 'starting')).toEqual([3, 0, 2, 0, 0]);
    expect(capacity(assessment, 'active')).toEqual([3, 3, 5, 5, 5]);
  });

  it('may be written in calendar years', () => {
    const calendar = { startsByYear: { 2018: '3', 2020: '2' }, coursesPerTeam: '1' };
    const assessment = withTeam(calendar, { firstYear: '2018' });
    expect(capacity(assessment, 'active')).toEqual([3, 3, 5, 5, 5]);
  });
});

describe('completion', () => {
  it('is the rate of those who start', () => {
    // 45 · 85 pct. = 38.25: fractions are kept
    const assessment = withTeam({ participantsPerCourse: '45', completionRate: '85 pct.' }, { years: '1 år' });
    expect(capacity(assessment, 'completed')).toEqual([38.25]);
  });

  it('may have a rate for each year in which courses start', () => {
    const team = { participantsPerCourse: '10', completionRate: ['50 pct.', '80 pct.'] };
    expect(capacity(withTeam(team, { years: '3 år' }), 'completed')).toEqual([5, 8, 8]);
  });

  it('may be a count in each course', () => {
    // De Utrolige År Førskole: 5 years · 2 teams · 2 courses · 6 families, of which 5 complete
    const assessment = withTeam({
      count: '2',
      coursesPerTeam: '2',
      participantsPerCourse: '6',
      completedPerCourse: '5',
    });
    expect(total(assessment, 'started')).toBe(120);
    expect(total(assessment, 'completed')).toBe(100);
  });

  it('may be a count for each year in which courses start', () => {
    const team = { participantsPerCourse: '6', completedPerCourse: ['4', '5'] };
    expect(capacity(withTeam(team, { years: '3 år' }), 'completed')).toEqual([4, 5, 5]);
  });
});

describe('sessions', () => {
  it('are courses times sessions in a course, by year where they differ', () => {
    // 2 courses · 4, then 2 · 6
    const team = { coursesPerTeam: '2', sessionsPerCourse: ['4', '6'] };
    expect(capacity(withTeam(team, { years: '2 år' }), 'sessions')).toEqual([8, 12]);
  });
});

it('counts courses, participants and completions over all years and team types', () => {
  // 2 years · (1 · 10 + 2 · 4) = 36 started; 2 · (10 · 0.5 + 8) = 26 complete; 2 · 3 courses
  const assessment = assessed({
    years: '2 år',
    teams: {
      one: { participantsPerCourse: '10', completionRate: '50 pct.' },
      two: { coursesPerTeam: '2', participantsPerCourse: '4' },
    },
    costs: cost,
  });
  expect(total(assessment, 'courses')).toBe(6);
  expect(total(assessment, 'started')).toBe(36);
  expect(total(assessment, 'completed')).toBe(26);
});

it('gives PMTO 153 families of which 137.7 complete', () => {
  // 3 therapists: 3 · 3 in the year of training, 4 · 3 · 12 after it; 90 pct.
  const assessment = withTeam({ count: '3', coursesPerTeam: ['3', '12'], completionRate: '90 pct.' });
  expect(total(assessment, 'started')).toBe(153);
  expect(total(assessment, 'completed')).toBeCloseTo(137.7, 9);
});
