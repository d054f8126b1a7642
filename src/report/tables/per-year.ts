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
      ? yearsAcross(context, words.what, { categories, amounts, sums, yearTotals, gross })
      : yearsDown(context, { categories, amounts, sums, yearTotals, gross })),
    ...ownNotes(context, [...(rounded ? ['rounding'] : []), 'perspective']),
  };
}

type Body = Pick<TableView, 'columns' | 'rows'>;

/** A cell for each category and year; its sums by category, by year, and in all. */
interface CategoryYears {
  readonly categories: readonly CostCategory[];
  /** By category, then year. */
  readonly amounts: readonly (readonly number[])[];
  readonly sums: readonly number[];
  readonly yearTotals: readonly number[];
  readonly gross: number;
}

function yearsAcross(context: ReportContext, what: string, given: CategoryYears): Body {
  const { categories, amounts, sums, yearTotals, gross } = given;
  const rows = categories.map((category, place) => ({
    head: context.language.categories[category],
    amounts: [...(amounts[place] ?? []), sums[place] ?? 0],
  }));
  return bodyOf(context, [what, ...yearNames(context)], rows, [...yearTotals, gross]);
}

function yearsDown(context: ReportContext, { categories, amounts, sums, yearTotals, gross }: CategoryYears): Body {
  const rows = yearNames(context).map((head, year) => ({
    head,
    amounts: [...amounts.map((row) => row[year] ?? 0), yearTotals[year] ?? 0],
  }));
  const names = categories.map((category) => context.language.categories[category]);
  return bodyOf(context, ['', ...names], rows, [...sums, gross]);
}

/** The rows with their sums in a last column, and a last row of the sums of all. */
function bodyOf(
  context: ReportContext,
  [first = '', ...names]: readonly string[],
  rows: readonly { readonly head: string; readonly amounts: readonly number[] }[],
  totals: readonly number[],
): Body {
  const { total } = context.language.words;
  const row = (kind: TableRow['kind'], head: string, amounts: readonly number[]): TableRow => ({
    kind,
    head,
    cells: amounts.map((amount) => bareKroner(context, amount)),
  });
  return {
    columns: [column(first), ...[...names, total].map((name) => column(name, true))],
    rows: [...rows.map(({ head, amounts }) => row('body', head, amounts)), row('total', total, totals)],
  };
}
