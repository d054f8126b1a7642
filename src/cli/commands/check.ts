/** `omkost check`: everything that is wrong, and nothing written. */
import { rowProblemsBeside } from '../../build/row-problems.ts';
import type { ScenarioFile } from '../../files/find-scenarios.ts';
import { InputReader } from '../../files/read-inputs.ts';
import { composeNote } from '../../note.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import { findNotes } from '../find-notes.ts';
import { type CommonOptions, dateOfBuild, type ExitCode, type Outside } from '../outside.ts';
import {
  countProblems,
  exitCodeOf,
  problemAsJson,
  reportProblems,
  reportToEngines,
  uniqueProblems,
} from '../report-problems.ts';

export interface CheckOptions extends CommonOptions {
  /** Warnings fail the run as errors do. */
  readonly strict?: boolean;
}

/** Goes the whole way of a build but the printing. */
export async function check(named: readonly string[], options: CheckOptions, outside: Outside): Promise<ExitCode> {
  const { files, problems } = await checkAll(named, options, outside);
  const code = exitCodeOf(problems, options);
  const checked = files.map(({ name }) => name);
  await reportToEngines(outside, options, files, problems);
  if (options.json) {
    outside.out(`${JSON.stringify({ checked, problems: problems.map(problemAsJson) }, null, 2)}\n`);
    return code;
  }
  await reportProblems(outside, options, problems);
  if (!options.quiet) {
    const what = options.rows === undefined ? 'scenario' : 'note';
    const isStricter = code !== exitCodeOf(problems);
    const why = isStricter ? '; with --strict none may be left' : '';
    outside.err(
      `${checked.length} ${what}${checked.length === 1 ? '' : 's'} checked, ${countProblems(problems)}${why}\n`,
    );
  }
  return code;
}

interface Checked {
  /** Those that were looked at. */
  readonly files: readonly ScenarioFile[];
  readonly problems: readonly Problem[];
}

async function checkAll(named: readonly string[], options: CommonOptions, outside: Outside): Promise<Checked> {
  const { workingFolder, standardInput } = outside;
  const reader = new InputReader({ ...options, workingFolder, standardInput, issued: dateOfBuild(outside) });
  const told = rowProblemsBeside(reader);
  const problems: Problem[] = [];
  const files: ScenarioFile[] = [];
  await gather(problems, async () => {
    const found = await findNotes(named, options, workingFolder);
    problems.push(...found.problems);
    for (const file of found.files) {
      outside.signal.throwIfAborted();
      files.push(file);
      problems.push(...(await told(file, await problemsOf(reader, file))));
    }
  });
  return { files, problems: uniqueProblems(problems) };
}

async function problemsOf(reader: InputReader, file: ScenarioFile): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  await gather(problems, async () => void problems.push(...composeNote(await reader.read(file)).warnings));
  return problems;
}

/** Keeps a user's problem with one scenario from hiding those of the others. */
async function gather(problems: Problem[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
  }
}
