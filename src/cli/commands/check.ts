/** `omkost check`: everything that is wrong, and nothing written. */
import { findScenarios } from '../../files/find-scenarios.ts';
import { InputReader } from '../../files/read-inputs.ts';
import { composeNote } from '../../note.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import { type CommonOptions, dateOfBuild, type ExitCode, type Outside } from '../outside.ts';
import { countProblems, exitCodeOf, problemAsJson, reportProblems } from '../report-problems.ts';

/** Goes the whole way of a build but the printing. */
export async function check(named: readonly string[], options: CommonOptions, outside: Outside): Promise<ExitCode> {
  const { workingFolder, standardInput } = outside;
  const reader = new InputReader({ ...options, workingFolder, standardInput, issued: dateOfBuild(outside) });
  const { files, problems: found } = await findScenarios(named, workingFolder);
  const problems: Problem[] = [...found];
  for (const file of files) {
    try {
      problems.push(...composeNote(await reader.read(file)).warnings);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (options.json) {
    outside.out(
      `${JSON.stringify({ checked: files.map(({ name }) => name), problems: problems.map(problemAsJson) }, null, 2)}\n`,
    );
    return exitCodeOf(problems);
  }
  await reportProblems(outside, options, problems);
  if (!options.quiet)
    outside.err(
      `${files.length} ${files.length === 1 ? 'scenario' : 'scenarios'} checked, ${countProblems(problems)}\n`,
    );
  return exitCodeOf(problems);
}
