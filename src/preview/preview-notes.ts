/** The door of `preview/`: keeps notes built and shows them in the browser, until it is told to stop. */
import type { WatchEvent, WatchState } from '../watch/note-state.ts';
import { type WatchNotesOptions, watchNotes } from '../watch/watch-notes.ts';
import { Contents } from './contents.ts';
import { startServer } from './preview-server.ts';

export interface PreviewNotesOptions extends WatchNotesOptions {
  /** The port that was asked for; without it the usual one, or any that is free. */
  readonly port?: number | undefined;
  /** Called once, when pages are answered and changes are seen. */
  readonly onAddress: (address: string) => void;
}

/** Ends as `watchNotes` does; throws UserError `port-taken` at the start. */
export async function previewNotes(options: PreviewNotesOptions): Promise<never> {
  let state: WatchState = { notes: [], problems: [] };
  let fault: { readonly error: unknown } | undefined;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const server = await startServer({
    port: options.port,
    contents: new Contents(options.folder, options.reading),
    state: () => state,
    onFault: (error) => {
      fault ??= { error };
      stop.abort();
    },
  });
  const onEvent = (event: WatchEvent) => {
    options.onEvent(event);
    if (event.kind === 'started') options.onAddress(server.address);
    if (event.kind !== 'state') return;
    state = event.state;
    server.tellChange();
  };
  try {
    return await watchNotes({ ...options, signal, printer: { ...options.printer, signal }, onEvent });
  } catch (error) {
    throw fault === undefined ? error : fault.error;
  } finally {
    await server.close();
  }
}
