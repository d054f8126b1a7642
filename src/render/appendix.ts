/** The appendix's lists as tables: what was assumed, how figures came about, and what is named without a price. */
import type { NoteView, TableView } from '../report/view.types.ts';

export interface Appendix {
  readonly assumptions?: TableView;
  readonly equations?: TableView;
  readonly notPriced?: TableView;
}

/** Only what has rows: a list that is empty leaves no trace. */
export function appendixOf(view: NoteView): Appendix {
  const assumptions = listTable(
    view,
    'assumptions',
    ['assumptionWhat', 'assumptionValue', 'assumptionWhy'],
    view.assumptions.map(({ what, value, why }) => [what, value, why]),
  );
  const equations = listTable(
    view,
    'equations',
    ['equationLabel', 'equation'],
    view.equations.map(({ label, equation }) => [label, equation]),
  );
  const notPriced = listTable(
    view,
    'notPriced',
    ['notPricedName', 'notPricedReason'],
    view.notPriced.map(({ name, reason }) => [name, reason]),
  );
  return {
    ...(assumptions === undefined ? {} : { assumptions }),
    ...(equations === undefined ? {} : { equations }),
    ...(notPriced === undefined ? {} : { notPriced }),
  };
}

function listTable(
  { labels }: NoteView,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): TableView | undefined {
  if (rows.length === 0) return undefined;
  return {
    id: `bilag-${name.toLowerCase()}`,
    title: labels[`${name}Title`] ?? name,
    columns: columns.map((label) => ({ label: labels[label] ?? label, numeric: false })),
    rows: rows.map(([head = '', ...cells]) => ({ kind: 'body', head, cells })),
    notes: [],
    sources: [],
  };
}
