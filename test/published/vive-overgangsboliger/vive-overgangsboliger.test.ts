/** CASES 11: the average row was left without its missing cell in one column, and with it as 0 in the total. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Problem, UserError } from '../../../src/problem/problem.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const path = 'test/published/vive-overgangsboliger/scenario.yaml';
const text = readFileSync(path, 'utf8');

function problemsOf(changed: string): readonly Problem[] {
  try {
    parseScenario({ path, text: changed });
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

it('is reported at the total that does not add up, and only there', () => {
  const problems = problemsOf(text);
  expect(problems.map(({ code }) => code)).toEqual(['sum-wrong']);
  const [problem] = problems;
  expect(problem?.message).toBe('row “Gennemsnit” sums to 134.264, but the total is 134.081');
  expect(text.split('\n')[(problem?.place?.line ?? 0) - 1]?.slice((problem?.place?.column ?? 0) - 1)).toBe('134.081]');
});

it('names the missing cell as the cause', () => {
  expect(problemsOf(text)[0]?.hint).toMatch(/row “Regnskab” has no figure under “Uddannelse”/);
});

it('is accepted when the missing cell is treated alike in both', () => {
  // 183 = 366 / 2: the missing cell counts as 0 in its column too
  expect(problemsOf(text.replace('[–, 60.304', '[0, 60.304').replace('Gennemsnit: [366', 'Gennemsnit: [183'))).toEqual(
    [],
  );
});

it('is accepted as the source has it, when the author says why', () => {
  expect(problemsOf(text.replace('    average:', '    deviation: Som i kilden.\n    average:'))).toEqual([]);
});
