/** Correlations between the inputs that are drawn, as a matrix. */

/** Rows of a square matrix. */
export type Matrix = readonly (readonly number[])[];

/** r between two places, each pair once; pairs that are not named do not follow each other. */
export function correlationMatrix(
  size: number,
  pairs: readonly { readonly between: readonly [number, number]; readonly r: number }[],
): Matrix {
  const rows: number[][] = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, at) => (row === at ? 1 : 0)),
  );
  for (const { between, r } of pairs) {
    const [one, other] = between;
    rows[one]?.splice(other, 1, r);
    rows[other]?.splice(one, 1, r);
  }
  return rows;
}

/**
 * The lower triangle L with L·Lᵀ = the matrix (Cholesky). Undefined where the correlations contradict each other: A like B
 * and B like C, but A opposite to C. Correlations of exactly 1 are taken: the margin absorbs rounding.
 * Example: r 0.6 → [[1, 0], [0.6, 0.8]].
 */
export function choleskyOf(matrix: Matrix): Matrix | undefined {
  const lower: number[][] = [];
  for (const [place, row] of matrix.entries()) {
    const done: number[] = [];
    for (let column = 0; column < place; column++) {
      const above = lower[column] ?? [];
      const rest = (row[column] ?? 0) - dot(done, above, column);
      const pivot = above[column] ?? 0;
      if (pivot === 0 && Math.abs(rest) > 1e-9) return undefined;
      done.push(pivot === 0 ? 0 : rest / pivot);
    }
    const left = (row[place] ?? 0) - dot(done, done, place);
    if (left < -1e-9) return undefined;
    done.push(left < 1e-9 ? 0 : Math.sqrt(left));
    lower.push([...done, ...Array.from({ length: matrix.length - place - 1 }, () => 0)]);
  }
  return lower;
}

function dot(one: readonly number[], other: readonly number[], length: number): number {
  let sum = 0;
  for (let place = 0; place < length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
