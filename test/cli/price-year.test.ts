/** The shipped notes in the prices of another year: each follows by its index series, and says what it did. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { omkost, projectWith, remove, root } from './program.ts';

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

it('a note whose analyses have amounts in kroner is built, and can be verified from what it carries', async () => {
  const text = await readFile(join(root, 'test', 'fixtures', 'analyses-in-kroner.yaml'), 'utf8');
  const folder = await projectWith({ note: text });
  try {
    const build = ['build', 'note', '--price-year', '2023', '--format', 'pdf,json'];
    const built = await omkost(build, { folder });
    expect([built.code, built.err]).toEqual([0, expect.stringContaining('no problems')]);
    const results = JSON.parse(await readFile(join(folder, 'output', 'note.json'), 'utf8'));
    // 6,000 kr. · 117.21 / 100.25
    expect(results.sensitivity.thresholds[0].target).toBeCloseTo(7_015.06, 2);
    const verified = await omkost(['verify', 'output/note.pdf'], { folder });
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('every printed figure follows')]);
  } finally {
    await remove(folder);
  }
});
