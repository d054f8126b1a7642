/** Laws of change: what a change of an input does to the figures, and what it leaves alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type CostAssessment } from '../../src/model/assess.ts';
import type { CostLine } from '../../src/model/cost-line.ts';
import { parametersOf, withParameters } from '../../src/scenario/parameters.ts';
import type { Quantity } from '../../src/scenario/schema/quantity.ts';
import { assessed, sum, total, values } from '../model/assessed.ts';
import type { Block, Blocks, Written } from '../model/written.ts';
import { expectClose } from './close.ts';
import { scenarios } from './scenarios.ts';

const runs = { numRuns: 80 };

/** The same scenario with the figures that fit multiplied by a factor. */
function scaled(assessment: CostAssessment, factor: number, fits: (path: string, quantity: Quantity) => boolean) {
  const { priced } = assessment;
  const changes = [...parametersOf(priced.scenario)]
    .filter(([path, quantity]) => fits(path, quantity))
    .map(([path, quantity]): [string, number[]] => [path, quantity.values.map((value) => value * factor)]);
  return assess({ ...priced, scenario: withParameters(priced.scenario, new Map(changes)) });
}

const isMoney = (_path: string, { unit }: Quantity) => unit === 'kr' || unit === 'krPerHour';

function allLines({ model }: CostAssessment): readonly CostLine[] {
  return [...model.lines, ...model.avoided];
}

/** The roles whose pay is in a line. */
function rolesOf(written: Written, line: CostLine): readonly string[] {
  const [kind = '', id = ''] = line.path.split('.');
  const blocks: Blocks | undefined =
    kind === 'costs' ? written.costs : kind === 'training' ? written.training : written.avoidedCosts;
  const staff = blocks?.[id]?.staff;
  if (line.part !== 'hours') return [];
  if (typeof staff === 'string') return [staff];
  if (Array.isArray(staff)) return staff.map(String);
  return typeof staff === 'object' && staff !== null ? Object.keys(staff) : [];
}

describe('doubling the pay of a role', () => {
  it('doubles the lines that are its pay alone and touches none that have no part in it', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const before = assessed(written);
        const after = scaled(before, 2, (path) => /^staff\.leder\.(hourlyCost|annualPay)$/.test(path));
        const afterLines = allLines(after);
        allLines(before).forEach((line, place) => {
          const was = sum(values(before, line.byYear));
          const is = sum(values(after, afterLines[place]?.byYear ?? []));
          const roles = rolesOf(written, line);
          if (!roles.includes('leder')) expect(is).toBe(was);
          else if (roles.length === 1) expectClose(is, 2 * was);
          else expect(is).toBeGreaterThanOrEqual(was);
        });
      }),
      runs,
    );
  });
});

describe('multiplying all money', () => {
  it('multiplies every total and leaves the shares as they were', () => {
    fc.assert(
      fc.property(scenarios(), fc.double({ min: 0.01, max: 100, noNaN: true }), (written, factor) => {
        const before = assessed(written);
        const after = scaled(before, factor, isMoney);
        const scale = factor * (total(before, 'gross') + 1e6);
        for (const name of ['gross', 'subsidies', 'savings', 'net'] as const)
          expectClose(total(after, name), factor * total(before, name), scale);
        if (total(before, 'gross') === 0) return;
        const shares = Object.values(before.model.totals.shares);
        values(after, shares).forEach((share, place) => {
          expectClose(share, values(before, shares)[place] ?? 0);
        });
      }),
      runs,
    );
  });
});

describe('a higher price', () => {
  it('never lowers the gross', () => {
    fc.assert(
      fc.property(scenarios(), fc.nat(), fc.double({ min: 1, max: 5, noNaN: true }), (written, which, factor) => {
        const before = assessed(written);
        const prices = [...parametersOf(before.priced.scenario)].filter(([path, quantity]) => isMoney(path, quantity));
        const chosen = prices[which % prices.length]?.[0];
        const after = scaled(before, factor, (path) => path === chosen);
        const was = total(before, 'gross');
        expect(total(after, 'gross')).toBeGreaterThanOrEqual(was * (1 - 1e-12));
      }),
      runs,
    );
  });
});

describe('the order in which a scenario is written', () => {
  it('does not matter', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const [one, other] = [assessed(written), assessed(reversed(written))];
        for (const name of ['gross', 'net', 'startUp', 'staff', 'completed', 'perCompleted'] as const)
          expectClose(total(one, name), total(other, name), total(one, 'gross'));
      }),
      runs,
    );
  });
});

function reversed(written: Written): Written {
  const turned = (blocks: Blocks): Blocks => Object.fromEntries(Object.entries(blocks).reverse());
  const kinds = ['staff', 'teams', 'costs', 'training', 'equipment', 'grants', 'avoidedCosts'] as const;
  const changed = kinds.flatMap((kind): [string, Blocks][] => {
    const blocks = written[kind];
    return blocks === undefined ? [] : [[kind, turned(blocks)]];
  });
  return { ...written, ...Object.fromEntries(changed) };
}

describe('the units a scenario is written in', () => {
  it('do not matter: hours as minutes, years as months', () => {
    fc.assert(
      fc.property(scenarios(), (written) => {
        const [one, other] = [assessed(written), assessed(inSmallerUnits(written))];
        for (const name of ['gross', 'net', 'completed', 'perCompleted'] as const)
          expectClose(total(one, name), total(other, name), total(one, 'gross'));
      }),
      runs,
    );
  });
});

function inSmallerUnits<T>(value: T): T {
  if (typeof value === 'string') return smaller(value) as T;
  if (Array.isArray(value)) return value.map(inSmallerUnits) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inSmallerUnits(inner)])) as T;
}

function smaller(text: string): string {
  const [, number, unit] = /^([\d.,]+) (timer|år)$/.exec(text) ?? [];
  if (number === undefined) return text;
  const value = Number(number.replaceAll('.', '').replace(',', '.'));
  return unit === 'timer' ? `${value * 60} minutter` : `${value * 12} måneder`;
}

describe('a year more', () => {
  it('does not change the years before it where courses last a year at most', () => {
    const { equipment: _, ...none } = { equipment: undefined };
    fc.assert(
      fc.property(scenarios(none), (drawn) => {
        const { equipment, ...rest } = drawn;
        const written = { ...rest, teams: shortCourses(rest.teams ?? {}) };
        const one = assessed(written);
        const other = assessed({ ...written, years: `${Number.parseInt(written.years ?? '5', 10) + 1} år` });
        const longer = values(other, other.model.totals.netByYear);
        values(one, one.model.totals.netByYear).forEach((net, year) => {
          expectClose(net, longer[year] ?? Number.NaN, total(one, 'gross'));
        });
      }),
      runs,
    );
  });
});

function shortCourses(teams: Blocks): Blocks {
  return Object.fromEntries(
    Object.entries(teams).map(([id, team]): [string, Block] => [id, { ...team, courseLength: '1 år' }]),
  );
}

describe('a variation of 0 pct.', () => {
  it('is the base, whatever is varied', () => {
    fc.assert(
      fc.property(scenarios(), fc.nat(), (written, which) => {
        const paths = [...parametersOf(assessed(written).priced.scenario).keys()].filter(
          (path) => path !== 'timeHorizon',
        );
        const vary = paths[which % paths.length];
        const assessment = assessed({ ...written, sensitivity: { oneWay: [{ name: 'Prøve', vary, by: '±0 pct.' }] } });
        const [row] = assessment.sensitivity;
        expect([row?.low, row?.high]).toEqual(Array(2).fill(total(assessment, 'perCompleted')));
      }),
      runs,
    );
  });
});
