/** Prints what is wrong, and sums it up. */

import { programVersion } from '../files/program.ts';
import { describeProblem } from '../problem/excerpt.ts';
import type { Problem } from '../problem/problem.ts';
import { type CommonOptions, type ExitCode, exitCodes, type Outside, paintFor } from './outside.ts';

/** At most so many are printed; a file with more is wrong in some other way. */
const mostShown = 100;

/** Prints problems on standard error, each once, with the place, the line and the next step. */
export async function reportProblems(
  outside: Outside,
  options: CommonOptions,
  problems: readonly Problem[],
): Promise<void> {
  const paint = await paintFor(outside, options);
  const texts = [...new Set(problems.map((problem) => describeProblem(problem, paint)))];
  for (const text of texts.slice(0, mostShown)) outside.err(`${text}\n\n`);
  if (texts.length > mostShown) outside.err(`… and ${texts.length - mostShown} more\n\n`);
}

/** Each problem once, however many notes it was found in. */
export function uniqueProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [describeProblem(problem), problem])).values()];
}

/** The same for the engines that `--reporter` names; `scenarios` are the paths that were looked at. */
export async function reportToEngines(
  outside: Outside,
  { reporter }: CommonOptions,
  scenarios: readonly { readonly path?: string }[],
  problems: readonly Problem[],
): Promise<void> {
  if (reporter === undefined) return;
  const { writeReports } = await import('./reports/write-reports.ts');
  const findings = { scenarios: scenarios.map(({ path }) => path ?? '-'), problems };
  await writeReports(reporter, findings, outside, await programVersion());
}

/** A problem as machines read it. */
export function problemAsJson(problem: Problem): Readonly<Record<string, unknown>> {
  const { severity, code, message, place, hint } = problem;
  const where =
    place === undefined
      ? {}
      : { file: place.source.path, line: place.line, column: place.column, length: place.length };
  return { severity, code, message, ...where, ...(hint !== undefined && { hint }) };
}

/** The exit code that a run with these problems has; `strict`: warnings too are problems. */
export function exitCodeOf(problems: readonly Problem[], { strict = false } = {}): ExitCode {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.some(({ code }) => code === 'browser-missing' || code === 'browser-failed')) return exitCodes.noBrowser;
  return errors.length > 0 || (strict && problems.length > 0) ? exitCodes.problems : exitCodes.ok;
}

/** “2 errors and 1 warning” */
export function countProblems(problems: readonly Problem[]): string {
  const counted = (['error', 'warning'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counted.length === 0 ? 'no problems' : counted.join(' and ');
}
