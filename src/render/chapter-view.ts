/** A note as a chapter among others: every id of its tables, figures and sources gets the chapter's prefix. */
import type { ChartView, NoteView, TableView } from '../report/view.types.ts';

export function chapterView(view: NoteView, prefix: string): NoteView {
  const table = (one: TableView): TableView => ({ ...one, id: prefix + one.id });
  // A drawing's ids begin with the chart's own.
  const chart = (one: ChartView): ChartView => {
    const drawing = (svg: string) => svg.replaceAll(`id="${one.id}`, `id="${prefix}${one.id}`);
    return {
      ...one,
      id: prefix + one.id,
      svg: drawing(one.svg),
      webSvg: () => drawing(one.webSvg()),
      data: table(one.data),
    };
  };
  return {
    ...view,
    tables: mapped(view.tables, table),
    charts: mapped(view.charts, chart),
    sources: view.sources.map((source) => ({ ...source, id: prefix + source.id })),
  };
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
