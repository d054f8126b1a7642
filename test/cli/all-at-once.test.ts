/** What is wrong with a scenario, its prices, its files and its texts is told in one run, not one after the other is mended. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

let folder = '';

afterEach(() => remove(folder));

async function codesOf(text: string): Promise<readonly string[]> {
  folder = await projectWith({ x: text });
  const { code, out } = await omkost(['check', 'x', '--json'], { folder });
  expect(code).toBe(1);
  const { problems } = JSON.parse(out) as { problems: readonly { code: string; severity: string }[] };
  return problems.filter(({ severity }) => severity === 'error').map(({ code: found }) => found);
}

const shipped = await shippedScenario('processuelle-netvaerksmoeder');
const nobodys = shipped.replace(/^publisher:\n(?: .*\n)+/m, '');
const unpriced = (text: string) => text.replace(/price: [\w-]+/, 'price: ukendt-pris');

test('a course that is too long, an unknown price, a missing file of prose, a broken price table, and no publisher', async () => {
  const text = unpriced(nobodys)
    .replace(/courseLength: .*/, 'courseLength: { value: 9 år, assumption: Prøve }')
    .replace(/^text:\n/m, 'text:\n  targetGroup: { file: findes-ikke.md }\n')
    .replace(/^ {2}targetGroup: \|\n(?: {4}.*\n)+/m, '');
  expect(new Set(await codesOf(text))).toEqual(
    new Set(['course-too-long', 'price-unknown', 'file-missing', 'key-missing']),
  );
  await writeFile(join(folder, 'scenarios', 'prices', 'ny.yaml'), 'prices: { x: 1 }\n');
  const { err } = await omkost(['check', 'x'], { folder });
  expect(err).toContain('[course-too-long]');
  expect(err).toContain('ny.yaml:1:');
  await rm(join(folder, 'scenarios', 'prices', 'ny.yaml'));
});

test('an unknown price and no publisher', async () => {
  expect(await codesOf(unpriced(nobodys))).toEqual(['price-unknown', 'key-missing']);
});

test('no publisher and an unknown figure in the text', async () => {
  expect(await codesOf(nobodys.replace(/\{\{\s*perCompleted/, '{{perComplted'))).toEqual([
    'key-missing',
    'figure-unknown',
  ]);
});
