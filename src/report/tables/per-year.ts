/** Table: cost by year and category, with totals. */
import type { CostCategory } from '../../scenario/schema/words.ts';
import type { ReportContext } from '../context.ts';
import { figure, yearNames } from '../context.ts';
import { usedCategories } from '../used-categories.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { bareKroner, column, isRounded, ownNotes, tableWords } from './table-words.ts';

/** Years as columns up to this many; a longer horizon has its years as rows, so that the table keeps its width. */
const mostYearColumns = 6;

export function perYearTable(context: ReportContext): TableView {
  const { totals } = context.assessment.model;
  const categories = usedCategories(context);
  const amounts = categories.map((category) => totals.byCategoryYear[category].map((term) => figure(context, term)));
  const yearTotals = totals.grossByYear.map((term) => figure(context, term));
  const gross = figure(context, totals.gross);
  const sums = categories.map((category) => figure(context, totals.byCategory[category]));
  const rounded =
    isRounded(context, sums, gross) ||
    isRounded(context, yearTotals, gross) ||
    amounts.some((row, place) => isRounded(context, row, sums[place] ?? 0)) ||
    yearTotals.some((total, year) =>
      isRounded(
        context,
        amounts.map((row) => row[year] ?? 0),
        total,
      ),
    );
  const words = tableWords(context, 'perYear');
  const asColumns = yearTotals.length <= mostYearColumns;
  return {
    id: 'per-year',
    title: words.title,
    unit: words.unit,
    ...(asColumns
      ? yearsAcross(context, words.what, categories, amounts, sums, yearTotals, gross)
      : yearsDown(context, categories, amounts, sums, yearTotals, gross)),
    ...ownNotes(context, [...(rounded ? ['rounding'] : []), 'perspective']),
  };
}

type Body = Pick<TableView, 'columns' | 'rows'>;

function yearsAcross(
  context: ReportContext,
  what: string,
  categories: readonly CostCategory[],
  amounts: readonly (readonly number[])[],
  sums: readonly number[],
  yearTotals: readonly number[],
  gross: number,
): Body {
  const { language } = context;
  const cell = (amount: number) => bareKroner(context, amount);
  const rows = categories.map(
    (category, place): TableRow => ({
      kind: 'body',
      head: language.categories[category],
      cells: [...(amounts[place] ?? []), sums[place] ?? 0].map(cell),
    }),
  );
  return {
    columns: [
      column(what),
      ...yearNames(context).map((name) => column(name, true)),
      column(language.words.total, true),
    ],
    rows: [...rows, { kind: 'total', head: language.words.total, cells: [...yearTotals, gross].map(cell) }],
  };
}

function yearsDown(
  context: ReportContext,
  categories: readonly CostCategory[],
  amounts: readonly (readonly number[])[],
  sums: readonly number[],
  yearTotals: readonly number[],
  gross: number,
): Body {
  const { language } = context;
  const cell = (amount: number) => bareKroner(context, amount);
  const rows = yearNames(context).map(
    (name, year): TableRow => ({
      kind: 'body',
      head: name,
      cells: [...amounts.map((row) => row[year] ?? 0), yearTotals[year] ?? 0].map(cell),
    }),
  );
  return {
    columns: [
      column(''),
      ...categories.map((category) => column(language.categories[category], true)),
      column(language.words.total, true),
    ],
    rows: [...rows, { kind: 'total', head: language.words.total, cells: [...sums, gross].map(cell) }],
  };
}
