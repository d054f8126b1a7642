/** What a drawing is made of. Figures come with their printed text: a chart positions by `value` and prints `text`. */

export interface ChartValue {
  readonly value: number;
  readonly text: string;
}

export interface StackedColumnsSpec {
  readonly kind: 'stacked-columns';
  /** Prefix of every id inside the SVG, unique in the page. */
  readonly id: string;
  readonly alternative: string;
  readonly columns: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly ChartValue[] }[];
  /** Printed above each column. */
  readonly totals: readonly ChartValue[];
  /** Names the mark of the total (“Netto”) where parts under zero put it elsewhere than at the column's top. */
  readonly totalLabel?: string;
  /** Prints a value on the axis: 200000 → “200.000”. */
  readonly axisText: (value: number) => string;
  readonly axisLabel: string;
}

export interface DistributionSpec {
  readonly kind: 'distribution';
  readonly id: string;
  readonly alternative: string;
  /** Shares of a whole in print order; `text` is “87 pct.”. */
  readonly parts: readonly { readonly label: string; readonly share: ChartValue; readonly amount?: string }[];
}

export interface TornadoSpec {
  readonly kind: 'tornado';
  readonly id: string;
  readonly alternative: string;
  readonly base: ChartValue;
  /** Widest first. `low`/`high` are the results; the labels say which input value gave them (“80 pct.”). */
  readonly bars: readonly {
    readonly label: string;
    readonly low: ChartValue;
    readonly high: ChartValue;
    readonly lowInput: string;
    readonly highInput: string;
  }[];
  readonly axisText: (value: number) => string;
  readonly axisLabel: string;
}

export interface LineSpec {
  readonly kind: 'line';
  readonly id: string;
  readonly alternative: string;
  readonly points: readonly { readonly label: string; readonly at: ChartValue }[];
  /** True where the distance from nothing is what counts, as in a sum; else an axis may begin near the lowest value. */
  readonly fromZero?: true;
  readonly axisText: (value: number) => string;
  readonly axisLabel: string;
}

export interface HistogramSpec {
  readonly kind: 'histogram';
  readonly id: string;
  readonly alternative: string;
  /** Adjacent bins, from low to high. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Vertical marks with their text (“5 pct.: 63.000 kr.”). */
  readonly marks: readonly ChartValue[];
  readonly axisText: (value: number) => string;
  readonly axisLabel: string;
}

export type ChartSpec = StackedColumnsSpec | DistributionSpec | TornadoSpec | LineSpec | HistogramSpec;

/** Colours of a drawing, `#rrggbb`. */
export interface ChartColours {
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly background: string;
  /** Fills of the series, in order; drawn with a pattern as well, so that they differ without colour. */
  readonly series: readonly string[];
  readonly accent: string;
}

/** Colours and sizes of a drawing, from the theme. */
export interface ChartStyle extends ChartColours {
  readonly fontFamily: string;
  /** How wide the family runs against Source Sans 3 (Arial about 1.1); 1 where absent. */
  readonly letterWidth?: number;
  /** The colours on a dark screen. */
  readonly dark: ChartColours;
  /** Width of the text column in CSS px at 96 dpi. */
  readonly width: number;
}
