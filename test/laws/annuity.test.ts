/** Laws of annuities: what is paid each year is worth the price. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { annuityFactor, remainingAnnuity } from '../../src/model/calculation/evaluate.ts';
import { expectClose } from './close.ts';

const rates = fc.double({ min: 1e-6, max: 1, noNaN: true });
const lives = fc.integer({ min: 1, max: 60 });

it('the payments of an annuity are worth the price, whenever in the year they fall', () => {
  fc.assert(
    fc.property(rates, lives, fc.constantFrom(0, 0.5, 1), (rate, years, lead) => {
      const payment = annuityFactor(rate, years, lead);
      const worth = Array.from({ length: years }, (_, index) => payment / (1 + rate) ** (index + 1 - lead));
      expectClose(
        worth.reduce((sum, part) => sum + part, 0),
        1,
      );
    }),
  );
});

it('an annuity is its closed form', () => {
  fc.assert(
    fc.property(
      rates.filter((rate) => rate > 0.001),
      lives,
      (rate, years) => {
        expectClose(annuityFactor(rate, years, 0), rate / (1 - (1 + rate) ** -years));
      },
    ),
  );
});

it('an annuity without interest is in equal parts, and one with hardly any is near to it', () => {
  fc.assert(
    fc.property(lives, fc.constantFrom(0, 0.5, 1), (years, lead) => {
      expect(annuityFactor(0, years, lead)).toBe(1 / years);
      expectClose(annuityFactor(1e-14, years, lead), 1 / years);
    }),
  );
});

it('what is left of a price falls from all to nothing', () => {
  fc.assert(
    fc.property(rates, lives, fc.double({ min: 0, max: 1, noNaN: true }), (rate, life, part) => {
      const left = remainingAnnuity(rate, life, part * life);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(1);
      // Interest is paid first, so that more is left than by straight line.
      expect(left).toBeGreaterThanOrEqual(1 - part - 1e-9);
      expectClose(remainingAnnuity(0, life, part * life), 1 - part);
    }),
  );
});
