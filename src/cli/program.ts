/** The command line: its commands, options and help. Each command's code is imported when it is asked for. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExplainOptions } from './commands/explain.ts';
import {
  type CommonOptions,
  type ExitCode,
  exitCodes,
  type OutputFormat,
  type Outside,
  outputFormats,
} from './outside.ts';

type Done = (code: ExitCode) => void;

/** Builds the parser; `done` receives the exit code of the command that was run. */
export function programFor(outside: Outside, version: string, done: Done): Command {
  const program = new Command('omkost')
    .description(
      'Publishes cost assessments: a scenario in YAML becomes a PDF note, a web page and the figures as data.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('(omkost --help says what there is)')
    .configureOutput({ writeOut: outside.out, writeErr: outside.err })
    .addHelpText('after', examples)
    .exitOverride();
  addBuild(program, outside, done);
  addCheck(program, outside, done);
  addCalc(program, outside, done);
  addExplain(program, outside, done);
  addNew(program, outside, done);
  addSchema(program, outside, done);
  addDoctor(program, outside, done);
  return program;
}

const examples = `
Examples:
  omkost new my-intervention     write scenarios/my-intervention.yaml to start from
  omkost build                   build every scenario in scenarios/ into output/
  omkost build my-intervention   build one
  omkost check                   say everything that is wrong, write nothing
  omkost calc my-intervention    the figures, in the terminal
  omkost explain my-intervention how the headline came about, down to hours and wages

Exit codes: 0 all built; 1 some scenario has problems; 2 wrong command line; 3 no usable browser; 70 a bug in omkost.`;

function addBuild(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('build')
    .argument('[scenario...]', 'files or names in scenarios/; - reads standard input; all when none is named')
    .description('scenarios → PDF, web summary page and results in output/')
    .addHelpText(
      'after',
      '\nExamples:\n  omkost build\n  omkost build scenarios/a.yaml scenarios/b.yaml --out notes\n  omkost build my-intervention --format pdf --quiet',
    );
  withOutput(withReading(command)).action(async (named: string[], options: CommonOptions) => {
    done(await (await import('./commands/build.ts')).build(named, options, outside));
  });
}

function addCheck(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('check')
    .argument('[scenario...]', 'files or names in scenarios/; all when none is named')
    .description('all problems of scenarios, prices and templates; nothing is written')
    .addHelpText('after', '\nExamples:\n  omkost check\n  omkost check my-intervention --json');
  withReading(command).action(async (named: string[], options: CommonOptions) => {
    done(await (await import('./commands/check.ts')).check(named, options, outside));
  });
}

function addCalc(program: Command, outside: Outside, done: Done): void {
  const command = program
    .command('calc')
    .argument('<scenario>', 'a file or a name in scenarios/; - reads standard input')
    .description('results as tables in the terminal')
    .addHelpText('after', '\nExamples:\n  omkost calc my-intervention\n  omkost calc my-intervention --json');
  withReading(command).action(async (named: string, options: CommonOptions) => {
    done(await (await import('./commands/calc.ts')).calc(named, options, outside));
  });
}

function addExplain(program: Command, outside: Outside, done: Done): void {
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
    done(await (await import('./commands/explain.ts')).explain(named, figure, options, outside));
  });
}

function addNew(program: Command, outside: Outside, done: Done): void {
  withCommon(
    program
      .command('new')
      .argument('<name>', 'name of the scenario: my-intervention')
      .description('a commented scenario to start from')
      .option('--out <folder>', 'where to write it (default: scenarios)')
      .addHelpText('after', '\nExample:\n  omkost new my-intervention'),
  ).action(async (name: string, options: CommonOptions) => {
    done(await (await import('./commands/new.ts')).newScenario(name, options, outside));
  });
}

function addSchema(program: Command, outside: Outside, done: Done): void {
  program
    .command('schema')
    .addOption(new Option('--of <kind>', 'whose schema').choices(['scenario', 'prices']).default('scenario'))
    .description('JSON Schema for editors, on standard output')
    .addHelpText('after', '\nExample:\n  omkost schema > scenarios/scenario.schema.json')
    .action(async ({ of }: { of: 'scenario' | 'prices' }) => {
      done(await (await import('./commands/schema.ts')).schema(of, outside));
    });
}

function addDoctor(program: Command, outside: Outside, done: Done): void {
  withCommon(
    program
      .command('doctor')
      .description('which browser prints here, and whether a test page comes out')
      .option('--browser <path>', 'a Chrome or Chromium to print with'),
  ).action(async (options: CommonOptions) => {
    done(await (await import('./commands/doctor.ts')).doctor(options, outside));
  });
}

function withCommon(command: Command): Command {
  return command
    .option('--json', 'for machines: JSON on standard output')
    .option('--quiet', 'no progress, only problems and results')
    .option('--no-color', 'no colours');
}

function withReading(command: Command): Command {
  return withCommon(command)
    .option('--prices <file...>', 'price tables to use instead of those in prices/ beside the scenario')
    .addOption(
      new Option('--price-year <year>', 'build in the prices of another year').argParser(
        wholeNumber('a year', 1990, 2100),
      ),
    )
    .option('--theme <folder>', 'a house style instead of the scenario’s own');
}

function withOutput(command: Command): Command {
  return command
    .option('--out <folder>', 'where to write (default: output)')
    .addOption(new Option('--format <list>', `what to write, of ${outputFormats.join(',')}`).argParser(formats))
    .addOption(new Option('--jobs <n>', 'notes printed at once (default: 2)').argParser(wholeNumber('a number', 1, 64)))
    .option('--browser <path>', 'a Chrome or Chromium to print with, instead of the embedded one');
}

function wholeNumber(what: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be ${what} from ${least} to ${most}.`);
  };
}

function formats(text: string): readonly OutputFormat[] {
  const wanted = text.split(',').map((format) => format.trim());
  const known = wanted.filter((format): format is OutputFormat => outputFormats.some((one) => one === format));
  if (known.length === wanted.length) return known;
  throw new InvalidArgumentError(`Choose of ${outputFormats.join(', ')}, with commas between.`);
}

/** commander’s own errors are wrong command lines; asking for help or the version is not. */
export function exitCodeOfParser(error: { readonly exitCode: number }): ExitCode {
  return error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongCommandLine;
}
