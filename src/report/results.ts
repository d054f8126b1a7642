/** The results file: full-precision kroner, and every headline figure as it stands in the note. A contract: keys stay. */
import type { CostAssessment } from '../model/assess.ts';
import { costCategories } from '../scenario/schema/words.ts';
import { calendarYear, horizonOf } from '../scenario/years.ts';
import type { FigureText, FigureTree, NoteView } from './view.types.ts';

export const resultsSchemaVersion = 1;

export interface Results {
  readonly schemaVersion: typeof resultsSchemaVersion;
  readonly scenario: { readonly name: string; readonly title: string };
  readonly priceYear: number;
  readonly horizonYears: number;
  readonly participants: { readonly started: number; readonly completed: number };
  readonly total: {
    readonly gross: number;
    readonly subsidies: number;
    readonly savings: number;
    readonly net: number;
  };
  readonly perStarted: number | null;
  readonly perCompleted: number | null;
  readonly byCategory: Readonly<Record<string, number>>;
  readonly shares: Readonly<Record<string, number | null>>;
  readonly byYear: readonly Readonly<Record<string, number>>[];
  readonly byPayer: Readonly<
    Record<
      string,
      { readonly gross: number; readonly subsidies: number; readonly savings: number; readonly net: number }
    >
  >;
  readonly lines: readonly {
    readonly path: string;
    readonly name: string;
    readonly category: string;
    readonly phase: string;
    readonly counted: boolean;
    readonly total: number;
  }[];
  readonly sensitivity: {
    readonly low: number | null;
    readonly high: number | null;
    readonly rows: readonly { readonly label: string; readonly low: number; readonly high: number }[];
  };
  readonly printed: Readonly<Record<string, string>>;
}

/** `used` holds the figures as the note's text prints them, by name; they take the place of the usual form. */
export function resultsOf(
  name: string,
  assessment: CostAssessment,
  view: NoteView,
  used: ReadonlyMap<string, string> = new Map(),
): Results {
  const { model, values, byPayer, sensitivity, priced } = assessment;
  const { totals } = model;
  const at = (term: number) => values[term] ?? Number.NaN;
  const finite = (term: number) => (Number.isFinite(at(term)) ? at(term) : null);
  const { scenario } = priced;
  return {
    schemaVersion: resultsSchemaVersion,
    scenario: { name, title: scenario.title },
    priceYear: scenario.priceYear,
    horizonYears: horizonOf(scenario),
    participants: { started: at(totals.started), completed: at(totals.completed) },
    total: {
      gross: at(totals.gross),
      subsidies: at(totals.subsidies),
      savings: at(totals.savings),
      net: at(totals.net),
    },
    perStarted: finite(totals.perStarted),
    perCompleted: finite(totals.perCompleted),
    byCategory: Object.fromEntries(costCategories.map((category) => [category, at(totals.byCategory[category])])),
    shares: Object.fromEntries(Object.entries(totals.shares).map(([part, term]) => [part, finite(term)])),
    byYear: yearsOf(assessment),
    byPayer: Object.fromEntries(byPayer.map(({ payer, ...total }) => [payer, total])),
    lines: model.lines.map(({ path, name: lineName, category, phase, memo, byYear }) => ({
      path,
      name: lineName,
      category,
      phase,
      counted: memo === undefined,
      total: byYear.reduce((sum, term) => sum + at(term), 0),
    })),
    sensitivity: {
      low: sensitivity.length === 0 ? null : Math.min(...sensitivity.map((row) => row.low)),
      high: sensitivity.length === 0 ? null : Math.max(...sensitivity.map((row) => row.high)),
      rows: sensitivity.map((row) => ({ label: row.analysis.name, low: row.low, high: row.high })),
    },
    printed: printedOf(view.figures, used),
  };
}

function yearsOf({ model, values, priced }: CostAssessment): Readonly<Record<string, number>>[] {
  const { totals } = model;
  return totals.netByYear.map((net, index) => {
    const in_ = (byYear: readonly number[]) => values[byYear[index] ?? -1] ?? 0;
    return {
      year: calendarYear(priced.scenario, index + 1) ?? index + 1,
      ...Object.fromEntries(costCategories.map((category) => [category, in_(totals.byCategoryYear[category])])),
      gross: in_(totals.grossByYear),
      subsidies: in_(totals.subsidiesByYear),
      savings: in_(totals.savingsByYear),
      net: values[net] ?? 0,
      started: in_(totals.startedByYear),
      completed: in_(totals.completedByYear),
    };
  });
}

/** Every figure by its full name; inputs are left out, they stand in the scenario. */
function printedOf(figures: FigureTree, used: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const { input: _, ...computed } = figures;
  return Object.fromEntries(flatten(computed, []).map(([name, figure]) => [name, used.get(name) ?? figure.text]));
}

/** Figures with their dotted names. */
export function flatten(tree: FigureTree, path: readonly string[]): [string, FigureText][] {
  return Object.entries(tree).flatMap(([name, branch]): [string, FigureText][] => {
    const full = [...path, name];
    return isFigure(branch) ? [[full.join('.'), branch]] : flatten(branch, full);
  });
}

function isFigure(branch: FigureText | FigureTree): branch is FigureText {
  return typeof branch.text === 'string';
}
