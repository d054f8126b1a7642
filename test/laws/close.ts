/** Equal but for rounding in binary. */
import { expect } from 'vitest';

/** Fails unless the two differ by less than a billionth of the larger, or of `scale` where what is left is a small rest. */
export function expectClose(one: number, other: number, scale = 0): void {
  const size = Math.max(Math.abs(one), Math.abs(other), Math.abs(scale), 1);
  expect(Math.abs(one - other), `${one} and ${other}`).toBeLessThanOrEqual(1e-9 * size);
}
