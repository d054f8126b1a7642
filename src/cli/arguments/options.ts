/** Options that several commands share, and how their values are read. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type OutputFormat, outputFormats, usualFormats } from '../outside.ts';
import { parseReporter, type Reporter } from '../reports/parse-reporter.ts';

export function withCommon(command: Command): Command {
  return command
    .option('--json', 'for machines: JSON on standard output')
    .option('--quiet', 'no progress, only problems and results')
    .option('--no-color', 'no colours');
}

export function withReading(command: Command): Command {
  return withCommon(command)
    .option('--prices <file...>', 'price tables to use instead of those in prices/ beside the scenario')
    .addOption(
      new Option('--price-year <year>', 'build in the prices of another year').argParser(
        wholeNumber('a year', 1990, 2100),
      ),
    )
    .option('--theme <name>', 'a house style instead of the scenario’s own: standard, agency, or a folder');
}

/** For the commands whose problems an engine of continuous integration may want. */
export function withReports(command: Command): Command {
  return command.addOption(
    new Option('--reporter <kind>', 'problems also as github, junit=FILE or sarif=FILE; may be given again').argParser(
      reporters,
    ),
  );
}

function reporters(text: string, earlier: readonly Reporter[] = []): readonly Reporter[] {
  const reporter = parseReporter(text);
  if (reporter !== undefined) return [...earlier, reporter];
  throw new InvalidArgumentError('Choose of github, junit=FILE and sarif=FILE.');
}

export function withOutput(command: Command): Command {
  return command
    .option('--out <folder>', 'where to write (default: output)')
    .addOption(
      new Option(
        '--format <list>',
        `what to write, of ${outputFormats.join(',')} (default: ${usualFormats.join(',')})`,
      ).argParser(formats),
    )
    .addOption(new Option('--jobs <n>', 'notes printed at once (default: 2)').argParser(wholeNumber('a number', 1, 64)))
    .option('--browser <path>', 'a Chrome or Chromium to print with, instead of the embedded one');
}

export function wholeNumber(what: string, least: number, most: number): (text: string) => number {
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
