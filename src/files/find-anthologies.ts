/** Which anthologies a command line means: files in `scenarios/anthologies/`, each of which gathers scenarios. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { scenarioFolder, shownPath } from './find-scenarios.ts';

export const anthologyFolder = join(scenarioFolder, 'anthologies');

/** The file of an anthology, as the user knows it. */
export interface AnthologyFile {
  /** Name of its outputs. */
  readonly name: string;
  readonly path: string;
}

/** All that lie in their folder. */
export async function allAnthologies(workingFolder: string): Promise<readonly AnthologyFile[]> {
  const entries = await readdir(join(workingFolder, anthologyFolder)).catch(() => []);
  const files = entries.filter((file) => ['.yaml', '.yml'].includes(extname(file)) && !file.startsWith('.')).sort();
  return files.map((file) => anthologyAt(join(anthologyFolder, file)));
}

/**
 * The anthology that a word means: a file in a folder called `anthologies`, or a bare name there that is no scenario's. With `isAsked`
 * (`--anthology`) a file anywhere that has chapters is one too. Undefined where it is a scenario, or nothing.
 */
export async function findAnthology(
  named: string,
  workingFolder: string,
  isAsked = false,
): Promise<AnthologyFile | undefined> {
  const isFile = async (path: string) =>
    (await stat(resolve(workingFolder, path)).catch(() => undefined))?.isFile() ?? false;
  const found = (path: string) => anthologyAt(shownPath(path, workingFolder));
  if (extname(named) !== '') {
    const isOne = basename(dirname(named)) === 'anthologies' || (isAsked && (await hasChapters(named, workingFolder)));
    return isOne && (await isFile(named)) ? found(named) : undefined;
  }
  if (/[\\/]/.test(named)) return undefined;
  const inFolder = join(anthologyFolder, `${named}.yaml`);
  const isScenario = !isAsked && (await isFile(join(scenarioFolder, `${named}.yaml`)));
  return !isScenario && (await isFile(inFolder)) ? found(inFolder) : undefined;
}

/** A scenario has no such key. */
async function hasChapters(path: string, workingFolder: string): Promise<boolean> {
  const text = await readFile(resolve(workingFolder, path), 'utf8').catch(() => '');
  return /^chapters[ \t]*:/m.test(text);
}

function anthologyAt(path: string): AnthologyFile {
  return { name: basename(path, extname(path)), path };
}
