/** The comparator (basisalternativ) and the incremental cost of the intervention over it. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import { type CostCategory, costCategories } from '../scenario/schema/words.ts';
import type { Kroner } from '../units.ts';
import type { CostLine } from './cost-line.ts';
import type { ByYear, ModelInputs } from './inputs.ts';
import { costLinesUnder, type LineContext } from './lines/costs.ts';
import { counted, type Totals } from './totals.ts';

/** Kroner over the horizon, in the note's perspective and price level. */
export interface Comparison {
  readonly lines: readonly CostLine[];
  readonly byCategory: Readonly<Record<CostCategory, Kroner>>;
  readonly byYear: ByYear<'kr'>;
  readonly total: Kroner;
  readonly perCompleted: Kroner;
  /** Intervention − comparator. */
  readonly incremental: Kroner;
  readonly incrementalPerCompleted: Kroner;
}

/** The lines under `comparator.costs`: they follow the teams and participants of the intervention. */
export function comparatorLines(context: LineContext): readonly CostLine[] {
  const { comparator } = context.scenario;
  return comparator === undefined ? [] : costLinesUnder(context, 'comparator.costs', comparator.costs);
}

/**
 * comparator = Σ its counted lines; incremental cost = net of the intervention − comparator;
 * per completed = either of them / completed. Source: METHOD, saved expenses and comparator; CHEERS 2022.
 * Example: net 240,000 kr., comparator 150,000 kr., 10 completed: 90,000 kr. more, 9,000 kr. each.
 */
export function comparisonOf(
  scenario: Scenario,
  lines: readonly CostLine[],
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
  const total = build.sum(
    costCategories.map((category) => byCategory[category]),
    'kr',
    { key: 'comparator', name },
  );
  const incremental = build.minus(totals.net, total, { key: 'incremental' });
  return {
    lines,
    byCategory,
    byYear: totals.netByYear.map((_, index) => inYear(lines, index)),
    total,
    perCompleted: build.per(total, totals.completed, { key: 'comparatorPerCompleted', name }),
    incremental,
    incrementalPerCompleted: build.per(incremental, totals.completed, { key: 'incrementalPerCompleted' }),
  };
}
