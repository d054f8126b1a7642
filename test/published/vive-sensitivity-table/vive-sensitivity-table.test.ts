/** CASES 12: a table of base, minimum and maximum is printed as it was published, and its ends are in order. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assess } from '../../../src/model/assess.ts';
import { parsePrices } from '../../../src/prices/parse.ts';
import { priceScenario } from '../../../src/prices/price.ts';
import { UserError } from '../../../src/problem/problem.ts';
import { reportContext } from '../../../src/report/context.ts';
import { tablesOf } from '../../../src/report/tables/tables.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { danish } from '../../report/danish.ts';

const path = 'test/published/vive-sensitivity-table/scenario.yaml';
const text = readFileSync(path, 'utf8');

it('is printed as it was published', () => {
  const priced = priceScenario(parseScenario({ path, text }), parsePrices([]));
  const table = tablesOf(reportContext(assess(priced), danish)).foelsomhed;
  expect(table?.columns.map(({ label }) => label)).toEqual(['Indsats', 'Basis', 'Minimum', 'Maksimum']);
  expect(table?.rows.map(({ head, cells }) => [head, ...cells].join(' '))).toEqual([
    'KiK 29.949 21.356 34.796',
    'PMTO 45.094 41.419 55.753',
    'M-SKP 57.183 31.901 71.507',
  ]);
  expect(table?.sources).toEqual(['VIVE (2018): KiK, PMTO og M-SKP, tabel 4.4']);
});

it.each([
  ['Minimum og maksimum byttet', '31.901, 71.507', '71.507, 31.901', 2],
  ['et minimum over basis', '41.419', '51.419', 1],
])('reports ends out of order: %s', (_name, from, to, count) => {
  const codes = () => {
    try {
      parseScenario({ path, text: text.replace(from, to) });
      return [];
    } catch (error) {
      return error instanceof UserError ? error.problems.map(({ code }) => code) : [];
    }
  };
  expect(codes()).toEqual(Array.from({ length: count }, () => 'range-reversed'));
});
