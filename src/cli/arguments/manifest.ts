/** The arguments of the commands about manifests: manifest merge. */
import type { Command } from 'commander';
import type { MergeOptions } from '../commands/manifest-merge.ts';
import type { Done, Outside } from '../outside.ts';
import { withCommon } from './options.ts';

export function addManifest(program: Command, outside: Outside, done: Done): void {
  const manifest = program
    .command('manifest')
    .helpCommand(false)
    .description('manifests of builds that were split between machines');
  withCommon(
    manifest
      .command('merge')
      .argument('<folder...>', 'the folders that the shards were built into')
      .description('put the shards of a build together, as one run would have written them')
      .option('--out <folder>', 'where to write (default: output)')
      .option('--no-outputs', 'write the manifest alone, and leave the notes where they are')
      .addHelpText(
        'after',
        '\nAll shards must be there, built by the same omkost and browser from the same inputs, and every file as its manifest says.\n\nExample:\n  omkost build --shard 1/2 --out shards/1\n  omkost build --shard 2/2 --out shards/2\n  omkost manifest merge shards/1 shards/2',
      ),
  ).action(async (folders: string[], options: MergeOptions) => {
    done(await (await import('../commands/manifest-merge.ts')).mergeShards(folders, options, outside));
  });
}
