/** One run of the program: arguments → command → exit code. All it needs from outside is handed in, so a test can run it too. */
import { CommanderError } from 'commander';
import { programVersion } from '../files/program.ts';
import { UserError } from '../problem/problem.ts';
import { type CommonOptions, type ExitCode, exitCodes, type Outside } from './outside.ts';
import { exitCodeOfParser, programFor } from './program.ts';
import { exitCodeOf, reportProblems } from './report-problems.ts';

/** Never throws: whatever goes wrong is said on `outside.err` and becomes an exit code. `args` are the words after the program's name. */
export async function run(args: readonly string[], outside: Outside): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  try {
    const program = programFor(outside, await programVersion(), (given) => {
      code = given;
    });
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error, args, outside);
  }
}

async function codeOf(error: unknown, args: readonly string[], outside: Outside): Promise<ExitCode> {
  if (error instanceof CommanderError) return exitCodeOfParser(error);
  // Whatever an interrupted run ends with follows from the interruption.
  if (outside.signal.aborted) {
    outside.err('stopped; what was built before stays\n');
    return exitCodes.problems;
  }
  if (error instanceof UserError) {
    await reportProblems(outside, optionsIn(args), error.problems);
    return exitCodeOf(error.problems);
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  outside.err(`This is a bug in omkost, not in your scenario. Please report it with the lines below.\n${trace}\n`);
  return exitCodes.bug;
}

/** Of a command that ended before it could report: only what decides how a problem is printed. */
function optionsIn(args: readonly string[]): CommonOptions {
  return { color: !args.includes('--no-color') };
}
