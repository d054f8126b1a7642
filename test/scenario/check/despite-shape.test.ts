/** What is told of the rest of a scenario while a block of it cannot be read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/problem/problem.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const good = readFileSync(join(import.meta.dirname, 'everything.yaml'), 'utf8');

function codesOf(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  const text = changes.reduce((changed, [from, to]) => changed.replace(from, to), good);
  try {
    parseScenario({ path: 's.yaml', text });
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  }
}

it('finds nothing wrong with the good one', () => {
  expect(codesOf()).toEqual([]);
});

it('tells of an unknown role while a figure of another block cannot be read', () => {
  expect(codesOf(['hours: 40 timer, staff: leder', 'hours: 40 timer, staff: ledr'], ['6 uger', '6 ugr'])).toEqual([
    'number-unreadable',
    'reference-unknown',
  ]);
});

it('tells of a course longer than the horizon while another figure of its team cannot be read', () => {
  expect(codesOf(['18 måneder', '9 år'], ['[80 pct., 90 pct.]', '192 pct.']).sort()).toEqual([
    'course-too-long',
    'value-impossible',
  ]);
});

it('tells of shares that do not sum while a key is misspelt elsewhere', () => {
  expect(
    codesOf(['kommune: 50 pct., region', 'kommune: 40 pct., region'], ['keywords', 'x'], ['usefulLife: 3', 'life: 3']),
  ).toEqual(['shares-sum', 'key-unknown']);
});

it.each([
  ['staff', 'staf'],
  ['teams', 'team'],
])('does not call names unknown that stand under a misspelt %s', (section, misspelt) => {
  expect(codesOf([`\n${section}:`, `\n${misspelt}:`])).toEqual(['key-unknown']);
});

it('says nothing of the block that cannot be read itself', () => {
  expect(codesOf(['payers: { kommune: 50 pct., region: 50 pct. }', 'payers: { komune: 10 pct. }'])).toHaveLength(1);
});
