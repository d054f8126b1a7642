/** Totals: from cost lines to the figures of the note, in the note's perspective. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import { type CostCategory, costCategories, type Payer, type Perspective } from '../scenario/schema/words.ts';
import { horizonOf } from '../scenario/years.ts';
import type { Count, Kroner, Share } from '../units.ts';
import type { TeamCapacity } from './capacity.ts';
import type { CostLine } from './cost-line.ts';
import { type DiscountFactors, presentValue } from './discounting.ts';
import type { ByYear, ModelInputs } from './inputs.ts';
import { subsidiesIn } from './subsidies.ts';

/** The figures of the note, as places in the calculation. Kroner in the note's price level; present values where it discounts. */
export interface Totals {
  readonly byCategoryYear: Readonly<Record<CostCategory, ByYear<'kr'>>>;
  readonly byCategory: Readonly<Record<CostCategory, Kroner>>;
  readonly grossByYear: ByYear<'kr'>;
  readonly subsidiesByYear: ByYear<'kr'>;
  readonly savingsByYear: ByYear<'kr'>;
  readonly netByYear: ByYear<'kr'>;
  readonly gross: Kroner;
  readonly subsidies: Kroner;
  readonly savings: Kroner;
  readonly net: Kroner;
  readonly startUp: Kroner;
  readonly operation: Kroner;
  readonly staff: Kroner;
  readonly shares: Readonly<Record<CostCategory | 'startUp' | 'operationPhase' | 'staff', Share>>;
  readonly courses: Count;
  readonly started: Count;
  readonly completed: Count;
  readonly startedByYear: ByYear<'count'>;
  readonly completedByYear: ByYear<'count'>;
  readonly perStarted: Kroner;
  readonly perCompleted: Kroner;
  readonly perCourse: Kroner;
  readonly perYear: Kroner;
}

export interface Counted {
  readonly lines: readonly CostLine[];
  readonly avoided: readonly CostLine[];
  readonly capacity: readonly TeamCapacity[];
  /** For subsidies; the lines come discounted. */
  readonly discountFactors?: DiscountFactors | undefined;
}

/** The part of a line that is in the figures: the share of the payer whose costs they are; nothing of a memo line. */
export function counted(line: CostLine, perspective: Perspective): number {
  if (line.memo !== undefined) return 0;
  return perspective === 'alle' ? 1 : (line.payers[perspective] ?? 0);
}

/** What the sums are made from: counted lines, in whose perspective, over how many years. */
interface Summing {
  readonly inputs: ModelInputs;
  readonly perspective: Perspective;
  readonly horizon: number;
  readonly factors: DiscountFactors | undefined;
}

/**
 * Sums of the counted lines. gross = Σ lines; net = gross − subsidies − saved expenses;
 * per completed = net / completed; per started = net / started; shares are of gross.
 * Source: METHOD, results: published totals are plain sums in fixed prices; where the note discounts, of present values.
 * Example: start-up 280,000 kr. less a subsidy of 200,000 kr. = 80,000 kr. net.
 */
export function totalsOf(scenario: Scenario, given: Counted, inputs: ModelInputs): Totals {
  const summing = {
    inputs,
    perspective: scenario.perspective ?? 'kommune',
    horizon: horizonOf(scenario),
    factors: given.discountFactors,
  };
  const costs = costTotals(given.lines, summing);
  const net = netTotals(scenario, costs, given.avoided, summing);
  const counts = countTotals(given.capacity, summing);
  return { ...costs, ...net, ...counts, shares: sharesOf(costs, inputs), ...unitCosts(net.net, counts, summing) };
}

type CostTotals = Pick<
  Totals,
  'byCategoryYear' | 'byCategory' | 'grossByYear' | 'gross' | 'startUp' | 'operation' | 'staff'
>;

/** Gross costs by year and category, and the parts of them that are start-up, operation and pay. */
function costTotals(lines: readonly CostLine[], summing: Summing): CostTotals {
  const { build } = summing.inputs;
  const byCategoryYear = byEachCategory((of) =>
    perYear(summing, (index) =>
      build.sum([inYear(summing, lines, (line) => line.category === of, index)], 'kr', {
        key: 'categoryYear',
        year: index + 1,
        name: of,
      }),
    ),
  );
  const byCategory = byEachCategory((of) => build.sum(byCategoryYear[of], 'kr', { key: 'category', name: of }));
  const grossByYear = perYear(summing, (index) => {
    const parts = costCategories.map((of) => byCategoryYear[of][index] ?? build.zero('kr'));
    return build.sum(parts, 'kr', { key: 'grossYear', year: index + 1 });
  });
  const all = costCategories.map((of) => byCategory[of]);
  return {
    byCategoryYear,
    byCategory,
    grossByYear,
    gross: build.sum(all, 'kr', { key: 'gross' }),
    startUp: overAllYears(summing, lines, (line) => line.phase === 'startUp', 'startUp'),
    operation: overAllYears(summing, lines, (line) => line.phase === 'operation', 'operation'),
    staff: overAllYears(summing, lines, (line) => line.isStaff, 'staff'),
  };
}

type NetTotals = Pick<Totals, 'subsidiesByYear' | 'savingsByYear' | 'netByYear' | 'subsidies' | 'savings' | 'net'>;

/** What comes off the gross: subsidies and saved expenses, by year and in all. */
function netTotals(scenario: Scenario, costs: CostTotals, avoided: readonly CostLine[], summing: Summing): NetTotals {
  const { build } = summing.inputs;
  const subsidiesByYear = perYear(summing, (index) =>
    presentValue(
      {
        amount: subsidiesIn(scenario, summing.perspective, index + 1, summing.inputs),
        index,
        label: { key: 'subsidiesPresentValue' },
      },
      summing.factors,
      summing.inputs,
    ),
  );
  const savingsByYear = perYear(summing, (index) =>
    build.sum([inYear(summing, avoided, () => true, index)], 'kr', { key: 'savingsYear', year: index + 1 }),
  );
  const netByYear = perYear(summing, (index) => {
    const less = [subsidiesByYear[index], savingsByYear[index]].flatMap((term) => term ?? []);
    const gross = costs.grossByYear[index] ?? build.zero('kr');
    return build.minus(gross, build.sum(less, 'kr'), { key: 'netYear', year: index + 1 });
  });
  const subsidies = build.sum(subsidiesByYear, 'kr', { key: 'subsidies' });
  const savings = build.sum(savingsByYear, 'kr', { key: 'savings' });
  const net = build.minus(costs.gross, build.sum([subsidies, savings], 'kr'), { key: 'net' });
  return { subsidiesByYear, savingsByYear, netByYear, subsidies, savings, net };
}

type CountTotals = Pick<Totals, 'courses' | 'started' | 'completed' | 'startedByYear' | 'completedByYear'>;

/** Courses and participants of all teams. */
function countTotals(capacity: readonly TeamCapacity[], summing: Summing): CountTotals {
  const { build } = summing.inputs;
  const ofTeams = (pick: (team: TeamCapacity) => ByYear<'count'>) =>
    perYear(summing, (index) =>
      build.sum(
        capacity.flatMap((team) => pick(team)[index] ?? []),
        'count',
      ),
    );
  const startedByYear = ofTeams((team) => team.started);
  const completedByYear = ofTeams((team) => team.completed);
  const courses = ofTeams((team) => team.courses);
  return {
    startedByYear,
    completedByYear,
    started: build.sum(startedByYear, 'count', { key: 'startedAll' }),
    completed: build.sum(completedByYear, 'count', { key: 'completedAll' }),
    courses: build.sum(courses, 'count', { key: 'coursesAll' }),
  };
}

type UnitCosts = Pick<Totals, 'perStarted' | 'perCompleted' | 'perCourse' | 'perYear'>;

function unitCosts(net: Kroner, counts: CountTotals, { inputs: { build }, horizon }: Summing): UnitCosts {
  return {
    perStarted: build.per(net, counts.started, { key: 'perStarted' }),
    perCompleted: build.per(net, counts.completed, { key: 'perCompleted' }),
    perCourse: build.per(net, counts.courses, { key: 'perCourse' }),
    perYear: build.per(net, build.constant(horizon, 'count'), { key: 'perYear' }),
  };
}

function sharesOf(costs: CostTotals, { build }: ModelInputs): Totals['shares'] {
  const share = (part: Kroner, name: string) => build.ratio(part, costs.gross, { key: 'share', name });
  return {
    ...byEachCategory((of) => share(costs.byCategory[of], of)),
    startUp: share(costs.startUp, 'startUp'),
    operationPhase: share(costs.operation, 'operationPhase'),
    staff: share(costs.staff, 'staff'),
  };
}

/** One term for each year of the horizon; `index` 0 is year 1. */
function perYear<T>({ horizon }: Summing, make: (index: number) => T): readonly T[] {
  return Array.from({ length: horizon }, (_, index) => make(index));
}

/** The counted part of the lines that fit, in one year. */
function inYear(
  { inputs: { build }, perspective }: Summing,
  lines: readonly CostLine[],
  fits: (line: CostLine) => boolean,
  index: number,
): Kroner {
  const parts = lines
    .filter(fits)
    .map((line) =>
      build.portion(line.byYear[index] ?? build.zero('kr'), build.constant(counted(line, perspective), 'share')),
    );
  return build.sum(parts, 'kr');
}

function overAllYears(
  summing: Summing,
  lines: readonly CostLine[],
  fits: (line: CostLine) => boolean,
  key: string,
): Kroner {
  const years = perYear(summing, (index) => inYear(summing, lines, fits, index));
  return summing.inputs.build.sum(years, 'kr', { key });
}

function byEachCategory<T>(make: (category: CostCategory) => T): Readonly<Record<CostCategory, T>> {
  return {
    preparation: make('preparation'),
    training: make('training'),
    operation: make('operation'),
    equipment: make('equipment'),
  };
}

/** What each payer bears over the horizon [kr.]: gross, less subsidies received, plus those given, less savings. */
export interface PayerTotal {
  readonly payer: Payer;
  readonly gross: number;
  readonly subsidies: number;
  readonly savings: number;
  readonly net: number;
}
