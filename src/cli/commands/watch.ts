/** `omkost watch`: builds what changes, as long as it runs. */
import { type CommonOptions, type ExitCode, exitCodes, type Outside } from '../outside.ts';
import { describeEvent } from '../printer-events.ts';
import { watchReporter } from '../watch-reporter.ts';
import { watchRequest } from '../watch-request.ts';

export interface WatchOptions extends CommonOptions {
  readonly poll?: boolean;
}

/** Ends in order, with 0, when it is interrupted: that is how one stops watching. */
export async function watch(named: readonly string[], options: WatchOptions, outside: Outside): Promise<ExitCode> {
  const { watchNotes } = await import('../../watch/watch-notes.ts');
  const tell = await watchReporter(outside, options);
  try {
    await watchNotes({
      ...watchRequest(named, options, outside, (event) => tell.say(describeEvent(event)), tell.say),
      onEvent: tell.event,
    });
  } catch (error) {
    if (!outside.signal.aborted) throw error;
  }
  tell.say('stopped');
  return exitCodes.ok;
}
