/** What the command line prints about wrong input: the program itself, with an outside that only listens. */
import { PassThrough } from 'node:stream';
import type { Outside } from '../../src/cli/outside.ts';
import { run } from '../../src/cli/run.ts';

export interface Printed {
  /** Standard output and standard error, as they came. */
  readonly text: string;
  readonly exitCode: number;
}

/** `omkost <args>` in a folder. */
export async function printedBy(
  workingFolder: string,
  args: readonly string[],
  standardInput = new PassThrough(),
): Promise<Printed> {
  let text = '';
  const hear = (more: string) => {
    text += more;
  };
  const outside: Outside = {
    workingFolder,
    environment: {},
    standardInput,
    out: hear,
    err: hear,
    isTerminal: false,
    now: new Date('2026-11-22T00:00:00Z'),
    signal: new AbortController().signal,
  };
  return { exitCode: await run(args, outside), text };
}
