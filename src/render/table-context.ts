/** A table as its template needs it: what a template would have to compare is a boolean here. */
import type { TableView } from '../report/view.types.ts';

export interface TableContext {
  readonly id: string;
  readonly title: string;
  readonly label?: string;
  readonly unit?: string;
  readonly isWide: boolean;
  readonly isDense: boolean;
  readonly isCrowded: boolean;
  readonly isLong: boolean;
  readonly isProse: boolean;
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
  readonly cells: readonly { readonly text: string; readonly numeric: boolean }[];
}

/**
 * More columns than these do not fit the text column, the page, and the page in small type. What is wider than the page
 * must not be: Chromium then shrinks every page of the note.
 */
const widestInColumn = 5;
const widestOnPage = 8;
const widestDense = 13;
/** More rows than this would leave half a page empty if they were kept together. */
const longestKept = 12;

export function tableContext(table: TableView, label?: string): TableContext {
  const [, ...columns] = table.columns;
  return {
    id: table.id,
    title: table.title,
    ...(label === undefined ? {} : { label }),
    ...(table.unit === undefined ? {} : { unit: table.unit }),
    isWide: table.columns.length > widestInColumn,
    isDense: table.columns.length > widestOnPage,
    isCrowded: table.columns.length > widestDense,
    isLong: table.rows.length > longestKept,
    isProse: !columns.some((column) => column.numeric),
    columns: table.columns,
    rows: table.rows.map((row) => ({
      isGroup: row.kind === 'group',
      isTotal: row.kind === 'total',
      isSubtotal: row.kind === 'subtotal',
      head: row.head,
      span: String(table.columns.length),
      cells: row.cells.map((text, index) => ({ text, numeric: columns[index]?.numeric ?? false })),
    })),
    notes: table.notes,
    sources: table.sources,
  };
}
