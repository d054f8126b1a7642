/** The problems a piece of work ends with; anything but a UserError is a failure of the test. */
import { type Problem, UserError } from '../../src/problem/problem.ts';

export async function problemsOf(work: Promise<unknown>): Promise<readonly Problem[]> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error('expected a UserError', { cause: error });
  return error.problems;
}
