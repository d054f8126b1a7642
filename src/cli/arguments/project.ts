/** The arguments of the commands about a project as a whole: new, schema, cache, doctor. */
import { type Command, Option } from 'commander';
import type { SchemaName } from '../../render/json-schema.ts';
import type { CacheCommandOptions } from '../commands/cache.ts';
import type { CommonOptions, Done, Outside } from '../outside.ts';
import { withCommon } from './options.ts';

export function addNew(program: Command, outside: Outside, done: Done): void {
  withCommon(
    program
      .command('new')
      .argument('<name>', 'name of the scenario: my-intervention')
      .description('a commented scenario to start from')
      .option('--out <folder>', 'where to write it (default: scenarios)')
      .addHelpText('after', '\nExample:\n  omkost new my-intervention'),
  ).action(async (name: string, options: CommonOptions) => {
    done(await (await import('../commands/new.ts')).newScenario(name, options, outside));
  });
}

export function addSchema(program: Command, outside: Outside, done: Done): void {
  program
    .command('schema')
    .addOption(
      new Option('--of <kind>', 'whose schema')
        .choices(['scenario', 'prices', 'anthology', 'mapping', 'theme'])
        .default('scenario'),
    )
    .description('JSON Schema for editors, on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  omkost schema > scenarios/scenario.schema.json\n  omkost schema --of mapping > mapping.schema.json    for `omkost prices update --map`\n  omkost schema --of theme > my-house/theme.schema.json',
    )
    .action(async ({ of }: { of: SchemaName }) => {
      done(await (await import('../commands/schema.ts')).schema(of, outside));
    });
}

export function addCache(program: Command, outside: Outside, done: Done): void {
  withCommon(
    program
      .command('cache')
      .description('where built notes are kept, so that unchanged ones are not built again')
      .option('--clear', 'remove them all; the next build makes every note')
      .addHelpText('after', '\nExamples:\n  omkost cache\n  omkost cache --clear'),
  ).action(async (options: CacheCommandOptions) => {
    done(await (await import('../commands/cache.ts')).cache(options, outside));
  });
}

export function addDoctor(program: Command, outside: Outside, done: Done): void {
  withCommon(
    program
      .command('doctor')
      .description('which browser prints here, and whether a test page comes out')
      .option('--browser <path>', 'a Chrome or Chromium to print with'),
  ).action(async (options: CommonOptions) => {
    done(await (await import('../commands/doctor.ts')).doctor(options, outside));
  });
}
