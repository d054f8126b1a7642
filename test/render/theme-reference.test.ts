/** The reference of house styles is what the schema says, and the shipped themes are what it describes. ACCEPT=1 writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaOf } from '../../src/render/json-schema.ts';
import { themeReference } from '../../src/render/theme-reference.ts';
import { refusals } from '../prices/json-schema-walk.ts';

const file = 'templates/themes/README.md';

test('templates/themes/README.md is what the schema says (npm run accept writes it)', () => {
  if (process.env.ACCEPT === '1' && process.env.CI === undefined) writeFileSync(file, themeReference());
  expect(readFileSync(file, 'utf8')).toBe(themeReference());
});

test('it says what every key means', () => {
  const rows = themeReference()
    .split('\n')
    .filter((line) => line.startsWith('| `') && line.split(' | ').length > 3);
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => (row.split(' | ')[3] ?? '').trim() === '')).toEqual([]);
});

test.each(['templates/themes/standard', 'templates/themes/agency', 'test/fixtures/house-style'])(
  'the schema for editors takes %s',
  (folder) => {
    expect(refusals(jsonSchemaOf('theme'), parse(readFileSync(`${folder}/theme.yaml`, 'utf8')))).toEqual([]);
  },
);

test.each([
  ['a colour by its name', { colours: { text: 'black' } }, '$.colours.text is no such text'],
  ['an unknown key', { colour: {} }, '$.colour is unknown'],
  ['too few fills', { dark: { series: ['#000000'] } }, '$.dark.series is too short'],
  ['a cover that there is not', { cover: 'half' }, '$.cover is no choice'],
])('the schema for editors refuses %s', (_what, wrong, expected) => {
  expect(refusals(jsonSchemaOf('theme'), wrong)).toContain(expected);
});
