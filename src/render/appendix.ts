/** The appendix's list of what is named without a price, as a table. */
import type { NoteView, TableView } from '../report/view.types.ts';

export interface Appendix {
  readonly notPriced?: TableView;
}

/** Only what has rows: a list that is empty leaves no trace. `prefix` stands before ids. */
export function appendixOf(view: NoteView, prefix = ''): Appendix {
  const notPriced = listTable(
    view,
    prefix,
    'notPriced',
    ['notPricedName', 'notPricedReason'],
    view.notPriced.map(({ name, reason }) => [name, reason]),
  );
  return notPriced === undefined ? {} : { notPriced };
}

function listTable(
  { labels }: NoteView,
  prefix: string,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): TableView | undefined {
  if (rows.length === 0) return undefined;
  return {
    id: `${prefix}bilag-${name.toLowerCase()}`,
    title: labels[`${name}Title`] ?? name,
    unit: labels[`${name}Unit`] ?? '',
    columns: columns.map((label) => ({ label: labels[label] ?? label, numeric: false })),
    rows: rows.map(([head = '', ...cells]) => ({ kind: 'body', head, cells })),
    notes: [labels[`${name}Note`] ?? ''],
    sources: [labels[`${name}Source`] ?? ''],
  };
}
