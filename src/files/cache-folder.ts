/** Where omkost keeps on this machine what it can make again: the unpacked browser, and the notes that were built. */
import { join } from 'node:path';
import envPaths from 'env-paths';

type Environment = Readonly<Record<string, string | undefined>>;

/** OMKOST_CACHE, else the user's cache folder. */
export function cacheFolder(environment: Environment): string {
  return chosen(environment.OMKOST_CACHE) ?? envPaths('omkost', { suffix: '' }).cache;
}

/** OMKOST_NOTES_CACHE, else a folder in the cache: a project on an engine of continuous integration keeps its own from run to run. */
export function notesCacheFolder(environment: Environment): string {
  return chosen(environment.OMKOST_NOTES_CACHE) ?? join(cacheFolder(environment), 'notes');
}

function chosen(folder: string | undefined): string | undefined {
  return folder === '' ? undefined : folder;
}
