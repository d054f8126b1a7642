/** Random scenarios that an analyst could have written, every driver and way of costing among them. */
import fc from 'fast-check';
import type { Block, Blocks, Written } from '../model/written.ts';

const inDanish = (value: number) => String(value).replace('.', ',');
const kroner = (most: number) => fc.integer({ min: 1, max: most }).map((amount) => `${amount} kr.`);
const percent = (least: number) => fc.integer({ min: least, max: 100 }).map((share) => `${share} pct.`);
const count = (most: number) => fc.integer({ min: 1, max: most }).map(String);
const halves = (most: number) => fc.integer({ min: 1, max: 2 * most }).map((half) => inDanish(half / 2));
const hours = (most: number) => halves(most).map((number) => `${number} timer`);

/** One value, or a list with one a year. */
const byYear = (one: fc.Arbitrary<string>) => fc.oneof(one, fc.array(one, { minLength: 2, maxLength: 3 }));

const role: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ hourlyCost: byYear(kroner(900)) }),
  fc.record({
    annualPay: byYear(kroner(900_000)),
    effectiveHours: fc.oneof(
      fc.constant('1.500 timer'),
      fc.constant({ gross: '1.924 timer', deductions: { ferie: '185 timer', andet: '199 timer' } }),
    ),
    overhead: percent(0),
  }),
);

function team(horizon: number): fc.Arbitrary<Block> {
  const later = fc.integer({ min: 1, max: horizon });
  const starts = fc.oneof(
    fc.record({ count: count(4) }),
    fc.record({ year: later, first: count(3), more: count(3) }).map(({ year, first, more }) => ({
      startsByYear: year === 1 ? { 1: first } : { 1: first, [year]: more },
    })),
  );
  const completion = fc.oneof(
    fc.record({ completionRate: byYear(percent(10)) }),
    fc.record({ completedPerCourse: byYear(count(4)) }),
  );
  const rest = fc.record({
    coursesPerTeam: byYear(count(6)),
    capacityBy: fc.constantFrom('driftsår', 'teamets alder'),
    participantsPerCourse: fc.integer({ min: 4, max: 12 }).map(String),
    courseLength: fc.integer({ min: 1, max: 12 * horizon }).map((months) => `${months} måneder`),
    sessionsPerCourse: byYear(count(12)),
    staff: fc.record({ leder: count(2), vejleder: count(4) }),
  });
  return fc.tuple(starts, completion, rest).map(([one, two, three]) => ({ ...one, ...two, ...three }));
}

const payers = fc.oneof(
  fc.constantFrom('kommune', 'region', 'stat', 'fond', 'borger'),
  fc.integer({ min: 0, max: 100 }).map((share) => ({ kommune: `${share} pct.`, stat: `${100 - share} pct.` })),
);

const drivers = [
  'team',
  'team og år',
  'forløb',
  'påbegyndt deltager',
  'gennemført deltager',
  'session',
  'medarbejder',
  'medarbejder og år',
  'år',
  'hvert 2. år',
  'én gang',
] as const;

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

function line(horizon: number): fc.Arbitrary<Block> {
  const cost = fc.oneof(
    fc.record({ amount: byYear(kroner(50_000)), quantity: optional(halves(5)) }),
    fc.record({
      hours: hours(40),
      staff: fc.oneof(fc.constantFrom('leder', 'vejleder'), fc.record({ leder: count(2), vejleder: halves(5) })),
    }),
  );
  const rest = fc.record({
    per: fc.constantFrom(...drivers),
    years: optional(fc.integer({ min: 1, max: horizon }).map(String)),
    teams: optional(fc.constant(['a'])),
    sharedBetween: optional(count(3)),
    payers: optional(payers),
    memo: fc.option(fc.constant('Betales af andre.'), { nil: undefined, freq: 5 }),
  });
  return fc.tuple(cost, rest).map(([one, two]) => ({ ...one, ...two }));
}

const categories = ['forberedelse', 'uddannelse', 'drift', 'materiel'] as const;

function costLine(horizon: number): fc.Arbitrary<Block> {
  return fc.tuple(line(horizon), fc.constantFrom(...categories)).map(([block, category]) => ({ ...block, category }));
}

const renewal = fc.oneof(
  count(5).map((years) => ({ every: `${years} år` })),
  percent(0).map((replacement) => ({ replacement })),
  fc.record({
    spreadOver: count(8).map((years) => `${years} år`),
    interest: fc.integer({ min: 0, max: 90 }).map((tenths) => `${inDanish(tenths / 10)} pct.`),
    timing: fc.constantFrom('årets start', 'årets midte', 'årets slutning'),
  }),
);

function training(horizon: number): fc.Arbitrary<Block> {
  return fc.record({
    staff: fc.constantFrom('leder', 'vejleder', ['leder', 'vejleder']),
    hours: hours(60),
    fee: optional(kroner(20_000)),
    feePayers: optional(payers),
    years: optional(fc.integer({ min: 1, max: horizon }).map(String)),
    renewal: optional(renewal),
    payers: optional(payers),
  });
}

const residual = fc.oneof(
  fc.record({ residualValue: fc.constantFrom('lineær', 'ingen') }),
  fc.integer({ min: 0, max: 90 }).map((tenths) => ({
    residualValue: 'annuitet',
    interest: `${inDanish(tenths / 10)} pct.`,
  })),
);

function equipment(horizon: number): fc.Arbitrary<Block> {
  const when = fc.oneof(
    fc.constant({ per: 'team' }),
    fc.integer({ min: 1, max: horizon }).map((year) => ({ per: 'én gang', year: String(year) })),
  );
  const what = fc.record({
    amount: kroner(80_000),
    quantity: optional(count(5)),
    usefulLife: fc.integer({ min: 3, max: 120 }).map((months) => `${months} måneder`),
    payers: optional(payers),
  });
  return fc.tuple(when, what, residual).map(([one, two, three]) => ({ ...one, ...two, ...three }));
}

function grant(horizon: number): fc.Arbitrary<Block> {
  return fc.record({
    amount: kroner(200_000),
    years: fc.integer({ min: 1, max: horizon }).map((last) => `1-${last}`),
    from: fc.constantFrom('stat', 'fond'),
    to: optional(fc.constantFrom('kommune', 'region')),
  });
}

/** Blocks named a, b, c … */
function blocks(one: fc.Arbitrary<Block>, least: number, most: number): fc.Arbitrary<Blocks | undefined> {
  return fc
    .array(one, { minLength: least, maxLength: most })
    .map((list) =>
      list.length === 0
        ? undefined
        : Object.fromEntries(list.map((block, place) => [String.fromCharCode(97 + place), block])),
    );
}

/** A scenario, or what it has with some of its blocks fixed by `fixed`. */
export function scenarios(fixed: Partial<Written> = {}): fc.Arbitrary<Written> {
  return fc.integer({ min: 1, max: 7 }).chain((horizon) =>
    fc
      .record({
        years: fc.constant(`${horizon} år`),
        perspective: fc.constantFrom('kommune', 'stat', 'alle'),
        staff: fc.record({ leder: role, vejleder: role }),
        teams: blocks(team(horizon), 1, 3),
        costs: blocks(costLine(horizon), 1, 5),
        training: blocks(training(horizon), 0, 2),
        equipment: blocks(equipment(horizon), 0, 2),
        grants: blocks(grant(horizon), 0, 2),
        avoidedCosts: blocks(line(horizon), 0, 2),
      })
      .map((written) => withoutAbsent({ ...written, ...fixed })),
  );
}

/** Keys without a value are left out, in the blocks too. */
function withoutAbsent<T extends object>(given: T): Written {
  return JSON.parse(JSON.stringify(given)) as Written;
}
