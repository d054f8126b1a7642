/** Sentences made from the figures: the same in the note and on the web page. */
import { horizonOf } from '../scenario/years.ts';
import type { ReportContext } from './context.ts';
import { figure, say, text } from './context.ts';
import { discountNames } from './discounting.ts';
import { upperFirst } from './provenance.ts';
import type { FigureText, FigureTree } from './view.types.ts';

/** The sentences that this scenario has figures for, by name. */
export function sentencesOf(context: ReportContext, figures: FigureTree): Readonly<Record<string, string>> {
  const { language, assessment } = context;
  const at = (...names: string[]) => figureText(figures, names);
  const sentence = (name: string, fillings: Readonly<Record<string, string>> = {}) =>
    say(context, text(language.sentences, name), fillings);
  const { totals } = assessment.model;
  const hasCourses = figure(context, totals.completed) > 0;
  const differs = figure(context, totals.gross) !== figure(context, totals.net);
  const total = { total: at('total'), gross: at('gross'), perCompleted: hasCourses ? at('perCompleted') : '' };
  const isOne = isUnitCost(context);
  const [same, net] = isOne
    ? ['resultUnit', 'resultNet']
    : hasCourses
      ? ['result', 'resultNet']
      : ['resultTotal', 'resultTotalNet'];
  return {
    ...(!isOne && {
      scenario: hasCourses
        ? sentence('scenario', { years: at('timeHorizon'), started: at('started'), completedCount: at('completed') })
        : sentence('scenarioNoCourses', { years: at('timeHorizon') }),
    }),
    result: sentence(differs ? net : same, total),
    priceLevel: sentence('priceLevel'),
    ...(context.scenario.discounting !== undefined && {
      discounting: sentence('discounting', discountNames(context)),
    }),
    ...(hasCourses && comparisonSentence(context)),
    ...(hasBothPhases(context) && {
      shares: sentence(hasRenewal(context) ? 'sharesRenewal' : 'shares', {
        operation: at('share', 'operationPhase'),
        startUp: at('share', 'startUp'),
      }),
    }),
    ...(figure(context, totals.staff) > 0 && { staffShare: sentence('staffShare', { staff: at('share', 'staff') }) }),
    ...(assessment.sensitivity.length > 0 && {
      sensitivity: sentence(hasCourses ? 'sensitivity' : 'sensitivityTotal', { fromTo: at('sensitivity', 'range') }),
    }),
  };
}

/** True of a calculation of what one costs, in one year: then a total, a count and a chart by year say the same once more. */
export function isUnitCost(context: ReportContext): boolean {
  const { started, completed } = context.assessment.model.totals;
  const isOne = (count: number) => Math.abs(figure(context, count) - 1) < 1e-9;
  return horizonOf(context.scenario) === 1 && isOne(started) && isOne(completed);
}

/** Where everything is start-up, or everything operation, there is no split to tell of. */
function hasBothPhases(context: ReportContext): boolean {
  const { startUp, operation } = context.assessment.model.totals;
  return figure(context, startUp) > 0 && figure(context, operation) > 0;
}

/** “… koster indsatsen 70.000 kr. mere …”: by which side of the comparator it lies on. */
function comparisonSentence(context: ReportContext): Readonly<Record<string, string>> {
  const { comparison } = context.assessment.model;
  if (comparison === undefined) return {};
  const difference = figure(context, comparison.incremental);
  const each = figure(context, comparison.incrementalPerCompleted);
  const shown = (amount: number) => context.numbers.headline(Math.abs(amount)).text;
  const name = difference > 0 ? 'comparisonMore' : difference < 0 ? 'comparisonLess' : 'comparisonSame';
  const sentence = text(context.language.sentences, name);
  return { comparison: say(context, sentence, { amount: shown(difference), perCompleted: shown(each) }) };
}

/** The headline panel: label and figure. */
export function headlinesOf(context: ReportContext, figures: FigureTree): readonly { label: string; figure: string }[] {
  const headline = (name: string, ...path: string[]) => ({
    label: upperFirst(say(context, text(context.language.headlines, name))),
    figure: figureText(figures, path),
  });
  const { totals } = context.assessment.model;
  const hasCourses = figure(context, totals.completed) > 0;
  const isOne = isUnitCost(context);
  return [
    ...(isOne
      ? []
      : [headline(figure(context, totals.net) === figure(context, totals.gross) ? 'total' : 'totalNet', 'total')]),
    ...(hasCourses ? [headline('perCompleted', 'perCompleted')] : []),
    ...(hasCourses && !isOne ? [headline('completed', 'completed')] : []),
    ...(hasBothPhases(context)
      ? [headline(hasRenewal(context) ? 'operationShareRenewal' : 'operationShare', 'share', 'operationPhase')]
      : []),
    ...(context.assessment.sensitivity.length > 0
      ? [headline(hasCourses ? 'sensitivity' : 'sensitivityTotal', 'sensitivity', 'range')]
      : []),
  ];
}

/** True where the operation is more than its category: training that is renewed belongs to it, but not to the start-up. */
function hasRenewal(context: ReportContext): boolean {
  const { totals } = context.assessment.model;
  const [phase, category] = [totals.shares.operationPhase, totals.shares.operation].map((term) =>
    figure(context, term),
  );
  return Math.abs((phase ?? 0) - (category ?? 0)) > 1e-9;
}

/** The usual form of a figure by its name. A name that is not there is our bug. */
export function figureText(figures: FigureTree, names: readonly string[], form: keyof FigureText = 'text'): string {
  let at: FigureTree | FigureText | string | undefined = figures;
  for (const name of [...names, form]) {
    if (typeof at !== 'object') break;
    at = (at as FigureTree)[name];
  }
  if (typeof at !== 'string') throw new Error(`no figure “${names.join('.')}”`);
  return at;
}
