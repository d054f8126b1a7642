/** Several steps that do not need each other: what is wrong in any is told with what is wrong in the others. */
import { type Problem, UserError } from './problem.ts';

export class Gathering {
  readonly problems: Problem[] = [];

  /** What the step gives; undefined where it was refused, which is kept. What is no user's problem goes on up. */
  attempt<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      this.#keep(error);
      return undefined;
    }
  }

  /** The same of a step that waits. */
  async await<T>(step: Promise<T>): Promise<T | undefined> {
    try {
      return await step;
    } catch (error) {
      this.#keep(error);
      return undefined;
    }
  }

  #keep(error: unknown): void {
    if (!(error instanceof UserError)) throw error;
    this.problems.push(...error.problems);
  }
}
