/** The extremes that a chart can meet: one bar, forty years, zeros, negatives, ratios of 1:10,000, labels of sixty letters. */
import type { ChartSpec } from '../../src/report/charts/chart.types.ts';
import { columnsOf, distributionOf, histogramOf, kroner, lineOf, tornadoOf } from '../report/charts/samples.ts';

/** Sixty letters, in words and in one. */
const longNames = [
  'Supervision og faglig sparring til gruppelederne i første år',
  'Arbejdsmarkedsuddannelsesinstitutionsledelsesomkostningerne',
  'Lokaler, transport, forplejning og tolk ved alle møder i alt',
];
const categories = ['Forberedelse', 'Uddannelse', 'Drift', 'Investering i materiel'];

const years = (count: number, value: (year: number) => number): number[] =>
  Array.from({ length: count }, (_, year) => value(year));

/** By the title each has in the gallery. */
const specs: Readonly<Record<string, ChartSpec>> = {
  'Søjler: én søjle med én del': columnsOf([[74_600]], ['Drift']),
  'Søjler: én søjle med fire dele': columnsOf([[74_600], [357_015], [608_736], [20_000]], categories),
  'Søjler: fem år, én del i de fleste': columnsOf(
    [
      [357_015, 0, 0, 0, 0],
      [608_736, 608_736, 608_736, 608_736, 608_736],
    ],
    ['Uddannelse', 'Drift'],
  ),
  'Søjler: fyrre år': columnsOf(
    [years(40, (year) => (year % 10 === 0 ? 900_000 : 60_000)), years(40, (year) => 500_000 + year * 9_000)],
    ['Uddannelse', 'Drift'],
  ),
  'Søjler: lutter nuller': columnsOf([years(5, () => 0), years(5, () => 0)], ['Uddannelse', 'Drift']),
  'Søjler: nuller og ét beløb': columnsOf([[0, 0, 125_000, 0, 0]], ['Drift']),
  'Søjler: besparelser under nul': {
    ...columnsOf(
      [
        [400_000, 250_000, 250_000, 120_000],
        [-90_000, -240_000, -310_000, -420_000],
      ],
      ['Drift', 'Sparede udgifter'],
    ),
    totalLabel: 'Netto',
  },
  'Søjler: kun negative': columnsOf([[-90_000, -240_000, -310_000]], ['Sparede udgifter']),
  'Søjler: 1 til 10.000': columnsOf(
    [
      [1_000_000, 100, 1_000_000],
      [100, 1_000_000, 5_000],
    ],
    ['Drift', 'Materiel'],
  ),
  'Søjler: navne på tres bogstaver': columnsOf(
    [
      [300, 200, 400],
      [150, 300, 100],
      [90, 80, 70],
    ],
    longNames,
  ),
  'Søjler: seks slags': columnsOf(
    [0, 1, 2, 3, 4, 5].map((kind) => years(4, (year) => 40_000 + kind * 9_000 + year * 4_000)),
  ),
  'Fordeling: én del': distributionOf([1], ['Drift']),
  'Fordeling: tolv dele': distributionOf([0.3, 0.2, 0.15, 0.1, 0.08, 0.06, 0.04, 0.03, 0.02, 0.01, 0.006, 0.004]),
  'Fordeling: 1 til 10.000': distributionOf([0.9999, 0.0001, 0], ['Drift', 'Materiel', 'Uddannelse']),
  'Fordeling: navne på tres bogstaver': distributionOf([0.6, 0.3, 0.1], longNames),
  'Tornado: én forudsætning': tornadoOf(75_985, [[62_751, 89_218]], ['Tidsforbrug']),
  'Tornado: tyve forudsætninger': tornadoOf(
    75_985,
    years(20, (row) => 20 - row).map((size) => [75_985 - size * 900, 75_985 + size * 1_100] as const),
  ),
  'Tornado: ingen virkning': tornadoOf(75_985, [[75_985, 75_985]], ['Tidsforbrug']),
  'Tornado: 1 til 10.000': tornadoOf(
    1_000_000,
    [
      [500_000, 1_900_000],
      [999_950, 1_000_050],
    ],
    ['Løn', 'Kaffe'],
  ),
  'Tornado: under og over nul': tornadoOf(
    -20_000,
    [
      [-150_000, 90_000],
      [-60_000, -10_000],
    ],
    ['Effekt', 'Løn'],
  ),
  'Tornado: navne på tres bogstaver': tornadoOf(
    5_000,
    [
      [4_000, 6_500],
      [4_500, 5_500],
      [4_900, 5_100],
    ],
    longNames,
  ),
  'Akkumuleret: to år': { ...lineOf([1_060_351, 1_669_087], ['År 1', 'År 2']), fromZero: true },
  'Akkumuleret: fyrre år': lineOf(
    years(40, (year) => 450_000 + (year + 1) * 608_736),
    years(40, (year) => year + 1).map((year) => `År ${year}`),
  ),
  'Akkumuleret: tjent hjem': lineOf(
    [900_000, 520_000, 90_000, -310_000, -800_000],
    ['År 1', 'År 2', 'År 3', 'År 4', 'År 5'],
  ),
  'Akkumuleret: lutter nuller': lineOf([0, 0, 0], ['År 1', 'År 2', 'År 3']),
  'Akkumuleret: navne på tres bogstaver': lineOf([100, 250, 900], longNames),
  'Histogram: alle udfald ens': { ...histogramOf([1000], [500]), marks: [kroner(500)] },
  'Histogram: tres søjler': histogramOf(
    years(60, (bin) => 4_000 * Math.exp(-((bin - 25) ** 2) / 160)),
    [9_000, 26_000, 48_000],
  ),
  'Histogram: mærker tæt på hinanden': histogramOf([10, 400, 900, 400, 10], [2_400, 2_500, 2_600]),
  'Histogram: 1 til 10.000': histogramOf([10_000, 1, 0, 1, 1], [500, 4_500]),
};

export interface Exhibit {
  readonly name: string;
  readonly title: string;
  readonly spec: ChartSpec;
}

/** Each has an id and a text alternative of its own, so that each can be found again. */
export const exhibits: readonly Exhibit[] = Object.entries(specs).map(([title, spec], index) => ({
  name: `exhibit${index + 1}`,
  title,
  spec: { ...spec, id: `exhibit-${index + 1}`, alternative: `Det, der ses af nummer ${index + 1}: ${title}` },
}));
