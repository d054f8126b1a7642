/** A table as its template needs it: what a template would have to compare is a boolean here. */
import type { CellMark, TableView } from '../report/view.types.ts';
import { alignDecimals, type DecimalSign } from './decimal-column.ts';
import { isSentence, type TableFit, tableFit } from './table-fit.ts';

export interface TableContext extends TableFit {
  readonly id: string;
  readonly title: string;
  readonly label?: string;
  readonly unit?: string;
  readonly isLong: boolean;
  readonly isProse: boolean;
  /** Of a table of words with a column of values between its first and its last: some need more than their usual room. */
  readonly hasLongValues: boolean;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly RowContext[];
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}

interface RowContext {
  readonly isGroup: boolean;
  readonly isTotal: boolean;
  readonly isSubtotal: boolean;
  readonly head: string;
  /** Columns that a group row's head spans. */
  readonly span: string;
  readonly cells: readonly {
    readonly text: string;
    readonly style: string;
    /** Unseen digits that bring the decimal comma under the others’, and what follows them. */
    readonly pad: string;
    readonly rest: string;
  }[];
}

/** More rows than this would leave half a page empty if they were kept together. */
const longestKept = 12;

/** Letters of a value that fit into its column on one line. */
const usualValue = 17;

export function tableContext(table: TableView, label?: string, sign: DecimalSign = ','): TableContext {
  const [, ...columns] = table.columns;
  const isProse = !columns.some((column) => column.numeric);
  const figures = columns.map(({ numeric }, column) =>
    numeric
      ? alignDecimals(
          table.rows.map((row) => row.cells[column] ?? ''),
          sign,
        )
      : [],
  );
  return {
    id: table.id,
    title: table.title,
    ...(label === undefined ? {} : { label }),
    ...(table.unit === undefined ? {} : { unit: table.unit }),
    ...fitOf(table, isProse),
    isLong: table.rows.length > longestKept,
    isProse,
    hasLongValues: isProse && columns.length === 2 && table.rows.some(({ cells: [value = ''] }) => isLongValue(value)),
    columns: table.columns,
    rows: table.rows.map((row, place) => ({
      isGroup: row.kind === 'group',
      isTotal: row.kind === 'total',
      isSubtotal: row.kind === 'subtotal',
      head: row.head,
      span: String(table.columns.length),
      cells: row.cells.map((text, index) => ({
        ...(figures[index]?.[place] ?? { text, pad: '', rest: '' }),
        style: cellStyle(text, columns[index]?.numeric ?? false, row.marks?.[index]),
      })),
    })),
    notes: table.notes,
    sources: table.sources,
  };
}

/** “373 kr. pr. time” is the longest that is usual; what needs three lines and more is a text, and takes them. */
function isLongValue(value: string): boolean {
  return value.length > usualValue && value.length <= 2 * usualValue;
}

/** The cell's classes: what it is among the others, and whether it is a figure. */
function cellStyle(text: string, isFigure: boolean, mark: CellMark | undefined): string {
  const figure = isSentence(text) ? ['numeric', 'sentence'] : ['numeric'];
  return [...(isFigure ? figure : []), ...(mark === undefined ? [] : [`mark-${mark}`])].join(' ');
}

/** The columns of a table of words have fixed widths, in which every word can break. */
function fitOf({ columns, rows }: TableView, isProse: boolean): TableFit {
  const body = rows.filter((row) => row.kind !== 'group');
  const textsOf = (index: number) => body.map(({ head, cells }) => (index === 0 ? head : (cells[index - 1] ?? '')));
  return tableFit(
    columns.map(({ label, numeric }, index) => ({
      texts: isProse ? [] : [label, ...textsOf(index)],
      isFigures: numeric,
    })),
  );
}
