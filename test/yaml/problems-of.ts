/** What is wrong with a YAML text; an error that is not the user's is let through and fails the test. */
import { type Problem, UserError } from '../../src/problem/problem.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

export function problemsOf(text: string): readonly Problem[] {
  try {
    parseYaml({ path: 'scenario.yaml', text });
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}
