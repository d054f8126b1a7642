/**
 * A calculation made ready to be evaluated many times: only what depends on the inputs that change and leads to the
 * figures that are asked for, in flat arrays. The rest keeps its value. The arithmetic is that of `evaluate`, in the same
 * order, so a figure comes out the same to the last bit.
 */
import type { Calculation, Operation } from './calculation.ts';
import { isGiven, operate } from './evaluate.ts';

export interface Tape {
  /** Computes the outputs for new values of the inputs, each in the order it was asked for; `outputs` is filled in. */
  run(inputs: ArrayLike<number>, outputs: Float64Array): void;
  /** Operations of one run. */
  readonly length: number;
}

/** What is computed, and from where: the nth operation reads `places` from `starts[n]` to `starts[n + 1]`. */
interface Instructions {
  readonly operations: readonly Operation[];
  readonly targets: Int32Array;
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

/** `inputs` are places of input nodes. */
export function tapeOf(
  calculation: Calculation,
  base: Float64Array,
  inputs: readonly (readonly number[])[],
  outputs: readonly number[],
): Tape {
  const values = Float64Array.from(base);
  const { instructions, placeOf } = record(calculation, new Set(inputs.flat()), outputs);
  const { operations, targets, starts, places } = instructions;
  const wanted = outputs.map(placeOf);
  const run = (given: ArrayLike<number>, results: Float64Array): void => {
    for (let input = 0; input < inputs.length; input++) {
      for (const place of inputs[input] ?? []) values[place] = given[input] ?? Number.NaN;
    }
    let step = 0;
    for (const operation of operations) {
      const target = targets[step] ?? -1;
      values[target] = operate(operation, values, places, starts[step] ?? 0, starts[++step] ?? 0);
    }
    for (let output = 0; output < wanted.length; output++) results[output] = values[wanted[output] ?? -1] ?? Number.NaN;
  };
  return { run, length: operations.length };
}

/** Equal operations on equal values are done once: years that do not differ cost nothing. */
function record(
  { nodes }: Calculation,
  changing: ReadonlySet<number>,
  outputs: readonly number[],
): { readonly instructions: Instructions; placeOf(node: number): number } {
  const needed = neededFor(nodes, outputs);
  const varies = nodes.map((_, index) => changing.has(index));
  const sameAs = new Map<number, number>();
  const placeOf = (node: number) => sameAs.get(node) ?? node;
  const known = new Map<string, number>();
  const operations: Operation[] = [];
  const targets: number[] = [];
  const starts: number[] = [0];
  const places: number[] = [];
  for (const [index, node] of nodes.entries()) {
    if (isGiven(node) || !node.from.some((place) => varies[place])) continue;
    varies[index] = true;
    if (!needed.has(index)) continue;
    const from = node.from.map(placeOf);
    const key = `${node.operation} ${from.join(' ')}`;
    const same = known.get(key);
    if (same !== undefined) {
      sameAs.set(index, same);
      continue;
    }
    known.set(key, index);
    operations.push(node.operation);
    targets.push(index);
    places.push(...from);
    starts.push(places.length);
  }
  const instructions = {
    operations,
    targets: Int32Array.from(targets),
    starts: Int32Array.from(starts),
    places: Int32Array.from(places),
  };
  return { instructions, placeOf };
}

function neededFor(nodes: Calculation['nodes'], outputs: readonly number[]): ReadonlySet<number> {
  const needed = new Set(outputs);
  for (let index = nodes.length - 1; index >= 0; index--) {
    if (!needed.has(index)) continue;
    for (const place of nodes[index]?.from ?? []) needed.add(place);
  }
  return needed;
}
