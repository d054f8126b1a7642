/** Names along the foot of a chart, under columns or points. */
import { drawLabel, keepInside } from './label.ts';
import { widest, wrapLabel } from './label-fit.ts';
import { type Lettering, lineHeight } from './lettering.ts';
import type { Drawing, Markup } from './svg.ts';

export interface NamesSpace {
  readonly top: number;
  readonly step: number;
  readonly width: number;
  readonly lettering: Lettering;
}

/** Names under columns or points: all of them, wrapped, where they fit; else every second, fifth, tenth … Gives the height they take. */
export function drawNames(names: readonly string[], centres: readonly number[], space: NamesSpace): Drawing {
  const { every, wrapped } = thinNames(names, space);
  const { lettering } = space;
  const marks: Markup[] = [];
  let takenTo = Number.NEGATIVE_INFINITY;
  let lineCount = 0;
  names.forEach((_, index) => {
    if (index % every !== 0) return;
    const lines = wrapped[index] ?? [];
    const width = widest(lines, lettering);
    const x = keepInside(centres[index] ?? 0, width, space.width);
    // Only the last can be pushed into its neighbour, by the edge of the drawing.
    if (x - width / 2 < takenTo) return;
    takenTo = x + width / 2 + 4;
    lineCount = Math.max(lineCount, lines.length);
    marks.push(drawLabel({ lines, x, y: space.top + lineHeight(lettering) * 0.8, anchor: 'middle', lettering }));
  });
  return { marks, height: lineCount * lineHeight(lettering) };
}

/** Cutting words is better than leaving names out, as long as the columns are this wide. */
const narrowestForCutWords = 44;

function thinNames(names: readonly string[], space: NamesSpace): { every: number; wrapped: (readonly string[])[] } {
  const wrapAll = (every: number) => names.map((name) => wrapLabel(name, every * space.step - 8, space.lettering));
  for (const every of [1, 2, 5, 10, 20, 50]) {
    const wrapped = wrapAll(every);
    const mayCut = every === 1 && space.step >= narrowestForCutWords;
    if (mayCut || wrapped.every((name) => !name.cut && name.lines.length <= 4)) {
      return { every, wrapped: wrapped.map((name) => name.lines) };
    }
  }
  return { every: names.length, wrapped: names.map((name) => wrapLabel(name, 160, space.lettering).lines) };
}
