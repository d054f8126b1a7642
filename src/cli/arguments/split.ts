/** Options that make many notes of one scenario, or share the notes of one build out between machines. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readNamePattern } from '../../files/note-name.ts';
import { readShard } from '../../files/shard.ts';
import type { BuildOptions } from '../commands/build.ts';
import { exitCodes } from '../outside.ts';

/** One note for each row of a table. */
export function withRows(command: Command): Command {
  return command
    .option('--rows <file>', 'one note of the scenario for each row of a CSV table, with the values of its columns')
    .option(
      '--name <name>',
      'names of the notes of --rows, by columns: "{municipality}-meetings"; or of an anthology’s files (default: antologi)',
    );
}

export function withShard(command: Command): Command {
  return command.addOption(
    new Option('--shard <i/n>', 'build the i-th of n parts, on a machine of its own: 3/8').argParser((text) => {
      const shard = readShard(text);
      if (shard !== undefined) return shard;
      throw new InvalidArgumentError('It must be a part of a whole, counted from 1: 1/8 to 8/8.');
    }),
  );
}

/** Options that are lawful alone, and say nothing together. */
export function refuseMixed(command: Command, named: readonly string[], options: BuildOptions): void {
  const { rows, name, title, anthology, shard } = options;
  const refuse = (message: string) => command.error(`error: ${message}`, { exitCode: exitCodes.wrongCommandLine });
  if (anthology && rows !== undefined) refuse('--rows makes many notes, --anthology one: leave one of them out');
  if (anthology && shard !== undefined) refuse('an anthology is one publication: it cannot be built with --shard');
  if (!anthology && title !== undefined) refuse('--title is of an anthology: add --anthology');
  if (!anthology && rows === undefined && name !== undefined)
    refuse('--name goes with --rows or --anthology: the note of a scenario is called as its file');
  if (rows === undefined) return;
  if (named.length !== 1 || named[0] === '-')
    refuse('--rows makes the notes of one scenario: name its file, and no other');
  if (name !== undefined && readNamePattern(name) === undefined)
    refuse(
      `--name “${name}” would give all notes one name: write it with a column in braces, and without slashes: "{municipality}-meetings"`,
    );
}
