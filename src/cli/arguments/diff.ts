/** The arguments of `omkost diff`. */
import { type Command, Option } from 'commander';
import type { DiffOptions } from '../commands/diff/diff.ts';
import type { Done, Outside } from '../outside.ts';
import { withCommon } from './options.ts';

export function addDiff(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('diff')
    .argument('<a>', 'an output folder, a manifest, a results file or a PDF note')
    .argument('<b>', 'the same of a later build')
    .description('which printed figures differ between two builds, and why')
    .addOption(new Option('--markdown', 'as Markdown, for a pull request').conflicts('json'))
    .option('--exit-code', 'exit with 1 where something differs')
    .addHelpText(
      'after',
      '\nPDFs carry their inputs: each changed input alone is put into the old ones, and its effect on the figures is told.\n\nExamples:\n  omkost diff old/output output\n  omkost diff 2025/note.pdf output/note.pdf\n  omkost diff base output --markdown\n  omkost diff base output --pdf changes.pdf\n\nExit codes: 0 compared, whether something differs or not (with --exit-code 1 where it does); 1 a side cannot be read.',
    );
  withChangeNote(withCommon(command)).action(async (before: string, after: string, options: DiffOptions) => {
    done(await (await import('../commands/diff/diff.ts')).diff(before, after, options, outside));
  });
}

/** For the commands that can write what they found as a change note. */
export function withChangeNote(command: Command): Command {
  return command
    .option('--pdf <file>', 'also write a change note')
    .option('--language <code>', 'language of the change note: da, en (default: the notes’ own)')
    .option('--theme <name>', 'house style of the change note: standard, agency, or a folder')
    .option('--publisher <name>', 'who publishes the change note, where the house style does not say')
    .option('--browser <path>', 'a Chrome or Chromium to print with, instead of the embedded one');
}
