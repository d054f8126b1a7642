/** Makes a folder and those above it that are missing, one after the other. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * As `mkdir -p`. Where a folder refuses every new one (`/proc`) Node 20's own recursive way never ends; this one ends with what the
 * system said. Throws the system's error, whose `path` is the place that stands in the way.
 */
export async function makeFolder(folder: string): Promise<void> {
  for (const missing of await missingFolders(folder)) {
    await mkdir(missing).catch(async (error: unknown) => {
      // Another process may have made it meanwhile.
      if (await isFolder(missing)) return;
      // The folder it would stand in is there, so that nothing is missing: it takes no new ones.
      throw codeOf(error) === 'ENOENT' ? refusal('EPERM: operation not permitted', missing) : error;
    });
  }
}

/** From the uppermost to the folder itself. Throws where something else than a folder stands in the way. */
async function missingFolders(folder: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let at = folder; !(await isFolder(at)); at = dirname(at)) {
    missing.unshift(at);
    if (at === dirname(at)) break;
  }
  return missing;
}

/** Throws where there is something, and it is no folder. */
async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  if (found === undefined || found.isDirectory()) return found !== undefined;
  throw refusal('ENOTDIR: not a directory', path);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** In the system's own form, so that it is read as its other errors are. */
function refusal(words: `${string}: ${string}`, path: string): Error {
  return Object.assign(new Error(`${words}, mkdir '${path}'`), { code: words.split(':')[0], path });
}
