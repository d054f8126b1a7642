/** Table: what each payer bears in each year, by category, before and after subsidies and saved expenses. */
import type { PayerYear, PayerYears } from '../../model/by-payer.ts';
import { costCategories } from '../../scenario/schema/words.ts';
import type { ReportContext } from '../context.ts';
import { text, yearNames } from '../context.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { payerParts, withSign } from './payers.ts';
import { bareKroner, column, ownNotes, tableWords } from './table-words.ts';

/** Years as columns up to this many; a longer horizon has its years as rows, so that the table keeps its width. */
const mostYearColumns = 6;

/** A row of the table before it is printed: its name, and its amount in a year. */
interface Part {
  readonly head: string;
  readonly kind: TableRow['kind'];
  readonly of: (year: PayerYear) => number;
}

export function payerYearTable(context: ReportContext): TableView {
  const words = tableWords(context, 'payerYear');
  const asColumns = yearNames(context).length <= mostYearColumns;
  return {
    id: 'payer-year',
    title: words.title,
    unit: words.unit,
    ...(asColumns ? yearsAcross(context, words.what) : yearsDown(context, text(words.texts, 'year'))),
    ...ownNotes(context, ['undiscounted']),
  };
}

/** Only what the payer has anything of; the net always. */
function partsOf(context: ReportContext, { years }: PayerYears): readonly Part[] {
  const words = tableWords(context, 'payerYear');
  const categories = costCategories.map(
    (category): Part => ({
      head: context.language.categories[category],
      kind: 'body',
      of: ({ byCategory }) => byCategory[category],
    }),
  );
  const sums = payerParts.map(
    (part): Part => ({
      head: text(words.texts, part),
      kind: part === 'gross' ? 'subtotal' : part === 'net' ? 'total' : 'body',
      of: (year) => withSign(year, part),
    }),
  );
  return [...categories, ...sums].filter(({ kind, of }) => kind === 'total' || years.some((year) => of(year) !== 0));
}

type Body = Pick<TableView, 'columns' | 'rows'>;

function yearsAcross(context: ReportContext, what: string): Body {
  const { language, assessment } = context;
  const rows = assessment.byPayerYear.flatMap((payer): TableRow[] => [
    { kind: 'group', head: language.payers[payer.payer], cells: [] },
    ...partsOf(context, payer).map(({ head, kind, of }): TableRow => {
      const amounts = payer.years.map(of);
      const total = amounts.reduce((sum, amount) => sum + amount, 0);
      return { kind, head, cells: [...amounts, total].map((amount) => bareKroner(context, amount)) };
    }),
  ]);
  const years = yearNames(context).map((name) => column(name, true));
  return { columns: [column(what), ...years, column(language.words.total, true)], rows };
}

function yearsDown(context: ReportContext, what: string): Body {
  const { language, assessment } = context;
  const words = tableWords(context, 'payerYear');
  const names = yearNames(context);
  const cells = (amounts: readonly number[]) => amounts.map((amount) => bareKroner(context, amount));
  const rows = assessment.byPayerYear.flatMap(({ payer, years }): TableRow[] => [
    { kind: 'group', head: language.payers[payer], cells: [] },
    ...years.map(
      (year, index): TableRow => ({
        kind: 'body',
        head: names[index] ?? '',
        cells: cells(payerParts.map((part) => withSign(year, part))),
      }),
    ),
    {
      kind: 'total',
      head: language.words.total,
      cells: cells(payerParts.map((part) => years.reduce((sum, year) => sum + withSign(year, part), 0))),
    },
  ]);
  return { columns: [column(what), ...payerParts.map((part) => column(text(words.texts, part), true))], rows };
}
