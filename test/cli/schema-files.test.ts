/** The JSON Schemas that the editor lines of the shipped files name are those of today's code. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaText } from '../../src/cli/schema-file.ts';

const root = join(import.meta.dirname, '..', '..');

test.each([
  ['scenario', 'scenarios/scenario.schema.json'],
  ['prices', 'scenarios/prices/prices.schema.json'],
  ['anthology', 'scenarios/anthology.schema.json'],
  ['theme', 'templates/themes/standard/theme.schema.json'],
] as const)('the schema of %s is up to date in %s (npm run accept writes it)', async (name, file) => {
  const path = join(root, file);
  const today = await schemaText(name);
  // CI never writes.
  if (process.env.ACCEPT === '1' && process.env.CI === undefined) await writeFile(path, today);
  expect(await readFile(path, 'utf8')).toBe(today);
});

test.each([
  ['scenarios/inddragende-netvaerksmoeder.yaml', './scenario.schema.json'],
  ['scenarios/processuelle-netvaerksmoeder.yaml', './scenario.schema.json'],
  ['templates/new-scenario.yaml', './scenario.schema.json'],
  ['templates/themes/standard/theme.yaml', './theme.schema.json'],
  ['templates/themes/agency/theme.yaml', '../standard/theme.schema.json'],
])('%s names its schema in its first line', async (file, schema) => {
  const [first] = (await readFile(join(root, file), 'utf8')).split('\n');
  expect(first).toBe(`# yaml-language-server: $schema=${schema}`);
});
