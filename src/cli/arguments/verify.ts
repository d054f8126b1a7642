/** The arguments of `omkost verify`. */
import type { Command } from 'commander';
import type { CommonOptions, Done, Outside } from '../outside.ts';
import { withCommon } from './options.ts';

export function addVerify(program: Command, outside: Outside, done: Done): void {
  withCommon(
    program
      .command('verify')
      .argument('<pdf...>', 'notes that omkost has built')
      .description('whether each printed figure follows from what is inside the PDF')
      .option('--theme <folder>', 'the house style that the note was built in, where it is one of your own')
      .addHelpText(
        'after',
        '\nIt shows that a note agrees with itself, not who made it: for that, sign the PDF. Compared is the text of the note;\nwhat somebody lays over it afterwards (a comment, a stamp, a drawing) is not read.\n\nExamples:\n  omkost verify output/my-intervention.pdf\n  omkost verify output/*.pdf --json\n\nExit codes: 0 every figure follows; 1 something does not, or cannot be verified.',
      ),
  ).action(async (named: string[], options: CommonOptions) => {
    done(await (await import('../commands/verify.ts')).verify(named, options, outside));
  });
}
