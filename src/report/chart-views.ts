/** The charts of a note, by name: cost per year and cumulated, distribution, tornado, histogram of draws. */
import { hasUnits } from '../model/analyses/evaluator.ts';
import type { ProbabilisticResult } from '../model/analyses/probabilistic.ts';
import type { ChartSpec, ChartStyle, ChartValue } from './charts/chart.types.ts';
import { drawCharts } from './charts/draw.ts';
import type { ReportContext } from './context.ts';
import { figure, headlineValue, say, yearInSentence, yearNames } from './context.ts';
import { cumulatedCosts } from './tables/cumulative.ts';
import { endTexts } from './tables/sensitivity.ts';
import { ownNotes } from './tables/table-words.ts';
import { usedCategories } from './used-categories.ts';
import type { ChartView, TableView } from './view.types.ts';

export function chartsOf(
  context: ReportContext,
  tables: Readonly<Record<string, TableView>>,
  style: ChartStyle,
): Readonly<Record<string, ChartView>> {
  const { perYear, sensitivity, probability, cumulative } = tables;
  const { probabilistic } = context.assessment.analyses;
  const isEmpty = figure(context, context.assessment.model.totals.gross) === 0;
  return {
    ...(perYear !== undefined && !isEmpty && { perYear: perYearChart(context, perYear, style) }),
    ...(cumulative !== undefined && { cumulative: cumulativeChart(context, cumulative, style) }),
    ...(perYear !== undefined && !isEmpty && { distribution: distributionChart(context, perYear, style) }),
    ...(sensitivity !== undefined && { tornado: tornadoChart(context, sensitivity, style) }),
    ...(probability !== undefined &&
      probabilistic !== undefined && {
        probability: probabilityChart(context, probability, probabilistic, style),
      }),
  };
}

function chartView(
  context: ReportContext,
  name: string,
  id: string,
  data: TableView,
  notes: readonly string[],
  spec: ChartSpec,
  style: ChartStyle,
): ChartView {
  const unit = chartText(context, name, 'unit');
  return {
    id,
    title: chartText(context, name, 'title'),
    ...(unit !== '' && { unit }),
    ...drawCharts(spec, style),
    alternative: spec.alternative,
    ...ownNotes(context, notes),
    data,
  };
}

function chartText(
  context: ReportContext,
  name: string,
  key: string,
  fillings: Readonly<Record<string, string>> = {},
): string {
  const texts = context.language.charts[name];
  return typeof texts === 'object' && texts[key] !== undefined ? say(context, texts[key], fillings) : '';
}

function finding(context: ReportContext, name: string, fillings: Readonly<Record<string, string>>): string {
  const sentence = context.language.charts[name];
  return typeof sentence === 'string' ? say(context, sentence, fillings) : '';
}

function kroner(context: ReportContext, amount: number): ChartValue {
  return { value: amount, text: context.numbers.plain(amount) };
}

function perYearChart(context: ReportContext, data: TableView, style: ChartStyle): ChartView {
  const { totals } = context.assessment.model;
  const amounts = totals.grossByYear.map((term) => figure(context, term));
  const spec: ChartSpec = {
    kind: 'stacked-columns',
    id: 'chart-per-year',
    alternative: perYearFinding(context, amounts),
    columns: yearNames(context),
    series: usedCategories(context).map((category) => ({
      label: context.language.categories[category],
      values: totals.byCategoryYear[category].map((term) => kroner(context, figure(context, term))),
    })),
    totals: amounts.map((amount) => kroner(context, amount)),
    axisText: (value) => context.numbers.plain(value),
    axisLabel: chartText(context, 'perYear', 'axis'),
  };
  return chartView(context, 'perYear', 'chart-per-year', data, ['perspective'], spec, style);
}

function perYearFinding(context: ReportContext, amounts: readonly number[]): string {
  const shown = (place: number) => context.numbers.headline(amounts[place] ?? 0).text;
  const top = amounts.indexOf(Math.max(...amounts));
  const last = amounts.length - 1;
  const first = { first: shown(0), firstYear: yearInSentence(context, 1) };
  if (last === 0) return finding(context, 'perYearSingle', first);
  return finding(context, 'perYearFinding', {
    ...first,
    last: shown(last),
    lastYear: yearInSentence(context, last + 1),
    top: shown(top),
    topYear: yearInSentence(context, top + 1),
  });
}

/** What has been paid by the end of each year, after subsidies and saved expenses where there are any. */
function cumulativeChart(context: ReportContext, data: TableView, style: ChartStyle): ChartView {
  const { byYear, cumulated } = cumulatedCosts(context);
  const shown = (amount: number) => context.numbers.headline(amount).text;
  const last = cumulated.at(-1) ?? 0;
  const half = cumulated.findIndex((amount) => amount >= last / 2);
  const onlyRises = byYear.every((amount) => amount >= 0);
  const ends = finding(context, 'cumulativeFinding', {
    first: shown(cumulated[0] ?? 0),
    firstYear: yearInSentence(context, 1),
    last: shown(last),
    lastYear: yearInSentence(context, cumulated.length),
  });
  const spec: ChartSpec = {
    kind: 'line',
    id: 'chart-cumulative',
    alternative: onlyRises
      ? `${ends} ${finding(context, 'cumulativeHalf', { year: yearInSentence(context, half + 1) })}`
      : ends,
    fromZero: true,
    points: yearNames(context).map((label, year) => ({ label, at: kroner(context, cumulated[year] ?? 0) })),
    axisText: (value) => context.numbers.plain(value),
    axisLabel: chartText(context, 'cumulative', 'axis'),
  };
  const { id, notes } = { id: 'chart-cumulative', notes: ['perspective'] };
  return { ...chartView(context, 'cumulative', id, data, notes, spec, style), title: data.title, onRequest: true };
}

function distributionChart(context: ReportContext, data: TableView, style: ChartStyle): ChartView {
  const { totals } = context.assessment.model;
  const parts = usedCategories(context).map((category) => {
    const share = figure(context, totals.shares[category]);
    return {
      label: context.language.categories[category],
      share: { value: share, text: context.shares?.[category] ?? context.numbers.share(share) },
      amount: context.numbers.kroner(figure(context, totals.byCategory[category])),
    };
  });
  const alternative = finding(context, 'distributionFinding', {
    parts: parts.map(({ label, share }) => `${label} ${share.text}`).join(', '),
  });
  const spec: ChartSpec = { kind: 'distribution', id: 'chart-distribution', alternative, parts };
  return chartView(context, 'distribution', 'chart-distribution', data, ['perspective'], spec, style);
}

function tornadoChart(context: ReportContext, data: TableView, style: ChartStyle): ChartView {
  const { sensitivity } = context.assessment;
  const base = headlineValue(context);
  const [widest] = sensitivity;
  const low = context.numbers.headline(widest?.low ?? base).text;
  const high = context.numbers.headline(widest?.high ?? base).text;
  const spec: ChartSpec = {
    kind: 'tornado',
    id: 'chart-tornado',
    alternative: finding(context, hasUnits(context.assessment) ? 'tornadoFinding' : 'tornadoFindingTotal', {
      name: widest?.analysis.name ?? '',
      fromTo: say(context, context.language.words.fromTo, { low, high }),
      base: context.numbers.headline(base).text,
    }),
    base: kroner(context, base),
    bars: sensitivity.map((row) => {
      const [lowInput, highInput] = endTexts(context, row);
      const rising = row.atLow <= row.atHigh;
      return {
        label: row.analysis.name,
        low: kroner(context, row.low),
        high: kroner(context, row.high),
        lowInput: rising ? lowInput : highInput,
        highInput: rising ? highInput : lowInput,
      };
    }),
    axisText: (value) => context.numbers.plain(value),
    axisLabel: chartText(context, 'tornado', 'axis'),
  };
  return chartView(context, 'tornado', 'chart-tornado', data, ['oneWay'], spec, style);
}

/** Where the headline falls when all uncertain inputs are drawn, with its mean and the ends of its 95 pct. interval. */
function probabilityChart(
  context: ReportContext,
  data: TableView,
  result: ProbabilisticResult,
  style: ChartStyle,
): ChartView {
  const shown = (amount: number) => context.numbers.headline(amount);
  const mark = (name: 'low' | 'mean' | 'high'): ChartValue => ({
    value: result[name],
    text: chartText(context, 'probabilityMarks', name, { amount: shown(result[name]).plain }),
  });
  const fromTo = say(context, context.language.words.fromTo, {
    low: shown(result.low).text,
    high: shown(result.high).text,
  });
  const spec: ChartSpec = {
    kind: 'histogram',
    id: 'chart-probability',
    alternative: finding(context, 'probabilityFinding', {
      mean: shown(result.mean).text,
      fromTo,
      base: shown(headlineValue(context)).text,
    }),
    bins: result.histogram,
    marks: [mark('low'), mark('mean'), mark('high')],
    axisText: (value) => context.numbers.plain(value),
    axisLabel: chartText(context, 'probability', 'axis'),
  };
  return chartView(context, 'probability', 'chart-probability', data, ['tails'], spec, style);
}
