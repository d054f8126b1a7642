/** Laws of print: a printed number, read back as an author would write it, is the figure within half its rounding step. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultLadder, type RoundingLadder, stepFor } from '../../src/report/numbers.ts';
import { readCount, readHours, readRate, readSignedMoney, readYears } from '../../src/scenario/quantity/read-amount.ts';
import type { Reader } from '../../src/scenario/quantity/reading.ts';
import { numbers } from '../report/seen.ts';

function expectReadBack(read: Reader<number>, text: string, value: number, within: number): void {
  const reading = read(text);
  if (!reading.ok) throw new Error(`“${text}”: ${reading.message}`);
  const margin = 1e-6 * within + 1e-12 * Math.abs(value);
  expect(Math.abs(reading.value - value), `“${text}” of ${value}`).toBeLessThanOrEqual(within + margin);
}

/** Amounts of every size, both sides of zero. */
const amounts = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 0, max: 11 }))
  .map(([part, power]) => part * 10 ** power);

const ladders: fc.Arbitrary<RoundingLadder> = fc.constantFrom(
  defaultLadder,
  [
    { from: 0, to: 1 },
    { from: 1000, to: 100 },
  ],
  [
    { from: 0, to: 50 },
    { from: 10_000, to: 500 },
    { from: 1_000_000, to: 250_000 },
  ],
);

it('reads back a headline figure', () => {
  fc.assert(
    fc.property(amounts, ladders, (amount, ladder) => {
      const { plain } = numbers(ladder).headline(amount);
      // Half the step it was rounded to; where that lifted it to the next rung, half of that rung's.
      expectReadBack(readSignedMoney, plain, amount, stepFor(amount, ladder) / 2);
    }),
  );
});

it('says “knap” only of a figure below the printed one and “godt” only of one above', () => {
  fc.assert(
    fc.property(amounts, ladders, (amount, ladder) => {
      const { near, plain } = numbers(ladder).headline(amount);
      const printed = readSignedMoney(plain);
      if (!printed.ok) throw new Error(printed.message);
      if (near.startsWith('knap')) expect(amount).toBeLessThan(printed.value);
      if (near.startsWith('godt')) expect(amount).toBeGreaterThan(printed.value);
    }),
  );
});

it('reads back kroner, hourly costs, shares, counts, hours and years', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 99, noNaN: true }), amounts, (small, amount) => {
      const print = numbers();
      expectReadBack(readSignedMoney, print.kroner(amount), amount, 0.5);
      expectReadBack(readSignedMoney, print.hourly(amount), amount, 0.005);
      expectReadBack(readRate, print.share(small / 99), small / 99, 0.005);
      expectReadBack(readRate, print.sharePrecise(small / 99), small / 99, 0.00005);
      expectReadBack(readCount, print.count(small), small, 0.005);
      expectReadBack(readHours, print.hours(small), small, 0.005);
      if (small > 0.005) expectReadBack(readYears, print.years(small), small, 0.005);
    }),
  );
});
