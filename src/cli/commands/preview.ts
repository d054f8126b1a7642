/** `omkost preview`: the notes in a browser on this machine, shown anew as they are written. */
import { type ExitCode, exitCodes, type Outside } from '../outside.ts';
import { describeEvent } from '../printer-events.ts';
import { watchReporter } from '../watch-reporter.ts';
import { watchRequest } from '../watch-request.ts';
import type { WatchOptions } from './watch.ts';

export interface PreviewOptions extends WatchOptions {
  readonly port?: number;
}

/** Ends in order, with 0, when it is interrupted. The address is the result, so it goes to standard output. */
export async function preview(named: readonly string[], options: PreviewOptions, outside: Outside): Promise<ExitCode> {
  const { previewNotes } = await import('../../preview/preview-notes.ts');
  const tell = await watchReporter(outside, options);
  try {
    await previewNotes({
      ...watchRequest(named, options, outside, (event) => tell.say(describeEvent(event)), tell.say),
      port: options.port,
      onEvent: tell.event,
      onAddress: (address) =>
        outside.out(options.json ? `${JSON.stringify({ kind: 'serving', address })}\n` : `${address}\n`),
    });
  } catch (error) {
    if (!outside.signal.aborted) throw error;
  }
  tell.say('stopped');
  return exitCodes.ok;
}
