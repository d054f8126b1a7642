/** `omkost check`: everything that is wrong, and nothing written. */

import type { AnthologyRequest } from '../../build/anthology-request.ts';
import { rowProblemsBeside } from '../../build/row-problems.ts';
import type { ScenarioFile } from '../../files/find-scenarios.ts';
import { InputReader } from '../../files/read-inputs.ts';
import { composeNote } from '../../note.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import { type AskedAnthology, findAsked, nameProblems, requestFor } from '../asked-anthologies.ts';
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
  const { files, anthologies, problems } = await checkAll(named, options, outside);
  const code = exitCodeOf(problems, options);
  const checked = [...files, ...anthologies].map(({ name }) => name);
  await reportToEngines(outside, options, [...files, ...anthologies], problems);
  if (options.json) {
    outside.out(`${JSON.stringify({ checked, problems: problems.map(problemAsJson) }, null, 2)}\n`);
    return code;
  }
  await reportProblems(outside, options, problems);
  if (!options.quiet) {
    const counted = [
      ...(files.length > 0 || anthologies.length === 0
        ? [counts(files.length, options.rows === undefined ? 'scenario' : 'note', 's')]
        : []),
      ...(anthologies.length > 0 ? [counts(anthologies.length, 'antholog', 'ies', 'y')] : []),
    ];
    const isStricter = code !== exitCodeOf(problems);
    const why = isStricter ? '; with --strict none may be left' : '';
    outside.err(`${counted.join(' and ')} checked, ${countProblems(problems)}${why}\n`);
  }
  return code;
}

function counts(count: number, what: string, many: string, one = ''): string {
  return `${count} ${what}${count === 1 ? one : many}`;
}

interface Checked {
  /** Those that were looked at. */
  readonly files: readonly ScenarioFile[];
  readonly anthologies: readonly AskedAnthology[];
  readonly problems: readonly Problem[];
}

async function checkAll(named: readonly string[], options: CommonOptions, outside: Outside): Promise<Checked> {
  const { workingFolder, standardInput } = outside;
  const reading = { ...options, workingFolder, standardInput, issued: dateOfBuild(outside) };
  const reader = new InputReader(reading);
  const told = rowProblemsBeside(reader);
  const problems: Problem[] = [];
  const files: ScenarioFile[] = [];
  const books: AskedAnthology[] = [];
  await gather(problems, async () => {
    const { anthologies, scenarios } = await findAsked(named, options, workingFolder);
    books.push(...anthologies);
    if (scenarios === undefined) return;
    const found = await findNotes(scenarios, options, workingFolder);
    problems.push(...found.problems);
    for (const file of found.files) {
      outside.signal.throwIfAborted();
      files.push(file);
      problems.push(...(await told(file, await problemsOf(reader, file))));
    }
  });
  problems.push(...(await problemsOfBooks(books, files, { reading, signal: outside.signal })));
  return { files, anthologies: books, problems: uniqueProblems(problems) };
}

/** What is wrong with an anthology and its chapters; what a chapter has as a note of its own is told once. */
async function problemsOfBooks(
  books: readonly AskedAnthology[],
  notes: readonly ScenarioFile[],
  run: Pick<AnthologyRequest, 'reading' | 'signal'>,
): Promise<readonly Problem[]> {
  if (books.length === 0) return [];
  const { checkChapters } = await import('../../build/read-chapters.ts');
  const problems: Problem[] = [];
  for (const one of books) {
    const others = [...notes, ...books.filter((other) => other !== one)].map(({ name }) => name);
    problems.push(...nameProblems(one, others), ...(await checkChapters(requestFor(one, run))));
  }
  return problems;
}

async function problemsOf(reader: InputReader, file: ScenarioFile): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  await gather(problems, async () => {
    const note = composeNote(await reader.read(file));
    problems.push(...note.warnings);
    // It is composed when it is asked for: a fault in its template shows only then.
    void note.summaryPage;
  });
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
