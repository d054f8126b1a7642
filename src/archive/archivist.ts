/** Finishes PDFs on threads of their own for the length of a run, so that the next note is composed and printed meanwhile. */
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { DocumentFacts } from './facts.ts';
import type { FinishTask } from './worker.ts';

export interface ArchivistOptions {
  /** Threads at most. By default one less than there are processors: the browser needs one, and a thread finishes some twenty notes a second. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

export interface Archivist {
  finish(printed: Uint8Array, facts: DocumentFacts): Promise<Uint8Array>;
}

/** Starts a thread at once, since loading takes it a while, lends the archivist to `use`, and ends all threads whoever fails. */
export async function withArchivist<T>(
  options: ArchivistOptions,
  use: (archivist: Archivist) => Promise<T>,
): Promise<T> {
  // The test runner runs the TypeScript sources, which a thread of Node 20 cannot load: there the work is done on this thread.
  if (import.meta.url.endsWith('.ts')) return use(await archivistHere());
  const pool = new Tinypool({
    filename: new URL('./worker.js', import.meta.url).href,
    name: 'finish',
    // Flags of the main program (`--input-type`, a debugger) are not for a thread.
    execArgv: [],
    minThreads: 1,
    maxThreads: Math.max(1, options.threads ?? Math.min(4, availableParallelism() - 1)),
  });
  const { signal } = options;
  const run = async (task: FinishTask): Promise<Uint8Array> => pool.run(task, signal === undefined ? {} : { signal });
  try {
    return await use({ finish: (printed, facts) => run({ printed, facts }) });
  } finally {
    await pool.destroy();
  }
}

async function archivistHere(): Promise<Archivist> {
  const { finish } = await import('./worker.ts');
  return { finish: async (printed, facts) => finish({ printed, facts }) };
}
