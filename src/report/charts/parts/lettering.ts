/** The few sizes and inks of text in a chart, made once from the style. */
import type { ChartStyle } from '../chart.types.ts';
import { readableInk } from './colour.ts';

/** A size and weight of type. `stretch` is how wide the family runs against Source Sans 3. */
export interface Lettering {
  readonly size: number;
  readonly weight: 400 | 600;
  readonly stretch: number;
  readonly colour: string;
}

export interface Letterings {
  /** Names of columns, bars and series. */
  readonly label: Lettering;
  /** Figures that carry the finding. */
  readonly strong: Lettering;
  /** Axis, units, input values. */
  readonly small: Lettering;
}

/** 12 and 11 CSS px print as 9 and 8¼ point: under the body text, over what is still read with ease. */
export function letteringsOf(style: ChartStyle): Letterings {
  const stretch = style.letterWidth ?? 1;
  const text = readableInk(style.text, style.background);
  const faint = readableInk(style.faint, style.background);
  return {
    label: { size: 12, weight: 400, stretch, colour: text },
    strong: { size: 12, weight: 600, stretch, colour: text },
    small: { size: 11, weight: 400, stretch, colour: faint },
  };
}

export function lineHeight(lettering: Lettering): number {
  return lettering.size * 1.25;
}

/** From the middle of a line of text down to its baseline: half the height of a capital. */
export function middleToBaseline(lettering: Lettering): number {
  return lettering.size * 0.33;
}
