/** The arguments of the commands about price tables: prices list, prices update, prices diff. */
import { type Command, Option } from 'commander';
import type { DiffOptions } from '../commands/prices/diff.ts';
import type { UpdateOptions } from '../commands/prices/update.ts';
import type { CommonOptions, Done, Outside } from '../outside.ts';
import { withChangeNote } from './diff.ts';
import { wholeNumber, withCommon } from './options.ts';

export function addPrices(program: Command, outside: Outside, done: Done): void {
  const prices = program
    .command('prices')
    .helpCommand(false)
    .description('price tables: what is in them, new values, and what they change')
    .addHelpText('after', examples);
  addList(prices, outside, done);
  addUpdate(prices, outside, done);
  addDiff(prices, outside, done);
}

const examples = `
The yearly work:
  omkost prices diff             what StatBank has that the tables do not, and which notes it moves
  omkost prices update           write it into the tables, after a question
  omkost build                   every note in the new prices`;

function addList(prices: Command, outside: Outside, done: Done): void {
  withCommon(
    prices
      .command('list')
      .argument('[word...]', 'only rows with one of these words in their name')
      .description('prices, index series, norms and rates: years, latest value, source, and which scenarios use them')
      .option('--prices <file...>', 'price tables to use instead of those in scenarios/prices/')
      .addHelpText('after', '\nExamples:\n  omkost prices list\n  omkost prices list socialraadgiver --json'),
  ).action(async (words: string[], options: CommonOptions) => {
    done(await (await import('../commands/prices/list.ts')).listPrices(words, options, outside));
  });
}

function addUpdate(prices: Command, outside: Outside, done: Done): void {
  const command = prices
    .command('update')
    .argument('[name...]', 'series by name; all that say where they are fetched when none is named')
    .description('fetch new values and write them into the price tables')
    .option('--yes', 'write without asking')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--revised', 'also take old values that StatBank has revised; without it they stay as they are')
    .addHelpText(
      'after',
      '\nThe answers are kept in prices/statbank/ beside the tables, for --offline.\n\nExamples:\n  omkost prices update\n  omkost prices update forbrugerpriser --dry-run\n  omkost prices update --offline --yes\n  omkost prices update forbrugerpriser --saved answer.csv\n  omkost prices update --from loen.csv --map loen-kolonner.yaml',
    );
  withSource(withCommon(command)).action(async (names: string[], options: UpdateOptions) => {
    done(await (await import('../commands/prices/update.ts')).updatePrices(names, options, outside));
  });
}

function addDiff(prices: Command, outside: Outside, done: Done): void {
  const command = prices
    .command('diff')
    .argument('[name...]', 'series by name; all that say where they are fetched when none is named')
    .description(
      'what an update would change: which scenarios use it, and each of their printed figures; nothing is written',
    )
    .option('--against <file...>', 'compare with these price tables instead: last year’s, another branch’s')
    .option('--revised', 'as if old values that StatBank has revised were taken too')
    .addOption(
      new Option('--price-year <year>', 'as if every note were then built in the prices of this year').argParser(
        wholeNumber('a year', 1990, 2100),
      ),
    )
    .addOption(new Option('--markdown', 'as Markdown, for a pull request').conflicts('json'))
    .addHelpText(
      'after',
      '\nExamples:\n  omkost prices diff\n  omkost prices diff --offline --json\n  omkost prices diff --price-year 2024 --markdown\n  omkost prices diff --against old/prisindeks.yaml old/timeomkostninger.yaml',
    );
  withChangeNote(withSource(withCommon(command))).action(async (names: string[], options: DiffOptions) => {
    done(await (await import('../commands/prices/diff.ts')).diffPrices(names, options, outside));
  });
}

/** Which tables, and where new values come from. */
function withSource(command: Command): Command {
  return command
    .option('--prices <file...>', 'price tables to use instead of those in scenarios/prices/')
    .option('--offline', 'take the answers that were kept the last time, without a network')
    .addOption(
      new Option('--from <file>', 'new values from this CSV file instead of StatBank').conflicts(['offline', 'saved']),
    )
    .option('--map <file>', 'how the CSV file is read: which columns hold what')
    .addOption(new Option('--saved <file>', 'take this answer of StatBank (JSON-stat or CSV)').conflicts('offline'))
    .addOption(new Option('--statbank <url>', 'ask at another address than StatBank’s own').env('OMKOST_STATBANK'));
}
