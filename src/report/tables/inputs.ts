/** Table: the scenario's main assumptions. Every input stands in the appendix. */
import type { ReportContext } from '../context.ts';
import { text } from '../context.ts';
import { type InputRow, inputRows } from '../provenance.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { column, tableWords } from './table-words.ts';

/** Horizon, teams, courses, participants, completion and hourly costs: what a reader asks for first. */
export function assumptionsTable(context: ReportContext): TableView {
  const main = inputRows(context).filter(
    ({ path }) => path === 'timeHorizon' || path.startsWith('teams.') || path.startsWith('staff.'),
  );
  return inputTable(context, 'assumptions', main, (row) => row.short);
}

function inputTable(
  context: ReportContext,
  name: string,
  rows: readonly InputRow[],
  basis: (row: InputRow) => string,
): TableView {
  const words = tableWords(context, name);
  return {
    id: name,
    title: words.title,
    columns: [column(words.what), column(text(words.texts, 'value'), true), column(text(words.texts, 'source'))],
    rows: rows.map((row): TableRow => ({ kind: 'body', head: row.what, cells: [row.value, basis(row)] })),
    notes: [],
    sources: [],
  };
}
