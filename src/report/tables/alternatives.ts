/** Table: total and cost per completed participant in named alternatives. */
import type { AlternativeResult } from '../../model/analyses/alternatives.ts';
import { hasUnits, type Outcome } from '../../model/analyses/evaluator.ts';
import { durationUnitOf } from '../../scenario/quantity/read-amount.ts';
import type { ReportContext } from '../context.ts';
import { figure, headlineValue, inUnit, say, text } from '../context.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { withReasons } from './reasons.ts';
import { bareKroner, column, ownNotes, tableWords } from './table-words.ts';
import { variedName } from './varied-names.ts';

export function alternativesTable(context: ReportContext): TableView {
  const words = tableWords(context, 'alternatives');
  const { model, analyses } = context.assessment;
  const isPerUnit = hasUnits(context.assessment);
  const row = (head: string, changes: string, { total, headline }: Outcome): TableRow => ({
    kind: 'body',
    head,
    cells: [changes, bareKroner(context, total), ...(isPerUnit ? [bareKroner(context, headline)] : [])],
  });
  const base = { total: figure(context, model.totals.net), headline: headlineValue(context) };
  return {
    id: 'alternatives',
    title: words.title,
    unit: words.unit,
    columns: [
      column(words.what),
      column(text(words.texts, 'changes')),
      column(text(words.texts, 'total'), true),
      ...(isPerUnit ? [column(say(context, text(words.texts, 'perCompleted')), true)] : []),
    ],
    rows: [
      row(text(words.texts, 'base'), context.language.words.none, base),
      ...analyses.alternatives.map((result) => row(result.alternative.name, changesText(context, result), result)),
    ],
    ...withReasons(
      context,
      ownNotes(context, ['alternatives']),
      ['alternatives'],
      analyses.alternatives.map(({ alternative }) => alternative),
    ),
  };
}

/** “Netværksmøder: timer pr. person: 3 timer; PN-team: antal teams: 4” */
function changesText(context: ReportContext, { changes, alternative }: AlternativeResult): string {
  return changes
    .map(({ pattern, figures, unit, value }) => {
      const writtenIn = durationUnitOf(alternative.set[pattern]?.text ?? '');
      return `${variedName(context, figures.keys())}: ${inUnit(context, value, unit, writtenIn)}`;
    })
    .join('; ');
}
