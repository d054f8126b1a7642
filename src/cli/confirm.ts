/** A question on a terminal, answered with yes or no. */

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** Asks there; only a yes is one. Whoever leaves the question with Ctrl-C has not said yes. */
export function confirmOn(terminal: Terminal): (question: string) => Promise<boolean> {
  return async (message) => {
    const { default: confirm } = await import('@inquirer/confirm');
    try {
      return await confirm({ message, default: false }, terminal);
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') return false;
      throw error;
    }
  };
}
