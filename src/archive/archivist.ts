/** Finishes PDFs on threads of their own for the length of a run, so that the next note is composed and printed meanwhile. */
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { UserError } from '../problem/problem.ts';
import type { DocumentFacts } from './facts.ts';
import type { FinishResult, FinishTask } from './worker.ts';

export interface ArchivistOptions {
  /** Threads at most. By default one less than there are processors: the browser needs one, and a thread finishes some twenty notes a second. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

export interface Archivist {
  /** Throws UserError with what the author can mend. */
  finish(printed: Uint8Array, facts: DocumentFacts): Promise<Uint8Array>;
}

/** Starts a thread at once, since loading takes it a while, lends the archivist to `use`, and ends all threads whoever fails. */
export async function withArchivist<T>(
  options: ArchivistOptions,
  use: (archivist: Archivist) => Promise<T>,
): Promise<T> {
  // The test runner runs the TypeScript sources, which a thread of Node 20 cannot load: there the work is done on this thread.
  if (import.meta.url.endsWith('.ts')) {
    const { finish } = await import('./worker.ts');
    return use(archivistOf(async (task) => finish(task)));
  }
  const pool = new Tinypool({
    // By the name of its room: from `cli/`, where the program's files are joined, the way is the same.
    filename: new URL('../archive/worker.js', import.meta.url).href,
    name: 'finish',
    // Flags of the main program (`--input-type`, a debugger) are not for a thread.
    execArgv: [],
    minThreads: 1,
    maxThreads: Math.max(1, options.threads ?? Math.min(4, availableParallelism() - 1)),
  });
  const { signal } = options;
  try {
    return await use(archivistOf((task) => pool.run(task, signal === undefined ? {} : { signal })));
  } finally {
    await pool.destroy();
  }
}

function archivistOf(run: (task: FinishTask) => Promise<FinishResult>): Archivist {
  return {
    finish: async (printed, facts) => {
      const result = await run({ printed, facts });
      if ('problems' in result) throw new UserError(result.problems);
      return result.pdf;
    },
  };
}
