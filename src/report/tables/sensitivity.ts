/** Table: the headline with one assumption changed at a time. */
import type { SensitivityRow } from '../../model/analyses/one-way.ts';
import { durationUnitOf } from '../../scenario/quantity/read-amount.ts';
import type { Variation } from '../../scenario/quantity/read-variation.ts';
import type { Quantity } from '../../scenario/schema/quantity.ts';
import type { WrittenValue } from '../../scenario/schema/written-value.ts';
import { figuresNamed } from '../../scenario/variation.ts';
import type { ReportContext } from '../context.ts';
import { headlineValue, pointsText, quantityText, text } from '../context.ts';
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
      ['oneWay'],
      sensitivity.map(({ analysis }) => analysis),
    ),
  };
}

/** What was changed: “±20 pct.”, or the two values. */
export function variationText(context: ReportContext, row: SensitivityRow): string {
  const { by } = row.analysis;
  if (by !== undefined && by.low === -by.high && isShownAsChange(context, row))
    return `±${changeText(context, by.high, by)}`;
  const [low, high] = endTexts(context, row);
  return `${low} – ${high}`;
}

/** A duration at an end that was written out is in the end's own unit; moved by a variation it keeps the figure's. */
function writtenAs(quantity: Quantity, end: WrittenValue | undefined): Quantity {
  if (end === undefined || quantity.unit !== 'years') return quantity;
  return { ...quantity, writtenIn: durationUnitOf(end.text) };
}

/** The values that the varied figure has at the two ends, or the change itself where values would not tell it. */
export function endTexts(context: ReportContext, row: SensitivityRow): readonly [string, string] {
  const { by } = row.analysis;
  if (by !== undefined && isShownAsChange(context, row)) {
    const signed = (change: number) => `${change > 0 ? '+' : ''}${changeText(context, change, by)}`;
    return [signed(by.low), signed(by.high)];
  }
  if (row.example === undefined) return ['', ''];
  const { low, high } = row.example;
  return [
    quantityText(context, writtenAs(low, row.analysis.low)),
    quantityText(context, writtenAs(high, row.analysis.high)),
  ];
}

/** A relative change, or one of several figures that are not alike: “8 – 12” of one team would be wrong of another. */
function isShownAsChange(context: ReportContext, { analysis }: SensitivityRow): boolean {
  if (analysis.by === undefined || analysis.by.kind === 'relative') return analysis.by !== undefined;
  const varied = [...figuresNamed(context.scenario, analysis.vary).values()];
  return new Set(varied.map((quantity) => quantityText(context, quantity))).size > 1;
}

/** “20 pct.”, “10 procentpoint”, “2” or “1 time”. */
function changeText(context: ReportContext, change: number, { kind, unit }: Variation): string {
  const { numbers } = context;
  if (kind === 'relative') return numbers.sharePrecise(change);
  if (kind === 'points') return pointsText(context, change);
  if (unit === 'kroner') return numbers.hourly(change);
  if (unit === 'hours') return numbers.hours(change);
  return unit === 'years' ? numbers.years(change) : numbers.count(change);
}
