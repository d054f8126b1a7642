/** Correlations as a matrix, and its Cholesky factor. */
import { describe, expect, it } from 'vitest';
import { choleskyOf, correlationMatrix } from '../../src/scenario/correlation.ts';

describe('correlationMatrix', () => {
  it('has a pair on both sides of the diagonal, and no relation where none is named', () => {
    expect(correlationMatrix(3, [{ between: [2, 0], r: 0.4 }])).toEqual([
      [1, 0, 0.4],
      [0, 1, 0],
      [0.4, 0, 1],
    ]);
  });
});

describe('choleskyOf', () => {
  it('is the lower triangle whose square is the matrix', () => {
    expect(choleskyOf(correlationMatrix(2, [{ between: [0, 1], r: 0.6 }]))).toEqual([
      [1, 0],
      [0.6, 0.8],
    ]);
  });

  it('takes inputs that follow each other entirely', () => {
    const all = [
      { between: [0, 1], r: 1 },
      { between: [0, 2], r: -1 },
      { between: [1, 2], r: -1 },
    ] as const;
    expect(choleskyOf(correlationMatrix(3, all))).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [-1, 0, 0],
    ]);
  });

  it('refuses correlations that contradict each other', () => {
    const all = [
      { between: [0, 1], r: 0.9 },
      { between: [1, 2], r: 0.9 },
      { between: [0, 2], r: -0.9 },
    ] as const;
    expect(choleskyOf(correlationMatrix(3, all))).toBeUndefined();
  });

  it('refuses inputs that are like the same third but not like each other', () => {
    const all = [
      { between: [0, 1], r: 1 },
      { between: [0, 2], r: 1 },
      { between: [1, 2], r: 0 },
    ] as const;
    expect(choleskyOf(correlationMatrix(3, all))).toBeUndefined();
  });
});
