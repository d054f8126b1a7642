/** Table: the intervention, its comparator and the difference, by category. */
import type { Comparison } from '../../model/comparator.ts';
import { costCategories } from '../../scenario/schema/words.ts';
import type { ReportContext } from '../context.ts';
import { figure, say, text } from '../context.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { bareKroner, column, isRounded, ownNotes, tableWords } from './table-words.ts';

export function comparatorTable(context: ReportContext, comparison: Comparison): TableView {
  const { totals } = context.assessment.model;
  const words = tableWords(context, 'comparator');
  const at = (term: number) => figure(context, term);
  const row = (kind: TableRow['kind'], head: string, own: number, other: number): TableRow => ({
    kind,
    head,
    cells: [own, other, own - other].map((amount) => bareKroner(context, amount)),
  });
  const used = costCategories.filter(
    (category) => at(totals.byCategory[category]) !== 0 || at(comparison.byCategory[category]) !== 0,
  );
  const categories = used.map((category) =>
    row(
      'body',
      context.language.categories[category],
      at(totals.byCategory[category]),
      at(comparison.byCategory[category]),
    ),
  );
  const [gross, net] = [at(comparison.gross), at(comparison.total)];
  const lessOther = { subsidies: comparison.subsidies === undefined ? 0 : at(comparison.subsidies), savings: 0 };
  const less = (['subsidies', 'savings'] as const).filter((part) => at(totals[part]) !== 0 || lessOther[part] !== 0);
  const isNet = less.length > 0;
  const perCompleted = at(totals.perCompleted);
  const own = used.map((category) => at(totals.byCategory[category]));
  return {
    id: 'comparator',
    title: words.title,
    unit: words.unit,
    columns: [
      column(words.what),
      column(text(words.texts, 'own'), true),
      column(context.scenario.comparator?.name ?? '', true),
      column(text(words.texts, 'difference'), true),
    ],
    rows: [
      ...categories,
      row(isNet ? 'subtotal' : 'total', text(words.texts, 'gross'), at(totals.gross), gross),
      ...less.map((part) => row('body', text(words.texts, part), -at(totals[part]), -lessOther[part])),
      ...(isNet ? [row('total', text(words.texts, 'net'), at(totals.net), net)] : []),
      ...(Number.isFinite(perCompleted)
        ? [row('total', say(context, text(words.texts, 'perCompleted')), perCompleted, at(comparison.perCompleted))]
        : []),
    ],
    ...ownNotes(context, [
      ...(isRounded(context, own, at(totals.gross)) ? ['rounding'] : []),
      'comparator',
      'perspective',
    ]),
  };
}
