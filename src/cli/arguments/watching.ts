/** The arguments of the commands that stay: watch, preview. */
import { type Command, Option } from 'commander';
import type { PreviewOptions } from '../commands/preview.ts';
import type { WatchOptions } from '../commands/watch.ts';
import type { Done, Outside } from '../outside.ts';
import { wholeNumber, withOutput, withReading } from './options.ts';
import { refuseMixed, withRows } from './split.ts';

export function addWatch(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('watch')
    .argument('[scenario...]', 'files or names in scenarios/; all, and those to come, when none is named')
    .description('build, and build again when a scenario, prices, a theme or a template changes')
    .addHelpText(
      'after',
      '\nThe web page and the figures come first, the PDF follows. Ctrl-C ends it.\n\nExamples:\n  omkost watch\n  omkost watch my-intervention --format html,json\n  omkost watch my-intervention --rows municipalities.csv --name "{municipality}-meetings"\n  omkost watch --poll              on a network drive',
    );
  withWatching(withOutput(withRows(withReading(command)))).action(async (named: string[], options: WatchOptions) => {
    refuseMixed(command, named, options);
    done(await (await import('../commands/watch.ts')).watch(named, options, outside));
  });
}

export function addPreview(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('preview')
    .argument('[scenario...]', 'files or names in scenarios/; all, and those to come, when none is named')
    .description('the notes in your browser, shown anew as you write; for this machine only')
    .addOption(new Option('--port <n>', 'where to serve (default: 4600, or a free one)').argParser(port))
    .addHelpText(
      'after',
      '\nBuilds into the output folder as `omkost watch` does. Ctrl-C ends it.\n\nExamples:\n  omkost preview\n  omkost preview my-intervention --port 8080\n  omkost preview my-intervention --rows municipalities.csv',
    );
  withWatching(withOutput(withRows(withReading(command)))).action(async (named: string[], options: PreviewOptions) => {
    refuseMixed(command, named, options);
    done(await (await import('../commands/preview.ts')).preview(named, options, outside));
  });
}

const port = wholeNumber('a port', 1, 65_535);

function withWatching(command: Command): Command {
  return command.option('--poll', 'look at the files again and again: for drives that do not tell of changes');
}
