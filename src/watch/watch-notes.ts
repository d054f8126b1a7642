/** Keeps notes built while their files change, until it is told to stop. */
import { KeptPress } from '../build/kept-press.ts';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { watchFiles } from '../files/watch-files.ts';
import { watchedPaths } from '../files/watched-paths.ts';
import { type Problem, refuseErrors, UserError } from '../problem/problem.ts';
import { Changes } from './changes.ts';
import { Workshop, type WorkshopOptions } from './workshop.ts';

export interface WatchNotesOptions extends Omit<WorkshopOptions, 'lendPress'> {
  readonly poll: boolean;
  /** As on the command line; none: all in `scenarios/`. */
  readonly named: readonly string[];
  /** Besides what the notes themselves say: the table of rows. */
  readonly watched: readonly string[];
}

/**
 * Builds what is out of date, then again at each change. Ends only by its signal, whose reason it throws, or by a UserError: there is
 * nothing to watch, or files can no longer be watched (`watch-failed`). What is wrong with notes is told, and watching goes on.
 */
export async function watchNotes(options: WatchNotesOptions): Promise<never> {
  const { named, signal, poll, folder } = options;
  if (named.includes('-')) throw standardInputRefused();
  const files = await foundAtStart(options);
  const press = new KeptPress();
  const changes = new Changes();
  const workshop = new Workshop({ ...options, lendPress: press.lend });
  const watch = await watchFiles({
    paths: await pathsOf(options, files),
    except: [folder],
    poll,
    onChange: () => changes.mark(),
    onFailure: (error) => changes.fail(error),
  });
  options.onEvent({ kind: 'started' });
  changes.mark();
  try {
    for (;;) {
      signal.throwIfAborted();
      const since = await changes.take(signal);
      if (since !== undefined) {
        await workshop.makeTexts(since);
        watch.add(await pathsOf(options, workshop.files));
      } else if (workshop.hasToPrint) await workshop.print(() => changes.areWaiting || signal.aborted);
      else await changes.wait(signal);
    }
  } finally {
    await Promise.all([watch.close(), press.close()]);
  }
}

/** A name that was mistyped is told at once: to wait for it to appear would help nobody. What is wrong inside a file can be mended. */
async function foundAtStart({ find }: WatchNotesOptions): Promise<readonly ScenarioFile[]> {
  const ofNames = (problems: readonly Problem[]) => problems.filter(({ place }) => place === undefined);
  try {
    const { files, problems } = await find();
    refuseErrors(ofNames(problems));
    return files;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (ofNames(error.problems).length > 0) throw error;
    return [];
  }
}

async function pathsOf(
  { named, watched, reading }: WatchNotesOptions,
  files: readonly ScenarioFile[],
): Promise<readonly string[]> {
  return [...(await watchedPaths(named, files, reading())), ...watched];
}

function standardInputRefused(): UserError {
  const message = 'standard input is read once and cannot be watched';
  const hint = 'write the scenario to a file and name that';
  return new UserError([{ severity: 'error', code: 'not-supported', message, hint }]);
}
