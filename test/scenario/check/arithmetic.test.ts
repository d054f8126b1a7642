/** Tables of the author's own: what does not add up is reported, rounding is not. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/problem/problem.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { scenarioWith } from '../../model/comparing-scenario.ts';

function found(...lines: readonly string[]): readonly string[] {
  const table = [
    'tables:',
    '  prøve:',
    '    title: Prøve',
    '    assumption: Prøve',
    ...lines.map((line) => `    ${line}`),
  ];
  try {
    parseScenario({ path: 'scenario.yaml', text: scenarioWith(table.join('\n')) });
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ code, message }) => `${code}: ${message}`);
    throw error;
  }
}

describe('a table of the author’s', () => {
  it('adds up in rows and columns', () => {
    const sums = ['columns: [A, B, I alt]', 'totals: { column: I alt, row: I alt }'];
    expect(found(...sums, 'rows: { x: [1, 2, 3], y: [4, 5, 9], I alt: [5, 7, 12] }')).toEqual([]);
    expect(found(...sums, 'rows: { x: [1, 2, 3], y: [4, 5, 9], I alt: [5, 9, 14] }')).toEqual([
      'sum-wrong: column “B” sums to 7, but the total is 9',
      'sum-wrong: column “I alt” sums to 12, but the total is 14',
    ]);
  });

  it('may be off by the rounding of its parts', () => {
    // three parts and their sum may each be half a krone off: 2 kr. is rounding, 3 kr. is not
    expect(found('columns: [A, B, C, I alt]', 'totals: { column: I alt }', 'rows: { x: [1, 2, 3, 8] }')).toEqual([]);
    expect(found('columns: [A, B, C, I alt]', 'totals: { column: I alt }', 'rows: { x: [1, 2, 3, 9] }')).toHaveLength(
      1,
    );
  });

  it('has decimals as fine as they are written', () => {
    const sums = ['columns: [A, B, I alt]', 'totals: { column: I alt }'];
    expect(found(...sums, 'rows: { x: ["1,5", "2,5", "4,0"] }')).toEqual([]);
    expect(found(...sums, 'rows: { x: ["1,5", "2,5", "4,3"] }')).toHaveLength(1);
  });

  it('has shares that make 100', () => {
    const shares = ['unit: pct.', 'columns: [A, B, I alt]', 'totals: { column: I alt }'];
    expect(found(...shares, 'rows: { x: [40, 60, 100] }')).toEqual([]);
    expect(found(...shares, 'rows: { x: [40, 50, 90] }')).toEqual([
      'shares-sum: shares make 100 pct. together, but the total of “x” is 90',
    ]);
  });

  it('has unit costs that follow from cost and number: two swapped digits are found', () => {
    const quotient = [
      'columns: [Udgift, Antal, Pr. borger]',
      'quotient: { cost: Udgift, count: Antal, each: Pr. borger }',
    ];
    expect(found(...quotient, 'rows: { x: [135.000, 40, 3.375] }')).toEqual([]);
    expect(found(...quotient, 'rows: { x: [153.000, 40, 3.375] }')).toEqual([
      'unit-cost-wrong: 153.000 / 40 is 3.825, but “x” says 3.375',
    ]);
  });

  it('has a figure or a dash for every column', () => {
    expect(found('columns: [A, B]', 'rows: { x: [1] }')).toEqual([
      'value-impossible: row “x” has 1 figures, but there are 2 columns',
    ]);
  });

  it('names rows and columns that it has', () => {
    expect(found('columns: [A, B]', 'rows: { x: [1, 2] }', 'totals: { column: C }')).toEqual([
      'reference-unknown: the table has no “C”',
    ]);
  });

  it('cannot take the name of one of the note’s tables', () => {
    const text = scenarioWith('tables: { perYear: { title: P, assumption: Prøve, columns: [A], rows: { x: [1] } } }');
    expect(() => parseScenario({ path: 'scenario.yaml', text })).toThrow(/name-taken/);
  });
});
