/** Reads the texts of the price tables that a scenario is priced with. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Source } from '../problem/source.ts';
import { sha256OfValue } from './digest.ts';
import { projectFolder } from './project-folder.ts';
import { readSource } from './read-source.ts';

/** `prices/` beside the scenario; where there is none, the tables that omkost ships. */
export async function tablesBeside(folder: string, shownFolder: string): Promise<readonly Source[]> {
  const beside = join(folder, 'prices');
  const isThere = (await stat(beside).catch(() => undefined))?.isDirectory() ?? false;
  const own = isThere ? beside : join(projectFolder, 'scenarios', 'prices');
  const files = (await readdir(own)).filter((name) => ['.yaml', '.yml'].includes(extname(name))).sort();
  const shown = isThere ? join(shownFolder, 'prices') : 'scenarios/prices';
  return Promise.all(files.map((name) => readSource(join(own, name), join(shown, name))));
}

/** Tables named one by one: `--prices`. */
export async function tablesNamed(paths: readonly string[], workingFolder: string): Promise<readonly Source[]> {
  return Promise.all(paths.map((path) => readSource(resolve(workingFolder, path), path)));
}

/** All the tables of a scenario by one hash. */
export function digestTables(tables: readonly Source[]): string {
  return sha256OfValue(tables.map(({ path, text }) => [path.replaceAll('\\', '/'), text]));
}
