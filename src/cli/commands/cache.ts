/** `omkost cache`: where notes that were built are kept, how much room they take, and a way to be rid of them. */
import { clearStore } from '../../build/note-store.ts';
import { notesCacheFolder } from '../../files/cache-folder.ts';
import { bytesIn } from '../../files/folder-size.ts';
import { type CommonOptions, type ExitCode, exitCodes, type Outside } from '../outside.ts';

export interface CacheCommandOptions extends CommonOptions {
  readonly clear?: boolean;
}

export async function cache(options: CacheCommandOptions, outside: Outside): Promise<ExitCode> {
  const folder = notesCacheFolder(outside.environment);
  const bytes = await bytesIn(folder);
  if (options.clear) await clearStore(folder);
  if (options.json) outside.out(`${JSON.stringify({ folder, bytes, cleared: options.clear === true }, null, 2)}\n`);
  else outside.out(`${folder}: ${(bytes / 1024 / 1024).toFixed(1)} MB${options.clear ? ', cleared' : ''}\n`);
  return exitCodes.ok;
}
