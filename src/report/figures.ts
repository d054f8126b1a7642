/** The figures that prose and templates may name, each in its printed forms. */

import type { CostLine } from '../model/cost-line.ts';
import { counted } from '../model/totals.ts';
import type { Quantity } from '../scenario/schema/quantity.ts';
import { analysisFigures } from './analysis-figures.ts';
import type { ReportContext } from './context.ts';
import { figure, quantityText, say } from './context.ts';
import { plainFigure } from './plain-figure.ts';
import type { ShareName } from './shares.ts';
import { courseHours } from './tables/activities.ts';
import type { FigureText, FigureTree } from './view.types.ts';

/** All figures by name. Headline figures are rounded by the note's ladder; counts, shares and inputs stand as they are. */
export function figuresOf(context: ReportContext): FigureTree {
  const { totals } = context.assessment.model;
  const money = (term: number) => context.numbers.headline(figure(context, term));
  const count = (term: number) => plainFigure(context.numbers.count(figure(context, term)));
  const hasCourses = figure(context, totals.completed) > 0;
  return {
    total: money(totals.net),
    gross: money(totals.gross),
    subsidies: money(totals.subsidies),
    savings: money(totals.savings),
    startUp: money(totals.startUp),
    operation: money(totals.operation),
    perYear: money(totals.perYear),
    ...(hasCourses && {
      perCompleted: money(totals.perCompleted),
      perStarted: money(totals.perStarted),
      perCourse: money(totals.perCourse),
    }),
    ...comparisonFigures(context, hasCourses),
    ...undiscountedFigures(context, hasCourses),
    started: count(totals.started),
    completed: count(totals.completed),
    courses: count(totals.courses),
    byCategory: mapValues(totals.byCategory, money),
    share: shareFigures(context),
    priceLevel: plainFigure(context.names.priceLevel ?? ''),
    timeHorizon: plainFigure(quantityText(context, context.scenario.timeHorizon)),
    ...hoursPerCourse(context),
    ...sensitivityFigures(context),
    ...analysisFigures(context),
    ...lineFigures(context),
    input: inputFigures(context),
  };
}

function mapValues<K extends string, T, R>(record: Readonly<Record<K, T>>, map: (value: T) => R): Record<K, R> {
  return Object.fromEntries(Object.entries<T>(record).map(([key, value]) => [key, map(value)])) as Record<K, R>;
}

/** The shares as the note's splits print them; `exact` is each by itself. */
function shareFigures(context: ReportContext): FigureTree {
  const { shares } = context.assessment.model.totals;
  if (context.shares === undefined) return {};
  const names = Object.keys(context.shares) as ShareName[];
  return Object.fromEntries(
    names.map((name) => {
      const exact = context.numbers.sharePrecise(figure(context, shares[name]));
      return [name, plainFigure(context.shares?.[name] ?? exact, exact)];
    }),
  );
}

/** Hours of all people that go to one course. */
function hoursPerCourse(context: ReportContext): FigureTree {
  const rows = courseHours(context);
  if (rows.length === 0) return {};
  return { hoursPerCourse: plainFigure(context.numbers.hours(rows.reduce((sum, { hours }) => sum + hours, 0))) };
}

function sensitivityFigures(context: ReportContext): FigureTree {
  const { sensitivity } = context.assessment;
  if (sensitivity.length === 0) return {};
  const low = context.numbers.headline(Math.min(...sensitivity.map((row) => row.low)));
  const high = context.numbers.headline(Math.max(...sensitivity.map((row) => row.high)));
  const fromTo = (form: keyof FigureText) =>
    say(context, context.language.words.fromTo, { low: low[form], high: high[form] });
  const range = { text: fromTo('text'), plain: fromTo('plain'), exact: fromTo('exact'), near: fromTo('near') };
  return { sensitivity: { low, high, range } };
}

/** `comparator.total`, `comparator.costs.<id>`, `incremental` …: the comparison, where there is one. */
function comparisonFigures(context: ReportContext, hasCourses: boolean): FigureTree {
  const { comparison } = context.assessment.model;
  if (comparison === undefined) return {};
  const money = (term: number) => context.numbers.headline(figure(context, term));
  return {
    comparator: {
      total: money(comparison.total),
      ...(comparison.subsidies !== undefined && {
        gross: money(comparison.gross),
        subsidies: money(comparison.subsidies),
      }),
      ...(hasCourses && { perCompleted: money(comparison.perCompleted) }),
      byCategory: mapValues(comparison.byCategory, money),
      ...figuresByLine(context, comparison.lines),
    },
    incremental: money(comparison.incremental),
    ...(hasCourses && { incrementalPerCompleted: money(comparison.incrementalPerCompleted) }),
  };
}

/** `undiscounted.total` …: the headline before discounting, where the note discounts. */
function undiscountedFigures(context: ReportContext, hasCourses: boolean): FigureTree {
  const { undiscounted } = context.assessment;
  if (undiscounted === undefined) return {};
  const money = (amount: number) => context.numbers.headline(amount);
  const { net, gross, perCompleted } = undiscounted;
  return {
    undiscounted: { total: money(net), gross: money(gross), ...(hasCourses && { perCompleted: money(perCompleted) }) },
  };
}

/** `costs.<id>`, `training.<id>`, `equipment.<id>`: what one costs, how often it falls, and the sum. */
function lineFigures(context: ReportContext): FigureTree {
  const { lines, avoided } = context.assessment.model;
  return figuresByLine(context, [...lines, ...avoided]);
}

/** Figures of lines by the last two parts of their place: `costs.meetings`. */
function figuresByLine(
  context: ReportContext,
  lines: readonly CostLine[],
): Record<string, Record<string, Record<string, FigureText>>> {
  const tree: Record<string, Record<string, Record<string, FigureText>>> = {};
  for (const line of lines) {
    const [kind = '', id = ''] = line.path.split('.').slice(-2);
    const group = tree[kind] ?? {};
    tree[kind] = { ...group, [id]: { ...group[id], ...figuresOfLine(context, line) } };
  }
  return tree;
}

function figuresOfLine(context: ReportContext, line: CostLine): Record<string, FigureText> {
  const money = (amount: number) => context.numbers.headline(amount);
  const sum = (terms: readonly number[]) => terms.reduce((all, term) => all + figure(context, term), 0);
  const prefix = line.part === 'fee' ? 'fee' : '';
  const named = (name: string) => (prefix === '' ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  // A sum is what the note counts of it, as in the table of lines; a memo line is counted nowhere and shown whole.
  const share = line.memo === undefined ? counted(line, context.scenario.perspective ?? 'kommune') : 1;
  const total = sum(line.byYear) * share;
  const times = sum(line.times);
  return {
    ...(line.each !== undefined && { [named('each')]: money(figure(context, line.each)) }),
    ...(line.hoursEach !== undefined && {
      [named('hours')]: plainFigure(context.numbers.hours(figure(context, line.hoursEach))),
    }),
    // Training that is spread: what an average year of it costs for one employee.
    ...(isSpread(context, line) &&
      times > 0 && { [named('yearly')]: money(sum(line.undiscounted ?? line.byYear) / times) }),
    ...(line.phase === 'startUp' || line.category === 'operation' || line.category === 'preparation'
      ? { [named('total')]: money(total), [named('times')]: plainFigure(context.numbers.count(times)) }
      : {}),
  };
}

function isSpread({ scenario }: ReportContext, line: CostLine): boolean {
  const [kind, id = ''] = line.path.split('.');
  const renewal = kind === 'training' ? scenario.training?.[id]?.renewal : undefined;
  return renewal !== undefined && 'spreadOver' in renewal;
}

/** `input.<place in the scenario>`: every figure the author gave, as it is printed. */
function inputFigures(context: ReportContext): FigureTree {
  const tree: Record<string, unknown> = {};
  for (const [path, quantity] of context.parameters) {
    const names = path.split('.');
    let branch = tree;
    for (const name of names.slice(0, -1)) {
      const next = branch[name];
      const child: Record<string, unknown> =
        typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : {};
      branch[name] = child;
      branch = child;
    }
    const exact = quantityText(context, quantity);
    branch[names.at(-1) ?? ''] = { ...plainFigure(exact), ...moneyForms(context, quantity) };
  }
  return tree as FigureTree;
}

/** Kroner have all forms; of an hourly cost `plain` is without “pr. time”. */
function moneyForms(context: ReportContext, { unit, values }: Quantity): Partial<FigureText> {
  const [only] = values;
  if (values.length > 1 || only === undefined) return {};
  if (unit === 'krPerHour') return { plain: context.numbers.hourly(only) };
  return unit === 'kr' ? context.numbers.headline(only) : {};
}
