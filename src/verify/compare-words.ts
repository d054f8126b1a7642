/** Where two texts differ, word by word (Myers, An O(ND) Difference Algorithm, 1986). */

export interface Stretch {
  /** Words [from, to) of each text; one of the two may be empty. */
  readonly printed: readonly [number, number];
  readonly recomputed: readonly [number, number];
}

/** More than this many differing words, and the rest is one stretch: the texts have nothing to do with each other. */
const mostDifferences = 1500;

/** The stretches that differ, in order. */
export function differingStretches(printed: readonly string[], recomputed: readonly string[]): readonly Stretch[] {
  const shorter = Math.min(printed.length, recomputed.length);
  let head = 0;
  while (head < shorter && printed[head] === recomputed[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && printed.at(-1 - tail) === recomputed.at(-1 - tail)) tail += 1;
  const a = printed.slice(head, printed.length - tail);
  const b = recomputed.slice(head, recomputed.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  const kept = commonWords(a, b);
  const stretches: Stretch[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...kept, [a.length, b.length] as const]) {
    if (nextX > x || nextY > y) {
      stretches.push({ printed: [head + x, head + nextX], recomputed: [head + y, head + nextY] });
    }
    [x, y] = [nextX + 1, nextY + 1];
  }
  return stretches;
}

/** Pairs of places that hold the same word, along a shortest way from one text to the other; none where that way is too long. */
function commonWords(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let steps = 0; steps <= Math.min(a.length + b.length, mostDifferences); steps += 1) {
    trace.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let { x } = stepOnto(furthest, diagonal, steps);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return wayBack(trace, a.length, b.length);
    }
  }
  return [];
}

interface Step {
  /** Words of the first text behind it. */
  readonly x: number;
  /** True of a word of the second text more, false of one of the first less. */
  readonly isDown: boolean;
}

function stepOnto(furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): Step {
  const below = furthest.get(diagonal - 1) ?? -1;
  const above = furthest.get(diagonal + 1) ?? -1;
  const isDown = diagonal === -steps || (diagonal !== steps && below < above);
  return { x: isDown ? above : below + 1, isDown };
}

function wayBack(trace: readonly ReadonlyMap<number, number>[], endX: number, endY: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [endX, endY];
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const { x: start, isDown } = stepOnto(trace[steps] ?? new Map<number, number>(), x - y, steps);
    while (x > start) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    if (isDown) y -= 1;
    else x -= 1;
  }
  return pairs.reverse();
}
