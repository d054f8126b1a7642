/** The shipped notes in the prices of another year: each follows by its index series, and says what it did. */
import { expect, it } from 'vitest';
import { omkost, root } from './program.ts';

it.each([
  // 373 kr. · 11 hours · 117.21 / 100.25 = 4,797 kr.
  { name: 'inddragende-netvaerksmoeder', perCompleted: 'ca. 4.800 kr.' },
  // 3,495,299 kr. / 46 · 117.21 / 100.25 = 88,840 kr.
  { name: 'processuelle-netvaerksmoeder', perCompleted: 'ca. 89.000 kr.' },
])('$name can be calculated in 2023 prices', async ({ name, perCompleted }) => {
  const { code, out, err } = await omkost(['calc', name, '--price-year', '2023', '--json'], { folder: root });
  expect(err).not.toContain('error');
  expect(code).toBe(0);
  const results = JSON.parse(out);
  expect(results.printed.perCompleted).toBe(perCompleted);
  expect(results.priceYear).toBe(2023);
  expect(new Set(results.indexation.map(({ index }: { index: string }) => index))).toEqual(
    new Set(['forbrugerpriser']),
  );
});
