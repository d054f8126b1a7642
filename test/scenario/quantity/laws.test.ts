/** What must hold for any number: written in Danish and read back, it is the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMoney, readShare } from '../../../src/scenario/quantity/read-amount.ts';
import { readNumber } from '../../../src/scenario/quantity/read-number.ts';

const danish = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 6 });
const millionths = fc.integer({ min: -1e12, max: 1e12 });

it('reads back any number written in Danish', () => {
  fc.assert(
    fc.property(millionths, (count) => {
      const value = count / 1e6;
      expect(readNumber(danish.format(value))).toEqual({ ok: true, value });
    }),
  );
});

it('reads back any amount of money in millions', () => {
  fc.assert(
    fc.property(fc.nat(1e9), (value) => {
      expect(readMoney(`${danish.format(value / 1e6)} mio. kr.`)).toEqual({ ok: true, value });
    }),
  );
});

it('reads a share as the number nearest to it', () => {
  fc.assert(
    fc.property(fc.nat(1000), (tenths) => {
      expect(readShare(`${danish.format(tenths / 10)} pct.`)).toEqual({ ok: true, value: tenths / 1000 });
    }),
  );
});

it('never throws, and never reads what is not finite', () => {
  const marks = fc.constantFrom('1', '0', '.', ',', '-', ' ', '½', 'k', 'r', '%', 'e');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: marks })), (given) => {
      const reading = readMoney(given);
      expect(reading.ok ? Number.isFinite(reading.value) : reading.hint !== '').toBe(true);
    }),
  );
});
