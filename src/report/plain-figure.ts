/** Figures that are printed one way only: counts, shares, texts. */
import type { FigureText } from './view.types.ts';

export function plainFigure(text: string, exact = text): FigureText {
  return { text, plain: text, exact, near: text };
}
