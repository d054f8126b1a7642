/** Table: what has been paid by the end of each year. It stands where an author asks for it. */
import type { ReportContext } from '../context.ts';
import { figure, text, yearNames } from '../context.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { bareKroner, column, ownNotes, tableWords } from './table-words.ts';

/** Net costs of each year and their running sum [kr.]. */
export function cumulatedCosts(context: ReportContext): {
  readonly byYear: readonly number[];
  readonly cumulated: readonly number[];
} {
  const byYear = context.assessment.model.totals.netByYear.map((term) => figure(context, term));
  const cumulated: number[] = [];
  for (const amount of byYear) cumulated.push((cumulated.at(-1) ?? 0) + amount);
  return { byYear, cumulated };
}

/** One year cumulates nothing, and neither do costs of nothing. */
export function isCumulated(context: ReportContext): boolean {
  const { byYear } = cumulatedCosts(context);
  return byYear.length > 1 && byYear.some((amount) => amount !== 0);
}

export function cumulativeTable(context: ReportContext): TableView {
  const words = tableWords(context, 'cumulative');
  const { totals } = context.assessment.model;
  const isNet = figure(context, totals.net) !== figure(context, totals.gross);
  const { byYear, cumulated } = cumulatedCosts(context);
  return {
    id: 'cumulative',
    title: isNet ? text(words.texts, 'titleNet') : words.title,
    unit: words.unit,
    columns: [column(words.what), column(text(words.texts, 'year'), true), column(text(words.texts, 'sum'), true)],
    rows: yearNames(context).map(
      (head, year): TableRow => ({
        kind: 'body',
        head,
        cells: [bareKroner(context, byYear[year] ?? 0), bareKroner(context, cumulated[year] ?? 0)],
      }),
    ),
    ...ownNotes(context, ['perspective']),
    onRequest: true,
  };
}
