/** What the command line says about a watch: the same for `watch` and `preview`. */
import { resolve } from 'node:path';
import { notesCacheFolder } from '../files/cache-folder.ts';
import type { PrinterOptions } from '../publish/printer.types.ts';
import type { WatchNotesOptions } from '../watch/watch-notes.ts';
import type { WatchOptions } from './commands/watch.ts';
import { findNotes } from './find-notes.ts';
import { dateOfBuild, type Outside, usualFormats } from './outside.ts';

export function watchRequest(
  named: readonly string[],
  options: WatchOptions,
  outside: Outside,
  onPrinterEvent: NonNullable<PrinterOptions['onEvent']>,
  say: (text: string) => void,
): Omit<WatchNotesOptions, 'onEvent'> {
  const { workingFolder, standardInput, environment, signal } = outside;
  const shownFolder = options.out ?? 'output';
  let isRefused = false;
  const { rows } = options;
  return {
    named,
    find: () => findNotes(named, options, workingFolder),
    watched: rows === undefined ? [] : [resolve(workingFolder, rows)],
    // Who watches past midnight gets the new day’s date, as a build would.
    reading: () => ({
      ...options,
      workingFolder,
      standardInput,
      issued: dateOfBuild({ ...outside, now: new Date() }),
    }),
    folder: resolve(workingFolder, shownFolder),
    shownFolder,
    formats: options.format ?? usualFormats,
    signal,
    poll: options.poll ?? false,
    printer: {
      ...(options.browser !== undefined && { browserPath: options.browser }),
      ...(options.jobs !== undefined && { pages: options.jobs }),
      environment,
      onEvent: onPrinterEvent,
      signal,
    },
    cache: {
      folder: notesCacheFolder(environment),
      // Each round finds it again; it is said once.
      onRefusal: (reason) => {
        if (!isRefused) say(`nothing is kept, so every round builds every note: ${reason}`);
        isRefused = true;
      },
    },
  };
}
