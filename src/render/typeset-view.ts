/** No-break spaces in everything of a view that is printed as running text or in tables; figures and drawings have theirs already. */
import type { ChangesView, ChartView, NoteView, TableView } from '../report/view.types.ts';
import { keepTogether } from './typesetting.ts';

type Keep = (text: string) => string;

/** The view as it is printed; the abstract stays as it is written, since programs read it.  Done before tables are measured: words that stay together need the room of one. */
export function typesetView(view: NoteView): NoteView {
  const keep: Keep = (text) => keepTogether(text, view.typography);
  const { tables, charts, sentences, headlines, assumptions, notPriced, sources, recalculation, changes } = view;
  return {
    ...view,
    ...(recalculation && { recalculation: { ...recalculation, statement: keep(recalculation.statement) } }),
    sentences: mapped(sentences, keep),
    headlines: headlines.map(({ label, figure }) => ({ label: keep(label), figure: keep(figure) })),
    assumptions: assumptions.map((one) => ({ ...one, what: keep(one.what), value: keep(one.value) })),
    notPriced: notPriced.map(({ name, reason }) => ({ name: keep(name), reason: keep(reason) })),
    sources: sources.map((source) => ({
      ...source,
      citation: keep(source.citation),
      text: keep(source.text),
      ...(source.read && { read: keep(source.read) }),
    })),
    tables: mapped(tables, (table) => typesetTable(table, keep)),
    charts: mapped(charts, (chart) => typesetChart(chart, keep)),
    editions: view.editions.map(keep),
    ...(changes && { changes: typesetChanges(changes, keep) }),
  };
}

function typesetChanges(changes: ChangesView, keep: Keep): ChangesView {
  const notes = changes.notes.map((note) => ({
    ...note,
    paragraphs: note.paragraphs.map(keep),
    comparisons: note.comparisons.map((table) => typesetTable(table, keep)),
  }));
  const overview = changes.overview.map((table) => typesetTable(table, keep));
  return { ...changes, paragraphs: changes.paragraphs.map(keep), overview, notes };
}

function typesetTable(table: TableView, keep: Keep): TableView {
  return {
    ...table,
    ...heading(table, keep),
    columns: table.columns.map((column) => ({ ...column, label: keep(column.label) })),
    rows: table.rows.map((row) => ({ ...row, head: keep(row.head), cells: row.cells.map(keep) })),
  };
}

function typesetChart(chart: ChartView, keep: Keep): ChartView {
  return { ...chart, ...heading(chart, keep), data: typesetTable(chart.data, keep) };
}

function heading({ title, unit, notes, sources }: TableView | ChartView, keep: Keep) {
  return {
    title: keep(title),
    ...(unit !== undefined && { unit: keep(unit) }),
    notes: notes.map(keep),
    sources: sources.map(keep),
  };
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
