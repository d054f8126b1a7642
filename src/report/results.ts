/** The results file: full-precision kroner, and every headline figure as it stands in the note. A contract: keys stay. */

import type { CostAssessment } from '../model/assess.ts';
import type { PayerYear } from '../model/by-payer.ts';
import { discountSteps } from '../model/discounting.ts';
import { namedFigures } from '../model/named-figures.ts';
import { type AmountChain, indexedAmount } from '../prices/indexation/chain.ts';
import { costCategories } from '../scenario/schema/words.ts';
import { calendarYear, discountBaseYear, horizonOf } from '../scenario/years.ts';
import { type AnalysisResults, analysisResultsOf } from './analysis-results.ts';
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
  /** What each payer bears in each year. */
  readonly byPayerYear: Readonly<Record<string, readonly PayerYear[]>>;
  /** Where the scenario has a comparator. */
  readonly comparator: {
    readonly name: string;
    readonly total: number;
    /** Before its subsidies, where it has any; `total` is what is left. */
    readonly gross?: number;
    readonly subsidies?: number;
    readonly perCompleted: number | null;
    readonly byCategory: Readonly<Record<string, number>>;
    readonly incremental: number;
    readonly incrementalPerCompleted: number | null;
  } | null;
  /** Where the note discounts: the other amounts are then present values, and these say what was discounted and how. */
  readonly presentValue: {
    readonly baseYear: number;
    readonly rates: readonly { readonly rate: number; readonly throughYear: number | null }[];
    readonly net: number;
    readonly undiscounted: { readonly net: number; readonly gross: number; readonly perCompleted: number | null };
    readonly byYear: readonly {
      readonly year: number;
      readonly net: number;
      readonly factor: number;
      readonly presentValue: number;
    }[];
  } | null;
  /** Amounts that were brought from the prices of another year, by their place in the scenario. */
  readonly indexation: readonly {
    readonly path: string;
    /** The series; null where an amount of an analysis followed the price that it is about. */
    readonly index: string | null;
    readonly price: string | null;
    readonly from: number;
    readonly to: number;
    readonly fromValue: number;
    /** Index of the price year, or of the last year before it where that is projected. */
    readonly toValue: number;
    readonly projection: { readonly rate: number; readonly years: number; readonly reason: string } | null;
    readonly amounts: readonly number[];
    readonly indexed: readonly number[];
  }[];
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
  } & AnalysisResults;
  readonly printed: Readonly<Record<string, string>>;
  /** The same figures with their full-precision values; null of a text that is no single number, such as a range. */
  readonly figures: Readonly<Record<string, { readonly value: number | null; readonly printed: string }>>;
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
  const finite = (term: number) => finiteOrNull(at(term));
  const { scenario } = priced;
  const printed = printedOf(view.figures, used);
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
    byPayerYear: payerYearsOf(assessment),
    comparator: comparatorOf(assessment),
    presentValue: presentValueOf(assessment),
    indexation: [
      ...[...priced.chains].map(([path, chain]) => indexationOf(path, chain)),
      ...priced.analysisAmounts.map(({ path, chain }) => indexationOf(['sensitivity', ...path].join('.'), chain)),
    ],
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
      ...analysisResultsOf(assessment.analyses),
    },
    printed,
    figures: figuresWithValues(printed, assessment),
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

function indexationOf(path: string, chain: AmountChain): Results['indexation'][number] {
  const { from, to, fromValue, toValue, projected, amounts } = chain;
  const indexed = amounts.map((amount) => indexedAmount(amount, chain));
  const projection =
    projected === undefined ? null : { rate: projected.rate, years: projected.years, reason: projected.reason };
  const by = 'index' in chain ? { index: chain.index.id, price: null } : { index: null, price: chain.price.id };
  return { path, ...by, from, to, fromValue, toValue, projection, amounts, indexed };
}

function payerYearsOf({ byPayerYear, priced }: CostAssessment): Results['byPayerYear'] {
  const named = ({ year, ...amounts }: PayerYear) => ({
    year: calendarYear(priced.scenario, year) ?? year,
    ...amounts,
  });
  return Object.fromEntries(byPayerYear.map(({ payer, years }) => [payer, years.map(named)]));
}

function comparatorOf({ model, values, priced }: CostAssessment): Results['comparator'] {
  const { comparison } = model;
  if (comparison === undefined) return null;
  const at = (term: number) => values[term] ?? Number.NaN;
  return {
    name: priced.scenario.comparator?.name ?? '',
    total: at(comparison.total),
    ...(comparison.subsidies !== undefined && {
      gross: at(comparison.gross),
      subsidies: at(comparison.subsidies),
    }),
    perCompleted: finiteOrNull(at(comparison.perCompleted)),
    byCategory: Object.fromEntries(costCategories.map((category) => [category, at(comparison.byCategory[category])])),
    incremental: at(comparison.incremental),
    incrementalPerCompleted: finiteOrNull(at(comparison.incrementalPerCompleted)),
  };
}

function presentValueOf({ model, values, priced, undiscounted }: CostAssessment): Results['presentValue'] {
  if (undiscounted === undefined) return null;
  const { scenario } = priced;
  const written = (year: number) => calendarYear(scenario, year) ?? year;
  const { net, gross, perCompleted, netByYear } = undiscounted;
  const byYear = netByYear.map((amount, index) => {
    const factor = model.discountFactors?.[index];
    return {
      year: written(index + 1),
      net: amount,
      factor: factor === undefined ? 1 : (values[factor] ?? Number.NaN),
      presentValue: values[model.totals.netByYear[index] ?? -1] ?? Number.NaN,
    };
  });
  return {
    baseYear: written(discountBaseYear(scenario)),
    rates: discountSteps(scenario).map(({ rate, through }) => ({
      rate: rate.values[0] ?? Number.NaN,
      throughYear: through ?? null,
    })),
    net: values[model.totals.net] ?? Number.NaN,
    undiscounted: { net, gross, perCompleted: finiteOrNull(perCompleted) },
    byYear,
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/**
 * Every figure by its full name; inputs are left out, they stand in the scenario. No-break spaces belong to the page: here they are
 * plain, so that “ca. 76.000 kr.” is found by who types it.
 */
function printedOf(figures: FigureTree, used: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const { input: _, ...computed } = figures;
  return Object.fromEntries(
    flatten(computed, []).map(([name, figure]) => [name, plainSpaces(used.get(name) ?? figure.text)]),
  );
}

function figuresWithValues(
  printed: Results['printed'],
  { model, values, sensitivity, undiscounted }: CostAssessment,
): Results['figures'] {
  const named = new Map(namedFigures(model).map(([name, term]) => [name, values[term] ?? Number.NaN]));
  if (sensitivity.length > 0) {
    named.set('sensitivity.low', Math.min(...sensitivity.map((row) => row.low)));
    named.set('sensitivity.high', Math.max(...sensitivity.map((row) => row.high)));
  }
  for (const [name, value] of Object.entries(undiscounted ?? {}))
    if (typeof value === 'number') named.set(`undiscounted.${name === 'net' ? 'total' : name}`, value);
  return Object.fromEntries(
    Object.entries(printed).map(([name, text]) => [
      name,
      { value: finiteOrNull(named.get(name) ?? Number.NaN), printed: text },
    ]),
  );
}

function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
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
