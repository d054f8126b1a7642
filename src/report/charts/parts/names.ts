/** Names along the foot of a chart, under columns or points. */
import { drawLabel, keepInside } from './label.ts';
import { widest, wrapLabel } from './label-fit.ts';
import { type Lettering, lineHeight } from './lettering.ts';
import type { Drawing } from './svg.ts';

export interface NamesSpace {
  readonly top: number;
  readonly step: number;
  readonly width: number;
  readonly lettering: Lettering;
}

/**
 * Names under columns or points: all of them, wrapped, where they fit; else every second, fifth, tenth … A long row, of years for
 * instance, stands in one line, with its first and its last. Gives the height they take.
 */
export function drawNames(names: readonly string[], centres: readonly number[], space: NamesSpace): Drawing {
  const { every, wrapped } = thinNames(names, space);
  const { lettering } = space;
  const placed = names.map((_, index): PlacedName => {
    const lines = wrapped[index] ?? [];
    const width = widest(lines, lettering);
    const x = keepInside(centres[index] ?? 0, width, space.width);
    return { lines, x, left: x - width / 2, right: x + width / 2 };
  });
  const shown = apart(placed, every === 1 ? placed.map((_, index) => index) : roundOnes(names, every));
  const marks = shown.map(({ lines, x }) =>
    drawLabel({ lines, x, y: space.top + lineHeight(lettering) * 0.8, anchor: 'middle', lettering }),
  );
  const lineCount = shown.reduce((most, { lines }) => Math.max(most, lines.length), 0);
  return { marks, height: lineCount * lineHeight(lettering) };
}

interface PlacedName {
  readonly lines: readonly string[];
  readonly x: number;
  readonly left: number;
  readonly right: number;
}

const leastGap = 4;

/** Those of the wanted names that are clear of each other; the first and the last of all come before those between. */
function apart(placed: readonly PlacedName[], wanted: readonly number[]): readonly PlacedName[] {
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined || first === last) return placed;
  if (first.right + leastGap > last.left) return [first];
  const shown = [first];
  for (const index of wanted) {
    const name = placed[index];
    if (name === undefined || name === first || name === last) continue;
    const isClear = (shown.at(-1)?.right ?? 0) + leastGap <= name.left && name.right + leastGap <= last.left;
    if (isClear) shown.push(name);
  }
  return [...shown, last];
}

/** Every fifth year is a round one: 5, 10, 15 or 2030, 2035. Names that are no row of numbers are counted from the first. */
function roundOnes(names: readonly string[], every: number): readonly number[] {
  const numbers = names.map((name) => Number(/\d+$/.exec(name)?.[0] ?? Number.NaN));
  const [start = 0] = numbers;
  const isRow = numbers.every((number, index) => number === start + index);
  return names.flatMap((_, index) => ((isRow ? start + index : index) % every === 0 ? [index] : []));
}

/** Cutting words is better than leaving names out, as long as the columns are this wide. */
const narrowestForCutWords = 44;

/** More names than this are read as a scale, not one by one. */
const longRow = 12;
const scaleAir = 16;

function thinNames(names: readonly string[], space: NamesSpace): { every: number; wrapped: (readonly string[])[] } {
  const wrapAll = (every: number, air = 8) =>
    names.map((name) => wrapLabel(name, every * space.step - air, space.lettering));
  const steps = [1, 2, 5, 10, 20, 50];
  if (names.length > longRow) {
    for (const every of steps) {
      const wrapped = wrapAll(every, every === 1 ? 8 : scaleAir);
      const isOneLine = wrapped.every(({ lines, cut }) => lines.length === 1 && !cut);
      if (isOneLine) return { every, wrapped: wrapped.map(({ lines }) => lines) };
    }
  }
  for (const every of steps) {
    const wrapped = wrapAll(every);
    const mayCut = every === 1 && space.step >= narrowestForCutWords;
    if (mayCut || wrapped.every((name) => !name.cut && name.lines.length <= 4)) {
      return { every, wrapped: wrapped.map((name) => name.lines) };
    }
  }
  return { every: names.length, wrapped: names.map((name) => wrapLabel(name, 160, space.lettering).lines) };
}
