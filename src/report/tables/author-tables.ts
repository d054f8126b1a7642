/** The author's own tables, as they are printed. */
import type { TableCell } from '../../scenario/quantity/read-cell.ts';
import type { TableInput } from '../../scenario/schema/tables.ts';
import type { ReportContext } from '../context.ts';
import { say, text } from '../context.ts';
import { sourceText } from '../sources.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { column } from './table-words.ts';

export function authorTables(context: ReportContext): Readonly<Record<string, TableView>> {
  const tables = Object.entries(context.scenario.tables ?? {});
  return Object.fromEntries(tables.map(([id, table], place) => [id, authorTable(context, table, place)]));
}

function authorTable(context: ReportContext, table: TableInput, place: number): TableView {
  const { language, scenario } = context;
  const reference = table.source === undefined ? undefined : scenario.references?.[table.source.ref];
  const rows = Object.entries(table.rows).map(
    ([head, cells]): TableRow => ({
      kind: kindOf(table, head),
      head,
      cells: cells.map((cell) => cellText(context, cell)),
    }),
  );
  const why =
    table.assumption === undefined ? [] : [say(context, text(language.notes, 'assumption'), { why: table.assumption })];
  return {
    id: `author-table-${place + 1}`,
    title: table.title,
    ...(table.unit !== undefined && { unit: table.unit }),
    columns: [column(table.what ?? ''), ...table.columns.map((head) => column(head, true))],
    rows,
    notes: [...(table.deviation === undefined ? [] : [table.deviation]), ...why],
    sources: reference === undefined ? [] : [sourceText(context, reference, table.source?.at)],
  };
}

function kindOf({ totals, average }: TableInput, row: string): TableRow['kind'] {
  if (row === totals?.row) return 'total';
  return row === average ? 'subtotal' : 'body';
}

function cellText({ language, numbers }: ReportContext, { value, decimals }: TableCell): string {
  return value === undefined ? language.words.none : numbers.plain(value, decimals);
}
