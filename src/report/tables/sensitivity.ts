/** Table: the headline with one assumption changed at a time. */
import type { SensitivityRow } from '../../model/analyses/one-way.ts';
import type { ReportContext } from '../context.ts';
import { headlineValue, quantityText, text } from '../context.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { withReasons } from './reasons.ts';
import { bareKroner, column, ownNotes, tableWords } from './table-words.ts';

export function sensitivityTable(context: ReportContext): TableView {
  const words = tableWords(context, 'sensitivity');
  const { sensitivity } = context.assessment;
  const base = bareKroner(context, headlineValue(context));
  const rows = sensitivity.map(
    (row): TableRow => ({
      kind: 'body',
      head: row.analysis.name,
      cells: [variationText(context, row), bareKroner(context, row.low), bareKroner(context, row.high)],
    }),
  );
  return {
    id: 'sensitivity',
    title: words.title,
    unit: words.unit,
    columns: [
      column(words.what),
      column(text(words.texts, 'variation'), true),
      column(text(words.texts, 'low'), true),
      column(text(words.texts, 'high'), true),
    ],
    rows: [
      { kind: 'body', head: text(words.texts, 'base'), cells: [context.language.words.none, base, base] },
      ...rows,
    ],
    ...withReasons(
      context,
      ownNotes(context, ['oneWay']),
      sensitivity.map(({ analysis }) => analysis),
    ),
  };
}

/** What was changed: “±20 pct.”, or the two values. */
export function variationText(context: ReportContext, row: SensitivityRow): string {
  const { by } = row.analysis;
  const { numbers } = context;
  if (by?.kind === 'relative' && by.low === -by.high) return `±${numbers.sharePrecise(by.high)}`;
  const [low, high] = endTexts(context, row);
  return `${low} – ${high}`;
}

/** The values that the varied figure has at the two ends; a relative change of several figures is given as the change. */
export function endTexts(context: ReportContext, row: SensitivityRow): readonly [string, string] {
  const { by } = row.analysis;
  if (by?.kind === 'relative') {
    const signed = (change: number) => `${change > 0 ? '+' : ''}${context.numbers.sharePrecise(change)}`;
    return [signed(by.low), signed(by.high)];
  }
  if (row.example === undefined) return ['', ''];
  return [quantityText(context, row.example.low), quantityText(context, row.example.high)];
}
