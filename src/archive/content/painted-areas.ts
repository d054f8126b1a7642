/** Where on a page things are painted: within which clips, and what a picture covers (ISO 32000-1, 8.3 to 8.5), in the page's own measure. */
import { latin1 } from '../pdf-file.ts';
import { visitOperators } from './operators.ts';

/** Left, bottom, right, top, in points. */
export type Area = readonly [left: number, bottom: number, right: number, top: number];

/** Nothing is seen outside its area, which lies within that of the clip round it. */
export interface Clip {
  readonly outer: Clip | undefined;
  readonly area: Area;
}

/** One operator that paints. */
export interface Painted {
  readonly operator: string;
  readonly start: number;
  readonly end: number;
  readonly clip: Clip | undefined;
  /** What a picture would cover here: one is painted on a square of side 1. */
  readonly unitSquare: () => Area;
}

const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"']);
const pathBuilding = new Set(['m', 'l', 'c', 'v', 'y', 're']);

export function visitPainted(bytes: Uint8Array, visit: (painted: Painted) => void): void {
  const canvas = new Canvas(bytes);
  visitOperators(bytes, (operator, start, end) => {
    if (painting.has(operator)) {
      const { matrix, clip } = canvas.state;
      visit({ operator, start, end, clip, unitSquare: () => within(areaOf(corners([0, 0, 1, 1]), matrix), clip) });
    }
    canvas.take(operator, start, end);
  });
}

/** a b c d e f of ISO 32000-1, 8.3.3. */
type Matrix = readonly number[];

interface GraphicsState {
  readonly matrix: Matrix;
  readonly clip: Clip | undefined;
}

type Point = readonly [x: number, y: number];

/** Follows the measure and the clips; what a path covers is asked for only where it clips. */
class Canvas {
  state: GraphicsState = { matrix: [1, 0, 0, 1, 0, 0], clip: undefined };
  readonly #bytes: Uint8Array;
  readonly #saved: GraphicsState[] = [];
  #path: (readonly [operator: string, start: number, end: number])[] = [];
  #clips = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(operator: string, start: number, end: number): void {
    if (operator === 'q') this.#saved.push(this.state);
    else if (operator === 'Q') this.state = this.#saved.pop() ?? this.state;
    else if (operator === 'cm') {
      this.state = { ...this.state, matrix: times(this.#numbers(start, end), this.state.matrix) };
    } else if (pathBuilding.has(operator)) this.#path.push([operator, start, end]);
    else if (operator === 'W' || operator === 'W*') this.#clips = true;
    else if (operator === 'n' || painting.has(operator)) this.#endPath();
  }

  #endPath(): void {
    if (this.#clips && this.#path.length > 0) {
      const points = this.#path.flatMap(([operator, start, end]) => pointsOf(operator, this.#numbers(start, end)));
      const { matrix, clip } = this.state;
      this.state = { matrix, clip: { outer: clip, area: within(areaOf(points, matrix), clip) } };
    }
    this.#path = [];
    this.#clips = false;
  }

  #numbers(start: number, end: number): readonly number[] {
    const operands = latin1(this.#bytes, start, end).trim().split(/\s+/);
    return operands.slice(0, -1).map(Number);
  }
}

function pointsOf(operator: string, operands: readonly number[]): readonly Point[] {
  const [x = 0, y = 0, width = 0, height = 0] = operands;
  if (operator === 're') return corners([x, y, x + width, y + height]);
  return operands.flatMap((across, place) => (place % 2 === 0 ? [[across, operands[place + 1] ?? 0] as const] : []));
}

function corners([left, bottom, right, top]: Area): readonly Point[] {
  return [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ];
}

function areaOf(points: readonly Point[], [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Area {
  const across = points.map(([x, y]) => a * x + c * y + e);
  const upwards = points.map(([x, y]) => b * x + d * y + f);
  return [Math.min(...across), Math.min(...upwards), Math.max(...across), Math.max(...upwards)];
}

function within([left, bottom, right, top]: Area, clip: Clip | undefined): Area {
  if (clip === undefined) return [left, bottom, right, top];
  const [outerLeft, outerBottom, outerRight, outerTop] = clip.area;
  return [
    Math.max(left, outerLeft),
    Math.max(bottom, outerBottom),
    Math.min(right, outerRight),
    Math.min(top, outerTop),
  ];
}

function times([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, outer: Matrix): Matrix {
  const [A = 1, B = 0, C = 0, D = 1, E = 0, F = 0] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
