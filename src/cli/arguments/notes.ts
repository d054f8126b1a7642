/** The arguments of the commands about notes: build, check, calc, explain. */
import { type Command, Option } from 'commander';
import type { BuildOptions } from '../commands/build.ts';
import type { CheckOptions } from '../commands/check.ts';
import type { FrozenOptions } from '../commands/check-frozen.ts';
import type { ExplainOptions } from '../commands/explain.ts';
import type { CommonOptions, Done, Outside } from '../outside.ts';
import { wholeNumber, withOutput, withReading, withReports } from './options.ts';
import { refuseMixed, withRows, withShard } from './split.ts';

export function addBuild(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('build')
    .argument(
      '[scenario...]',
      'files or names in scenarios/ or scenarios/anthologies/; - reads standard input; all when none is named',
    )
    .description('scenarios → PDF, web summary page and results in output/')
    .addHelpText(
      'after',
      '\nExamples:\n  omkost build\n  omkost build scenarios/a.yaml scenarios/b.yaml --out notes\n  omkost build my-intervention --format pdf --quiet\n  omkost build families               an anthology with a file of its own: scenarios/anthologies/families.yaml\n  omkost build --anthology a b c --title "Three interventions"\n  omkost build my-intervention --rows municipalities.csv --name "{municipality}-meetings"\n  omkost build --shard 3/8 --out shards/3     (then: omkost manifest merge shards/*)',
    )
    .option('--anthology', 'the scenarios as chapters of one publication, or files of anthologies wherever they lie')
    .addOption(new Option('--title <title>', 'title of the anthology'))
    .option('--no-cache', 'build every note, also those of which nothing has changed');
  withReports(withOutput(withShard(withRows(withReading(command))))).action(
    async (named: string[], options: BuildOptions) => {
      refuseMixed(command, named, options);
      done(await (await import('../commands/build.ts')).build(named, options, outside));
    },
  );
}

export function addCheck(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('check')
    .argument('[scenario...]', 'files or names in scenarios/; all when none is named')
    .description('all problems of scenarios, prices and templates; nothing is written')
    .option('--strict', 'fail on warnings too')
    .option('--frozen', 'build afresh beside it, and fail where a committed manifest does not agree')
    .option('--manifest <file>', 'the manifest for --frozen (default: manifest.json in the folder of --out)')
    .addHelpText(
      'after',
      '\nExamples:\n  omkost check\n  omkost check my-intervention --json\n  omkost check --strict          before publishing: no warning is left, and nothing is still to be written\n  omkost check --frozen --manifest published/manifest.json\n  omkost check --frozen --format html,json   figures and web pages only: no browser is needed',
    );
  withReports(withOutput(withRows(withReading(command)))).action(
    async (named: string[], options: CheckOptions & FrozenOptions) => {
      refuseMixed(command, named, options);
      if (options.frozen)
        done(await (await import('../commands/check-frozen.ts')).checkFrozen(named, options, outside));
      else done(await (await import('../commands/check.ts')).check(named, options, outside));
    },
  );
}

export function addCalc(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('calc')
    .argument('<scenario>', 'a file or a name in scenarios/; - reads standard input')
    .description('results as tables in the terminal')
    .addHelpText('after', '\nExamples:\n  omkost calc my-intervention\n  omkost calc my-intervention --json');
  withReading(command).action(async (named: string, options: CommonOptions) => {
    done(await (await import('../commands/calc.ts')).calc(named, options, outside));
  });
}

export function addExplain(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('explain')
    .argument('<scenario>', 'a file or a name in scenarios/; - reads standard input')
    .argument('[figure]', 'a figure by its name in prose: total, costs.<id>.each; the headline when none is named')
    .description('how a figure came about: the tree down to hours, wages and their sources')
    .addOption(
      new Option('--depth <n>', 'how many levels to print (default: all)').argParser(wholeNumber('a number', 0, 99)),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  omkost explain my-intervention\n  omkost explain my-intervention share.operationPhase --depth 2\n  omkost explain my-intervention total --json',
    );
  withReading(command).action(async (named: string, figure: string | undefined, options: ExplainOptions) => {
    done(await (await import('../commands/explain.ts')).explain(named, figure, options, outside));
  });
}
