/** Keeps notes built while their files change, until it is told to stop. */
import { KeptPress } from '../build/kept-press.ts';
import { findScenarios } from '../files/find-scenarios.ts';
import { watchFiles } from '../files/watch-files.ts';
import { watchedPaths } from '../files/watched-paths.ts';
import { refuseErrors, UserError } from '../problem/problem.ts';
import { Changes } from './changes.ts';
import { Workshop, type WorkshopOptions } from './workshop.ts';

export interface WatchNotesOptions extends Omit<WorkshopOptions, 'lendPress'> {
  readonly poll: boolean;
}

/**
 * Builds what is out of date, then again at each change. Ends only by its signal, whose reason it throws, or by a UserError: there is
 * nothing to watch, or files can no longer be watched (`watch-failed`). What is wrong with notes is told, and watching goes on.
 */
export async function watchNotes(options: WatchNotesOptions): Promise<never> {
  const { named, signal, poll, folder, reading } = options;
  if (named.includes('-')) throw standardInputRefused();
  // A name that was mistyped is told at once: to wait for it to appear would help nobody.
  const { files, problems } = await findScenarios(named, reading().workingFolder);
  refuseErrors(problems);
  const press = new KeptPress();
  const changes = new Changes();
  const workshop = new Workshop({ ...options, lendPress: press.lend });
  const watch = await watchFiles({
    paths: await watchedPaths(named, files, reading()),
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
        watch.add(await watchedPaths(named, workshop.files, reading()));
      } else if (workshop.hasToPrint) await workshop.print(() => changes.areWaiting || signal.aborted);
      else await changes.wait(signal);
    }
  } finally {
    await Promise.all([watch.close(), press.close()]);
  }
}

function standardInputRefused(): UserError {
  const message = 'standard input is read once and cannot be watched';
  const hint = 'write the scenario to a file and name that';
  return new UserError([{ severity: 'error', code: 'not-supported', message, hint }]);
}
