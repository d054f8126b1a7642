/**
 * Figures of the analyses explained: by what was varied, how far, and from which main scenario. They have no equation, since they come of
 * many calculations, or are the least and the most of several.
 */

import type { AlternativeResult } from '../model/analyses/alternatives.ts';
import { hasUnits, type Varied } from '../model/analyses/evaluator.ts';
import type { SensitivityRow } from '../model/analyses/one-way.ts';
import type { ProbabilisticResult } from '../model/analyses/probabilistic.ts';
import type { ThresholdResult } from '../model/analyses/threshold.ts';
import { figuresNamed } from '../scenario/variation.ts';
import type { Path } from '../yaml/parse-yaml.ts';
import { amountsMade } from './analysis-prices.ts';
import { inUnit, quantityText, type ReportContext, say, text } from './context.ts';
import { type Explanation, explain } from './explain.ts';
import { basisOf, fullName, inputRows } from './provenance.ts';
import { distributionText, drawnName, followingNotes } from './tables/probability.ts';
import { endTexts } from './tables/sensitivity.ts';
import { thresholdText } from './tables/thresholds.ts';
import { variedName } from './tables/varied-names.ts';

type Explained = readonly [name: string, explain: () => Explanation];

/** By the names that prose has for them, in the order of the note. */
export function analysisExplanations(context: ReportContext): ReadonlyMap<string, () => Explanation> {
  const { alternatives, thresholds, probabilistic } = context.assessment.analyses;
  return new Map<string, () => Explanation>([
    ...oneWay(context),
    ...alternatives.flatMap((result) => ofAlternative(context, result)),
    ...thresholds.map((result): Explained => [`thresholds.${result.id}.value`, () => ofThreshold(context, result)]),
    ...(probabilistic === undefined ? [] : ofDraws(context, probabilistic)),
  ]);
}

/** The least and the most that one changed input leads to, and which one it is. */
function oneWay(context: ReportContext): readonly Explained[] {
  const rows = context.assessment.sensitivity;
  const [first] = rows;
  if (first === undefined) return [];
  const lowest = () =>
    oneWayEnd(
      context,
      rows.reduce((one, row) => (row.low < one.low ? row : one), first),
      'low',
    );
  const highest = () =>
    oneWayEnd(
      context,
      rows.reduce((one, row) => (row.high > one.high ? row : one), first),
      'high',
    );
  return [
    ['sensitivity.low', lowest],
    ['sensitivity.high', highest],
    ['sensitivity.range', () => rangeOf(context, note(context, 'oneWay'), [lowest(), highest()])],
  ];
}

function oneWayEnd(context: ReportContext, row: SensitivityRow, end: 'low' | 'high'): Explanation {
  const { analysis, atLow } = row;
  const [low, high] = endTexts(context, row);
  const figures = figuresNamed(context.scenario, analysis.vary);
  return {
    ...headlineOf(context, row[end]),
    basis: note(context, 'oneWay'),
    parts: [
      changed(context, {
        name: analysis.name,
        printed: row[end] === atLow ? low : high,
        figures,
        why: analysis.assumption,
        path: ['oneWay', (context.scenario.sensitivity?.oneWay ?? []).indexOf(analysis)],
      }),
      base(context),
    ],
  };
}

function ofAlternative(context: ReportContext, result: AlternativeResult): readonly Explained[] {
  const { id, alternative, changes, total, headline } = result;
  const parts = () => [
    ...changes.map(({ pattern, figures, unit, value }) => {
      const name = variedName(context, figures.keys());
      const path = ['alternatives', id, 'set', pattern];
      return changed(context, { name, printed: inUnit(context, value, unit), figures, why: undefined, path });
    }),
    base(context),
  ];
  const explained = (name: string, value: number): Explained => [
    `alternatives.${id}.${name}`,
    () => ({
      ...money(context, alternative.name, value),
      basis: alternative.assumption ?? note(context, 'alternatives'),
      parts: parts(),
    }),
  ];
  return [explained('total', total), ...(hasUnits(context.assessment) ? [explained('perCompleted', headline)] : [])];
}

function ofThreshold(context: ReportContext, result: ThresholdResult): Explanation {
  const { id, threshold, figures, unit, value } = result;
  const target = text(context.language.tables.thresholds, 'target');
  return {
    name: threshold.name,
    value: value ?? null,
    unit,
    printed: thresholdText(context, result),
    basis: threshold.assumption ?? note(context, 'thresholds'),
    parts: [
      { ...money(context, target, threshold.target), ...made(context, ['thresholds', id, 'target']) },
      ...inputs(context, figures),
      base(context),
    ],
  };
}

/** What was drawn, from what, how often and from which seed: anyone with the same gets the same. */
function ofDraws(context: ReportContext, result: ProbabilisticResult): readonly Explained[] {
  const words = context.language.tables.probability;
  const { mean, sd, low, high, percentiles, target, shareUnderTarget } = result;
  const draws = note(context, 'draws', {
    draws: context.numbers.count(result.draws),
    seed: String(result.seed),
    error: context.numbers.kroner(result.meanError),
  });
  const basis = [draws, ...followingNotes(context, result)].join(' ');
  const parts = () => [...drawn(context, result), base(context)];
  const of = (name: string, figure: () => Explanation): Explained => [
    `probabilistic.${name}`,
    () => ({ ...figure(), basis, parts: parts() }),
  ];
  const amount = (label: string, value: number) => () => money(context, text(words, label), value);
  const ends = () => [money(context, text(words, 'low'), low), money(context, text(words, 'high'), high)] as const;
  return [
    of('mean', amount('mean', mean)),
    of('sd', amount('sd', sd)),
    of('median', amount('p50', percentiles.p50)),
    of('low', amount('low', low)),
    of('high', amount('high', high)),
    of('range', () => ({ ...rangeOf(context, basis, ends()), name: text(words, 'interval') })),
    ...(target === undefined || shareUnderTarget === undefined
      ? []
      : [
          of('shareUnderTarget', () => ({
            name: say(context, text(words, 'underTarget'), { target: context.numbers.kroner(target) }),
            value: shareUnderTarget,
            unit: 'share',
            printed: inUnit(context, shareUnderTarget, 'share'),
            parts: [],
          })),
        ]),
  ];
}

function drawn(context: ReportContext, { inputs: uncertain }: ProbabilisticResult): readonly Explanation[] {
  return uncertain.map((input) =>
    changed(context, {
      name: drawnName(context, input),
      printed: distributionText(context, input),
      figures: input.figures,
      why: basisOf(context, input.given),
      path: ['probabilistic', 'inputs', input.pattern],
    }),
  );
}

interface Change {
  readonly name: string;
  /** What it was changed to or by, or what it was drawn from. */
  readonly printed: string;
  readonly figures: Varied;
  readonly why: string | undefined;
  /** Under `sensitivity`. */
  readonly path: Path;
}

/** A change has no value of its own where it is relative or drawn; the figures that it changes stand below it. */
function changed(context: ReportContext, { name, printed, figures, why, path }: Change): Explanation {
  const [unit = 'count'] = [...figures.values()].map((quantity) => quantity.unit);
  return {
    name,
    value: null,
    unit,
    printed,
    ...made(context, path),
    ...(why !== undefined && { basis: why }),
    parts: inputs(context, figures),
  };
}

/** Where an amount came from the prices of another year: “360 kr. (2016) × 117,21 / 100,25”. */
function made(context: ReportContext, path: Path): Pick<Explanation, 'equation'> {
  const equation = amountsMade(context, path);
  return equation === undefined ? {} : { equation };
}

/** The author's figures as they are in the main scenario. */
function inputs(context: ReportContext, figures: Varied): readonly Explanation[] {
  return inputRows(context).flatMap((row): Explanation[] => {
    const quantity = figures.get(row.path);
    if (quantity === undefined) return [];
    const { unit, values } = quantity;
    const printed = quantityText(context, quantity);
    const name = `${text(context.language.tables.sensitivity, 'base')}, ${fullName(context, row)}`;
    return [
      {
        name,
        value: values.at(-1) ?? null,
        unit,
        printed,
        path: row.path,
        basis: row.basis,
        parts: [],
      },
    ];
  });
}

function base(context: ReportContext): Explanation {
  const { totals } = context.assessment.model;
  const term = hasUnits(context.assessment) ? totals.perCompleted : totals.net;
  return { ...explain(context, term), name: text(context.language.tables.sensitivity, 'base') };
}

function headlineOf(context: ReportContext, value: number): Explanation {
  return money(context, context.names.headline ?? '', value);
}

function money(context: ReportContext, name: string, value: number): Explanation {
  return { name, value, unit: 'kr', printed: inUnit(context, value, 'kr'), parts: [] };
}

/** From one figure to another, with the trees of both. */
function rangeOf(context: ReportContext, basis: string, [low, high]: readonly [Explanation, Explanation]): Explanation {
  const ends = { low: low.printed, high: high.printed };
  const printed = say(context, text(context.language.tables.probability, 'intervalValue'), ends);
  return { name: context.names.headline ?? '', value: null, unit: low.unit, printed, basis, parts: [low, high] };
}

function note(context: ReportContext, name: string, fillings: Readonly<Record<string, string>> = {}): string {
  return say(context, text(context.language.notes, name), fillings);
}
