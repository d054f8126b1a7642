/** Specs and a style for the tests of charts: figures easy to check by head, and generators for the rest. */
import fc from 'fast-check';
import type {
  ChartSpec,
  ChartStyle,
  ChartValue,
  DistributionSpec,
  HistogramSpec,
  LineSpec,
  StackedColumnsSpec,
  TornadoSpec,
} from '../../../src/report/charts/chart.types.ts';

export const style: ChartStyle = {
  fontFamily: "'Source Sans 3'",
  text: '#1c1c1c',
  faint: '#575c60',
  grid: '#d5d9dc',
  background: '#ffffff',
  series: ['#1d4f4c', '#5d9c93', '#b7d3c6', '#d9a441'],
  accent: '#a3341f',
  dark: {
    text: '#e6ecee',
    faint: '#a9b6bb',
    grid: '#3a494f',
    background: '#12191c',
    series: ['#5f8f8c', '#8fc0b8', '#cfe3da', '#e3bb6a'],
    accent: '#d0715f',
  },
  width: 600,
};

const grouped = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 1, signDisplay: 'negative' });
export const axisText = (value: number): string => grouped.format(value);
export const kroner = (value: number): ChartValue => ({ value, text: `${grouped.format(value)}\u00a0kr.` });
export const percent = (value: number): ChartValue => ({ value, text: `${grouped.format(value * 100)}\u00a0pct.` });

const axis = { axisText, axisLabel: 'Kr., 2024-priser' };

/** `rows[series][column]`; the totals are the sums. */
export function columnsOf(rows: readonly (readonly number[])[], names: readonly string[] = []): StackedColumnsSpec {
  const count = rows[0]?.length ?? 0;
  const columns = Array.from({ length: count }, (_, column) => String(2024 + column));
  return {
    kind: 'stacked-columns',
    id: 'per-year',
    alternative: 'Omkostningen er størst i første år',
    columns,
    series: rows.map((row, index) => ({ label: names[index] ?? `Serie ${index + 1}`, values: row.map(kroner) })),
    totals: columns.map((_, column) => kroner(rows.reduce((sum, row) => sum + (row[column] ?? 0), 0))),
    ...axis,
  };
}

export function distributionOf(shares: readonly number[], names: readonly string[] = []): DistributionSpec {
  const parts = shares.map((share, index) => ({ label: names[index] ?? `Del ${index + 1}`, share: percent(share) }));
  return { kind: 'distribution', id: 'shares', alternative: 'Drift fylder mest', parts };
}

export function tornadoOf(
  base: number,
  bars: readonly (readonly [low: number, high: number])[],
  names: readonly string[] = [],
): TornadoSpec {
  return {
    kind: 'tornado',
    id: 'tornado',
    alternative: 'Lønnen flytter mest',
    base: { value: base, text: `Basis: ${kroner(base).text}` },
    bars: bars.map(([low, high], index) => ({
      label: names[index] ?? `Forudsætning ${index + 1}`,
      low: kroner(low),
      high: kroner(high),
      lowInput: '80\u00a0pct.',
      highInput: '120\u00a0pct.',
    })),
    ...axis,
  };
}

export function lineOf(values: readonly number[], names: readonly string[] = []): LineSpec {
  const points = values.map((value, index) => ({ label: names[index] ?? `${index + 1}`, at: kroner(value) }));
  return { kind: 'line', id: 'threshold', alternative: 'Prisen falder', points, ...axis };
}

export function histogramOf(counts: readonly number[], marks: readonly number[], from = 0, step = 1000): HistogramSpec {
  const bins = counts.map((count, index) => ({ from: from + index * step, to: from + (index + 1) * step, count }));
  return {
    kind: 'histogram',
    id: 'spread',
    alternative: 'De fleste ligger midt i',
    bins,
    marks: marks.map(kroner),
    ...axis,
  };
}

const word = fc.constantFrom(
  'Drift',
  'af',
  'hold',
  'gruppelederens',
  '<b>&"\'',
  'speciallægeundersøgelsesomkostning',
  'år',
);
/** Up to sixty characters or so, with letters that XML must not see bare. */
export const anyName = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ').slice(0, 60));
const anyValue = fc.oneof(
  fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constant(0),
);
const rows = fc
  .integer({ min: 0, max: 40 })
  .chain((count) =>
    fc.array(fc.array(anyValue, { minLength: count, maxLength: count }), { minLength: 0, maxLength: 7 }),
  );
const names = fc.array(anyName, { minLength: 40, maxLength: 40 });

export const anyTornado = fc
  .tuple(anyValue, fc.array(fc.tuple(anyValue, anyValue), { maxLength: 20 }), names)
  .map(([base, bars, labels]) => tornadoOf(base, bars, labels));

export const anyChart: fc.Arbitrary<ChartSpec> = fc.oneof(
  fc.tuple(rows, names).map(([values, labels]) => columnsOf(values, labels)),
  fc
    .tuple(fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { maxLength: 20 }), names)
    .map(([shares, labels]) => distributionOf(shares, labels)),
  anyTornado,
  fc.tuple(fc.array(anyValue, { maxLength: 40 }), names).map(([values, labels]) => lineOf(values, labels)),
  fc
    .tuple(
      fc.array(fc.nat(5000), { maxLength: 60 }),
      fc.array(fc.integer({ min: -5000, max: 70_000 }), { maxLength: 6 }),
    )
    .map(([counts, marks]) => histogramOf(counts, marks)),
);
