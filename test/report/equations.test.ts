/** The equations of the appendix: none is false, and an annuity is written as its formula. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type CostAssessment } from '../../src/model/assess.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { reportContext } from '../../src/report/context.ts';
import { equationGroups } from '../../src/report/equations.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { scenarios } from '../laws/scenarios.ts';
import { assessed } from '../model/assessed.ts';
import { sides } from './arithmetic.ts';
import { danish, seen } from './seen.ts';

function equations(assessment: CostAssessment): readonly string[] {
  const groups = equationGroups(reportContext(assessment, danish));
  return groups.flatMap((group) => group.equations.map(({ equation }) => seen(equation)));
}

/** Fails unless some numbers that are printed as these are make the equation true. */
function expectTrue(equation: string): void {
  const [made, result] = sides(equation);
  const dust = 1e-9 * Math.max(1, Math.abs(result.low), Math.abs(result.high));
  expect(made.low, equation).toBeLessThanOrEqual(result.high + dust);
  expect(made.high, equation).toBeGreaterThanOrEqual(result.low - dust);
}

function shipped(path: string): CostAssessment {
  const source = (name: string) => ({
    path: name,
    text: readFileSync(new URL(`../../scenarios/${name}`, import.meta.url), 'utf8'),
  });
  const prices = parsePrices([source('prices/timeomkostninger.yaml'), source('prices/prisindeks.yaml')]);
  return assess(priceScenario(parseScenario(source(path)), prices));
}

describe('no equation is false', () => {
  it.each(['inddragende-netvaerksmoeder.yaml', 'processuelle-netvaerksmoeder.yaml'])('of %s', (path) => {
    const printed = equations(shipped(path));
    expect(printed.length).toBeGreaterThan(5);
    printed.forEach(expectTrue);
  });

  it('of any scenario', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        equations(assessed(written)).forEach(expectTrue);
      }),
      { numRuns: 150 },
    );
  });
});

describe('without participants', () => {
  it('nothing is divided by their number', () => {
    const printed = equations(assessed({ years: '1 år', costs: { a: { per: 'én gang', amount: '80.000 kr.' } } }));
    expect(printed.filter((equation) => /∞|NaN|\/ 0 =/.test(equation))).toEqual([]);
  });
});

describe('an equation', () => {
  const trained = (renewal: object) =>
    equations(
      assessed({
        years: '1 år',
        staff: { r: { hourlyCost: '373 kr.' } },
        teams: { t: { staff: { r: '1' } } },
        training: { u: { staff: 'r', hours: '30 timer', renewal } },
      }),
    );

  it.each([
    { timing: 'årets start', equation: '4 pct. / (1 − (1 + 4 pct.)^−3) / (1 + 4 pct.) = 0,346489' },
    { timing: 'årets midte', equation: '4 pct. / (1 − (1 + 4 pct.)^−3) / (1 + 4 pct.)^½ = 0,353351' },
    { timing: 'årets slutning', equation: '4 pct. / (1 − (1 + 4 pct.)^−3) = 0,360349' },
  ])('of an annuity at $timing is its formula', ({ timing, equation }) => {
    expect(trained({ spreadOver: '3 år', interest: '4 pct.', timing })).toContain(equation);
  });

  it('of an annuity without interest is a division', () => {
    expect(trained({ spreadOver: '3 år', interest: '0 pct.' })).toContain('1 / 3 = 0,333333');
  });

  it('keeps the øre that its result is made of', () => {
    const costs = { a: { per: 'år', amount: '100 kr.', sharedBetween: '3' } };
    const printed = equations(assessed({ years: '1 år', costs }));
    expect(printed).toContain('100 kr. / 3 = 33,33 kr.');
  });

  it('has parentheses round what is added up before it is multiplied', () => {
    // 3 years of 4 and 5 participants
    const teams = { a: { participantsPerCourse: '4' }, b: { participantsPerCourse: '5' } };
    const costs = { c: { per: 'år', amount: '100 kr.' } };
    expect(equations(assessed({ years: '3 år', teams, costs }))).toContain('3 × (4 + 5) = 27');
  });

  it('of one part is without parentheses round it', () => {
    const printed = equations(
      assessed({
        years: '1 år',
        staff: { r: { hourlyCost: '100 kr.' } },
        teams: { t: { count: '2', staff: { r: '3' } } },
        training: { u: { staff: 'r', hours: '10 timer' } },
      }),
    );
    expect(printed).toContain('1.000 kr. × 2 × 3 = 6.000 kr.');
  });
});
