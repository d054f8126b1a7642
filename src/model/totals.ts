/** Totals: from cost lines to the figures of the note, in the note's perspective. */

import type { GrantInput } from '../scenario/schema/grants.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { type CostCategory, costCategories, type Payer, type Perspective } from '../scenario/schema/words.ts';
import { horizonOf, operatingYear } from '../scenario/years.ts';
import type { Count, Kroner, Share } from '../units.ts';
import type { TeamCapacity } from './capacity.ts';
import type { CostLine } from './cost-line.ts';
import type { ByYear, ModelInputs } from './inputs.ts';

/** The figures of the note, as places in the calculation. Kroner in the note's price level, undiscounted. */
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
}

/** The part of a line that is in the figures: the share of the payer whose costs they are; nothing of a memo line. */
export function counted(line: CostLine, perspective: Perspective): number {
  if (line.memo !== undefined) return 0;
  return perspective === 'alle' ? 1 : (line.payers[perspective] ?? 0);
}

/**
 * Sums of the counted lines. gross = Σ lines; net = gross − subsidies − saved expenses;
 * per completed = net / completed; per started = net / started; shares are of gross.
 * Source: METHOD, results. Nothing is discounted: published totals are plain sums in fixed prices.
 */
export function totalsOf(scenario: Scenario, given: Counted, inputs: ModelInputs): Totals {
  const { build } = inputs;
  const perspective = scenario.perspective ?? 'kommune';
  const years = Array.from({ length: horizonOf(scenario) }, (_, index) => index);
  const inYear = (lines: readonly CostLine[], index: number): Kroner =>
    build.sum(
      lines.map((line) =>
        build.portion(line.byYear[index] ?? build.zero('kr'), build.constant(counted(line, perspective), 'share')),
      ),
      'kr',
    );
  const total = (byYear: ByYear<'kr'>, key: string) => build.sum(byYear, 'kr', { key });
  const yearly = (lines: readonly CostLine[], key: string, name?: string) =>
    years.map((index) => build.sum([inYear(lines, index)], 'kr', { key, year: index + 1, ...(name && { name }) }));
  const category = (of: CostCategory) =>
    yearly(
      given.lines.filter((line) => line.category === of),
      'categoryYear',
      of,
    );
  const byCategoryYear = byEachCategory((of) => category(of));
  const byCategory = byEachCategory((of) => build.sum(byCategoryYear[of], 'kr', { key: 'category', name: of }));
  const grossByYear = years.map((index) =>
    build.sum(
      costCategories.map((of) => byCategoryYear[of][index] ?? build.zero('kr')),
      'kr',
      { key: 'grossYear', year: index + 1 },
    ),
  );
  const subsidiesByYear = years.map((index) => subsidiesIn(scenario, perspective, index + 1, inputs));
  const savingsByYear = yearly(given.avoided, 'savingsYear');
  const netByYear = years.map((index) => {
    const less = build.sum(
      [subsidiesByYear[index], savingsByYear[index]].flatMap((term) => term ?? []),
      'kr',
    );
    return build.minus(grossByYear[index] ?? build.zero('kr'), less, { key: 'netYear', year: index + 1 });
  });
  const gross = build.sum(
    costCategories.map((of) => byCategory[of]),
    'kr',
    { key: 'gross' },
  );
  const [subsidies, savings] = [total(subsidiesByYear, 'subsidies'), total(savingsByYear, 'savings')];
  const net = build.minus(gross, build.sum([subsidies, savings], 'kr'), { key: 'net' });
  const phase = (of: CostLine['phase'], key: string) =>
    build.sum(
      years.map((index) =>
        inYear(
          given.lines.filter((line) => line.phase === of),
          index,
        ),
      ),
      'kr',
      { key },
    );
  const startUp = phase('startUp', 'startUp');
  const operation = phase('operation', 'operation');
  const staff = build.sum(
    years.map((index) =>
      inYear(
        given.lines.filter((line) => line.isStaff),
        index,
      ),
    ),
    'kr',
    { key: 'staff' },
  );
  const all = (pick: (team: TeamCapacity) => ByYear<'count'>) =>
    years.map((index) =>
      build.sum(
        given.capacity.flatMap((team) => pick(team)[index] ?? []),
        'count',
      ),
    );
  const [startedByYear, completedByYear] = [all((team) => team.started), all((team) => team.completed)];
  const started = build.sum(startedByYear, 'count', { key: 'startedAll' });
  const completed = build.sum(completedByYear, 'count', { key: 'completedAll' });
  const courses = build.sum(
    all((team) => team.courses),
    'count',
    { key: 'coursesAll' },
  );
  const share = (part: Kroner, name: string) => build.ratio(part, gross, { key: 'share', name });
  return {
    byCategoryYear,
    byCategory,
    grossByYear,
    subsidiesByYear,
    savingsByYear,
    netByYear,
    gross,
    subsidies,
    savings,
    net,
    startUp,
    operation,
    staff,
    courses,
    started,
    completed,
    startedByYear,
    completedByYear,
    shares: {
      preparation: share(byCategory.preparation, 'preparation'),
      training: share(byCategory.training, 'training'),
      operation: share(byCategory.operation, 'operation'),
      equipment: share(byCategory.equipment, 'equipment'),
      startUp: share(startUp, 'startUp'),
      operationPhase: share(operation, 'operationPhase'),
      staff: share(staff, 'staff'),
    },
    perStarted: build.per(net, started, { key: 'perStarted' }),
    perCompleted: build.per(net, completed, { key: 'perCompleted' }),
    perCourse: build.per(net, courses, { key: 'perCourse' }),
    perYear: build.per(net, build.constant(years.length, 'count'), { key: 'perYear' }),
  };
}

function byEachCategory<T>(make: (category: CostCategory) => T): Readonly<Record<CostCategory, T>> {
  return {
    preparation: make('preparation'),
    training: make('training'),
    operation: make('operation'),
    equipment: make('equipment'),
  };
}

/** What the payer of the perspective receives less what it gives; transfers cancel out where everybody is counted. */
function subsidiesIn(scenario: Scenario, perspective: Perspective, year: number, inputs: ModelInputs): Kroner {
  const { build } = inputs;
  const grants = Object.entries(scenario.grants ?? {}).filter(([, grant]) => fallsIn(scenario, grant, year));
  const amount = ([id, grant]: [string, GrantInput]) =>
    inputs.figure(`grants.${id}.amount`, grant.amount, 'kr', 1, { key: 'grant', name: grant.name });
  const received = grants.filter(([, grant]) => (grant.to ?? 'kommune') === perspective).map(amount);
  const given = grants.filter(([, grant]) => grant.from === perspective).map(amount);
  return build.minus(build.sum(received, 'kr'), build.sum(given, 'kr'), { key: 'subsidiesYear', year });
}

export function fallsIn(scenario: Scenario, grant: GrantInput, year: number): boolean {
  return grant.years.some((written) => operatingYear(scenario, written) === year);
}

/** What each payer bears over the horizon [kr.]: gross, less subsidies received, plus those given, less savings. */
export interface PayerTotal {
  readonly payer: Payer;
  readonly gross: number;
  readonly subsidies: number;
  readonly savings: number;
  readonly net: number;
}
