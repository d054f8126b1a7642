/** The comparison of an anthology as a table, and as a chart where the amounts can be compared. */
import type { ChartStyle, DistributionSpec } from '../charts/chart.types.ts';
import { drawCharts } from '../charts/draw.ts';
import type { Language } from '../language.ts';
import { column } from '../tables/table-words.ts';
import type { ChartView, TableView } from '../view.types.ts';
import { type AnthologyComparison, sayAnthology, shownNames } from './comparison.ts';

/** The fewest bars that are worth a drawing, and the most that can be read. */
const bars = { fewest: 2, most: 40 };

export function comparisonTable({ notes, differing }: AnthologyComparison, language: Language): TableView {
  const words = (name: string, fillings = {}) => sayAnthology(language, name, fillings);
  const names = shownNames(notes);
  return {
    id: 'comparison',
    title: words('tableTitle'),
    unit: words('unit'),
    columns: [
      column(words('intervention')),
      column(words('total'), true),
      column(words('perCompleted'), true),
      column(words('horizon'), true),
      column(words('priceYear'), true),
      column(words('payer')),
    ],
    rows: notes.map(({ printed, priceYear, payer }, index) => ({
      kind: 'body',
      head: `${index + 1}. ${names[index] ?? ''}`,
      cells: [printed.total, printed.perCompleted ?? language.words.none, printed.years, String(priceYear), payer],
    })),
    notes: differing.length === 0 ? [] : [words('notComparableNote')],
    sources: [words('source')],
  };
}

/** Bars from one zero; nothing where a drawing would compare what cannot be compared. */
export function comparisonChart(
  comparison: AnthologyComparison,
  data: TableView,
  language: Language,
  style: ChartStyle,
): ChartView | undefined {
  const { notes, differing } = comparison;
  const names = shownNames(notes);
  const shown = notes.flatMap(({ perCompleted, printed }, index) =>
    perCompleted === null || perCompleted < 0 || printed.perCompleted === null
      ? []
      : [{ label: names[index] ?? '', amount: perCompleted, text: printed.perCompleted, of: printed.completed }],
  );
  if (differing.length > 0 || shown.length < bars.fewest || shown.length > bars.most) return undefined;
  const largest = Math.max(...shown.map(({ amount }) => amount), 1);
  const words = (name: string, fillings = {}) => sayAnthology(language, name, fillings);
  const said = shown.map(({ label, text, of }) =>
    words('part', { intervention: label, amount: words('perCompletedOf', { amount: text, completed: of }) }),
  );
  const alternative = words('chartFinding', { parts: said.join('; ') });
  const parts = shown.map(({ label, amount, text }) => ({ label, share: { value: amount / largest, text } }));
  const spec: DistributionSpec = { kind: 'distribution', id: 'chart-comparison', alternative, parts };
  return {
    id: 'chart-comparison',
    title: words('chartTitle'),
    unit: words('chartUnit', { priceLevel: notes[0]?.printed.priceLevel ?? '' }),
    ...drawCharts(spec, style),
    alternative,
    notes: [],
    sources: [words('source')],
    data,
  };
}
