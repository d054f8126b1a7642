/** The compiled calculation gives what the scenario gives when it is compiled anew, for any figure of any scenario. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineOf, outcomeWith } from '../../../src/model/analyses/evaluator.ts';
import { isStructural, lawfulRange } from '../../../src/scenario/lawful.ts';
import { parametersOf } from '../../../src/scenario/parameters.ts';
import { setTo, together } from '../../../src/scenario/variation.ts';
import type { Written } from '../written.ts';
import { baseFrom, small } from './bases.ts';

const danish = (value: number) => String(value).replace('.', ',');
const whole = (min: number, max: number) => fc.integer({ min, max }).map(String);
const share = fc.integer({ min: 1, max: 100 }).map((percent) => `${percent} pct.`);
const hours = fc.integer({ min: 1, max: 400 }).map((tenths) => `${danish(tenths / 10)} timer`);
const kroner = fc.integer({ min: 1, max: 90_000 }).map((amount) => `${amount} kr.`);
const years = fc.constantFrom('6 uger', '1 år', '18 måneder');
const driver = fc.constantFrom(
  'én gang',
  'team',
  'team og år',
  'forløb',
  'påbegyndt deltager',
  'gennemført deltager',
  'session',
  'medarbejder',
  'år',
);
const renewal = fc.oneof(
  fc.record({ every: fc.constantFrom('1 år', '2 år', '3 år') }),
  fc.record({ replacement: share }),
  fc.record({
    spreadOver: fc.constantFrom('2 år', '3 år'),
    interest: fc.constantFrom('0 pct.', '4 pct.'),
    timing: fc.constant('årets start'),
  }),
);

const scenarios: fc.Arbitrary<Written> = fc.record({
  years: fc.integer({ min: 3, max: 7 }).map((count) => `${count} år`),
  staff: fc.record({
    rolle: fc.oneof(
      fc.record({ hourlyCost: fc.array(kroner, { minLength: 1, maxLength: 3 }) }),
      fc.record({
        annualPay: kroner,
        effectiveHours: fc.constant('1.400 timer'),
        overhead: share,
        concept: fc.constant('effektiv time'),
      }),
    ),
  }),
  teams: fc.record({
    hold: fc.record({
      count: whole(1, 9),
      coursesPerTeam: fc.array(whole(1, 9), { minLength: 1, maxLength: 3 }),
      participantsPerCourse: whole(1, 20),
      courseLength: years,
      completionRate: share,
      sessionsPerCourse: whole(1, 9),
      staff: fc.record({ rolle: whole(1, 3) }),
    }),
  }),
  costs: fc.record({
    timer: fc.record({ per: driver, hours, staff: fc.constant('rolle') }),
    beloeb: fc.record({ per: driver, amount: kroner, quantity: whole(1, 5), sharedBetween: whole(1, 3) }),
  }),
  training: fc.record({ kursus: fc.record({ staff: fc.constant('rolle'), hours, fee: kroner, renewal }) }),
  equipment: fc.record({ ting: fc.record({ amount: kroner, usefulLife: fc.constantFrom('2 år', '3 år', '4 år') }) }),
  grants: fc.record({ tilskud: fc.record({ amount: kroner, years: fc.constant('1-2') }) }),
});

describe('the headline as a function of its inputs', () => {
  it('is to the last bit that of the scenario compiled anew, for every figure of any scenario', () => {
    fc.assert(
      fc.property(scenarios, fc.double({ min: 0.01, max: 1, noNaN: true }), (written, part) => {
        const base = baseFrom(written);
        for (const [path, quantity] of parametersOf(base.scenario)) {
          if (path === 'timeHorizon') continue;
          const { high } = lawfulRange(base.scenario, path, quantity.unit);
          const value = part * Math.min(high, 3 * Math.max(...quantity.values));
          const figures = new Map([[path, quantity]]);
          const fast = headlineOf(base, [figures])([value]);
          expect([path, fast]).toEqual([path, outcomeWith(base, setTo(figures, value)).headline]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is to the last bit the same for many values of figures that build it, together with others', () => {
    const later = fc.record({
      years: fc.integer({ min: 3, max: 12 }).map((count) => `${count} år`),
      staff: fc.constant({ rolle: { hourlyCost: '400 kr.' } }),
      teams: fc.constant({
        hold: {
          startsByYear: { 1: '1', 3: '2' },
          coursesPerTeam: '2',
          participantsPerCourse: '9',
          courseLength: '1 år',
          completionRate: '90 pct.',
          staff: { rolle: '2' },
        },
      }),
      training: fc.constant({ kursus: { staff: 'rolle', hours: '10 timer', renewal: { every: '3 år' } } }),
      equipment: fc.record({
        hver: fc.constant({ amount: '900 kr.', usefulLife: '4 år', per: 'team' }),
        en: fc.oneof(
          fc.constant({ amount: '7.000 kr.', usefulLife: '3 år', year: '2' }),
          fc.constant({ amount: '7.000 kr.', usefulLife: '3 år', residualValue: 'annuitet', interest: '4 pct.' }),
          fc.constant({ amount: '7.000 kr.', usefulLife: '3 år', residualValue: 'ingen' }),
        ),
      }),
    });
    const life = fc.oneof(fc.double({ min: 0.3, max: 15, noNaN: true }), fc.constantFrom(0.5, 1, 1.5, 2, 3, 5));
    const draws = fc.array(fc.tuple(life, life, life, fc.double({ min: 1, max: 90, noNaN: true })), {
      minLength: 5,
      maxLength: 15,
    });
    fc.assert(
      fc.property(later, draws, (written, drawn) => {
        const base = baseFrom(written);
        const names = [
          'equipment.hver.usefulLife',
          'equipment.en.usefulLife',
          'training.kursus.renewal.every',
          'training.kursus.hours',
        ];
        const parameters = parametersOf(base.scenario);
        const varied = names.map((name) => new Map([...parameters].filter(([path]) => path === name)));
        const headline = headlineOf(base, varied);
        for (const values of drawn) {
          const anew = together(varied.map((figures, place) => setTo(figures, values[place] ?? 1)));
          expect(headline(values)).toBe(outcomeWith(base, anew).headline);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('gives the scenario’s own headline for the scenario’s own values, again and again', () => {
    const base = baseFrom(small);
    const paths = ['costs.timer.hours', 'staff.rolle.hourlyCost'] as const;
    const parameters = parametersOf(base.scenario);
    const varied = paths.map((path) => new Map([...parameters].filter(([other]) => other === path)));
    const headline = headlineOf(base, varied);
    expect([headline([2, 500]), headline([4, 500]), headline([2, 500])]).toEqual([2000, 3000, 2000]);
  });

  it('leaves a figure that reaches no cost without effect', () => {
    const base = baseFrom({ ...small, staff: { ...small.staff } });
    const figures = new Map([['costs.absent.hours', { kind: 'quantity', unit: 'hours', values: [1] } as const]]);
    expect(headlineOf(base, [figures])([99])).toBe(2000);
  });

  it('builds another calculation for another useful life, which decides how often something is bought', () => {
    // 9,000 kr., 4 years: a life of 4 years is one purchase and nothing left; of 2 years two purchases.
    const base = baseFrom({ years: '4 år', equipment: { ting: { amount: '9.000 kr.', usefulLife: '4 år' } } });
    expect(isStructural('equipment.ting.usefulLife')).toBe(true);
    const figures = new Map([...parametersOf(base.scenario)].filter(([path]) => path.endsWith('usefulLife')));
    const headline = headlineOf(base, [figures]);
    expect([headline([4]), headline([2])]).toEqual([9000, 18_000]);
  });
});
