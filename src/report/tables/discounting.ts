/** Table: the net costs of each year before and after discounting. */
import type { Undiscounted } from '../../model/assess.ts';
import type { ReportContext } from '../context.ts';
import { figure, text, yearNames } from '../context.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { bareKroner, column, isRounded, ownNotes, tableWords } from './table-words.ts';

export function discountingTable(context: ReportContext, undiscounted: Undiscounted): TableView {
  const { totals, discountFactors } = context.assessment.model;
  const { language, numbers } = context;
  const words = tableWords(context, 'discounting');
  const values = totals.netByYear.map((term) => figure(context, term));
  const rows = yearNames(context).map((name, index): TableRow => {
    const factor = discountFactors?.[index];
    const shown = numbers.plain(factor === undefined ? 1 : figure(context, factor), 4);
    const amount = bareKroner(context, undiscounted.netByYear[index] ?? 0);
    return { kind: 'body', head: name, cells: [amount, shown, bareKroner(context, values[index] ?? 0)] };
  });
  const total = (head: string, before: number, after: number): TableRow => ({
    kind: 'total',
    head,
    cells: [bareKroner(context, before), '', bareKroner(context, after)],
  });
  const net = figure(context, totals.net);
  const perCompleted = figure(context, totals.perCompleted);
  const rounded =
    isRounded(context, values, net) || isRounded(context, undiscounted.netByYear, undiscounted.net) ? ['rounding'] : [];
  return {
    id: 'discounting',
    title: words.title,
    unit: words.unit,
    columns: [
      column(words.what),
      column(text(words.texts, 'amount'), true),
      column(text(words.texts, 'factor'), true),
      column(text(words.texts, 'value'), true),
    ],
    rows: [
      ...rows,
      total(language.words.total, undiscounted.net, net),
      ...(Number.isFinite(perCompleted)
        ? [
            total(
              context.language.fill(text(words.texts, 'perCompleted'), context.names),
              undiscounted.perCompleted,
              perCompleted,
            ),
          ]
        : []),
    ],
    ...ownNotes(context, [...rounded, 'perspective']),
  };
}
