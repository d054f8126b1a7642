/** Table: the value of one input at which the headline meets a target. */
import type { ThresholdResult } from '../../model/analyses/threshold.ts';
import { writtenUnit } from '../../scenario/variation.ts';
import type { ReportContext } from '../context.ts';
import { inUnit, say, text } from '../context.ts';
import type { TableView } from '../view.types.ts';
import { withReasons } from './reasons.ts';
import { bareKroner, column, ownNotes, tableWords } from './table-words.ts';

export function thresholdsTable(context: ReportContext): TableView {
  const words = tableWords(context, 'thresholds');
  const { none } = context.language.words;
  return {
    id: 'thresholds',
    title: words.title,
    unit: words.unit,
    columns: [column(words.what), ...['base', 'target', 'value'].map((name) => column(text(words.texts, name), true))],
    rows: context.assessment.analyses.thresholds.map((result) => ({
      kind: 'body',
      head: result.threshold.name,
      cells: [
        result.own === undefined ? none : inUnit(context, result.own, result.unit, writtenUnit(result.figures)),
        bareKroner(context, result.threshold.target),
        thresholdText(context, result),
      ],
    })),
    ...withReasons(
      context,
      ownNotes(context, ['thresholds']),
      ['thresholds'],
      context.assessment.analyses.thresholds.map(({ threshold }) => threshold),
    ),
  };
}

/** The value in its unit, or where it was looked for in vain. */
export function thresholdText(context: ReportContext, { value, unit, from, to, figures }: ThresholdResult): string {
  const shown = (amount: number) => inUnit(context, amount, unit, writtenUnit(figures));
  if (value !== undefined) return shown(value);
  const none = text(context.language.tables.thresholds, 'none');
  return say(context, none, { low: shown(from), high: shown(to) });
}
