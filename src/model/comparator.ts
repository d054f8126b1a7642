/** The comparator (basisalternativ) and the incremental cost of the intervention over it. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import { type CostCategory, costCategories } from '../scenario/schema/words.ts';
import type { Kroner } from '../units.ts';
import type { CostLine } from './cost-line.ts';
import { type DiscountFactors, presentValue } from './discounting.ts';
import type { ByYear, ModelInputs } from './inputs.ts';
import { costLinesUnder, type LineContext } from './lines/costs.ts';
import { equipmentLinesUnder } from './lines/equipment.ts';
import { trainingLinesUnder } from './lines/training.ts';
import { subsidiesUnder } from './subsidies.ts';
import { counted, type Totals } from './totals.ts';

/** Kroner over the horizon, in the note's perspective and price level. */
export interface Comparison {
  readonly lines: readonly CostLine[];
  readonly byCategory: Readonly<Record<CostCategory, Kroner>>;
  /** Before subsidies. */
  readonly byYear: ByYear<'kr'>;
  readonly gross: Kroner;
  /** Where the comparator has any of its own. */
  readonly subsidies: Kroner | undefined;
  /** Gross − subsidies. */
  readonly total: Kroner;
  readonly perCompleted: Kroner;
  /** Intervention − comparator. */
  readonly incremental: Kroner;
  readonly incrementalPerCompleted: Kroner;
}

/** The lines under `comparator`: they follow the teams, employees and participants of the intervention. */
export function comparatorLines(context: LineContext): readonly CostLine[] {
  const { costs = {}, training = {}, equipment = {} } = context.scenario.comparator ?? {};
  return [
    ...costLinesUnder(context, 'comparator.costs', costs),
    ...trainingLinesUnder(context, 'comparator.training', training),
    ...equipmentLinesUnder(context, 'comparator.equipment', equipment),
  ];
}

/**
 * comparator = Σ its counted lines − its subsidies; incremental cost = net of the intervention − comparator;
 * per completed = either of them / completed. Source: METHOD, saved expenses and comparator; CHEERS 2022.
 * Example: net 240,000 kr., comparator 150,000 kr., 10 completed: 90,000 kr. more, 9,000 kr. each.
 */
export function comparisonOf(
  scenario: Scenario,
  { lines, factors }: { readonly lines: readonly CostLine[]; readonly factors: DiscountFactors | undefined },
  totals: Totals,
  inputs: ModelInputs,
): Comparison | undefined {
  if (scenario.comparator === undefined) return undefined;
  const { build } = inputs;
  const { name } = scenario.comparator;
  const perspective = scenario.perspective ?? 'kommune';
  const inYear = (own: readonly CostLine[], index: number): Kroner =>
    build.sum(
      own.flatMap((line) => {
        const amount = line.byYear[index];
        return amount === undefined ? [] : [build.portion(amount, build.constant(counted(line, perspective), 'share'))];
      }),
      'kr',
    );
  const sumOf = (own: readonly CostLine[], key: string, what: string) =>
    build.sum(
      totals.netByYear.map((_, index) => inYear(own, index)),
      'kr',
      { key, name: what },
    );
  const ofCategory = (category: CostCategory) =>
    sumOf(
      lines.filter((line) => line.category === category),
      'category',
      category,
    );
  const byCategory = {
    preparation: ofCategory('preparation'),
    training: ofCategory('training'),
    operation: ofCategory('operation'),
    equipment: ofCategory('equipment'),
  };
  const all = costCategories.map((category) => byCategory[category]);
  const subsidies = subsidiesOf(scenario, totals.netByYear.length, factors, inputs);
  const gross = build.sum(all, 'kr', { key: subsidies === undefined ? 'comparator' : 'comparatorGross', name });
  const total = subsidies === undefined ? gross : build.minus(gross, subsidies, { key: 'comparator', name });
  const incremental = build.minus(totals.net, total, { key: 'incremental' });
  return {
    lines,
    byCategory,
    byYear: totals.netByYear.map((_, index) => inYear(lines, index)),
    gross,
    subsidies,
    total,
    perCompleted: build.per(total, totals.completed, { key: 'comparatorPerCompleted', name }),
    incremental,
    incrementalPerCompleted: build.per(incremental, totals.completed, { key: 'incrementalPerCompleted' }),
  };
}

/** Subsidies that the comparator is given, over the horizon [kr.]; undefined where it has none. */
function subsidiesOf(
  scenario: Scenario,
  horizon: number,
  factors: DiscountFactors | undefined,
  inputs: ModelInputs,
): Kroner | undefined {
  const { name = '', grants } = scenario.comparator ?? {};
  if (grants === undefined) return undefined;
  const perspective = scenario.perspective ?? 'kommune';
  const byYear = Array.from({ length: horizon }, (_, index) => {
    const when = { scenario, perspective, year: index + 1 };
    const amount = subsidiesUnder({ section: 'comparator.grants', grants }, when, inputs);
    return presentValue({ amount, index, label: { key: 'subsidiesPresentValue' } }, factors, inputs);
  });
  return inputs.build.sum(byYear, 'kr', { key: 'comparatorSubsidies', name });
}
