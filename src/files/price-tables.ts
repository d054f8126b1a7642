/** The price tables of a project, to be read and to be replaced. */
import { readdir } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { scenarioFolder } from './find-scenarios.ts';
import { readSource } from './read-source.ts';
import { writeWhole } from './write-whole.ts';

/**
 * The tables named, or those in `scenarios/prices/`. Throws UserError where there is none: the tables that omkost ships are not a
 * project's own, and are never written to.
 */
export async function readPriceTables(
  named: readonly string[] | undefined,
  workingFolder: string,
): Promise<readonly Source[]> {
  const paths = named ?? (await tablesIn(join(scenarioFolder, 'prices'), workingFolder));
  return Promise.all(paths.map((path) => readSource(resolve(workingFolder, path), path)));
}

async function tablesIn(folder: string, workingFolder: string): Promise<readonly string[]> {
  const entries = await readdir(join(workingFolder, folder)).catch(() => []);
  const tables = entries.filter((name) => ['.yaml', '.yml'].includes(extname(name))).sort();
  if (tables.length > 0) return tables.map((name) => join(folder, name));
  const message = `there is no price table in ${folder}/`;
  const hint = 'go to the project’s folder, or name tables with --prices';
  throw new UserError([{ severity: 'error', code: 'file-missing', message, hint }]);
}

export interface Replacement {
  readonly before: Source;
  readonly after: Source;
}

/**
 * Writes the new texts, each to a temporary name that is then renamed. Throws UserError `table-changed`, and writes nothing, where
 * one of the files is no longer what was read: somebody is editing it.
 */
export async function replaceTables(replacements: readonly Replacement[], workingFolder: string): Promise<void> {
  const problems: Problem[] = [];
  for (const { before } of replacements) {
    const now = await readSource(resolve(workingFolder, before.path), before.path);
    if (now.text === before.text) continue;
    const message = `${before.path} was changed by somebody while the update was prepared; nothing was written`;
    problems.push({ severity: 'error', code: 'table-changed', message, hint: 'run the update again' });
  }
  if (problems.length > 0) throw new UserError(problems);
  for (const { after } of replacements) await replaceTable(after, workingFolder);
}

async function replaceTable({ path, text }: Source, workingFolder: string): Promise<void> {
  try {
    await writeWhole(resolve(workingFolder, path), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const message = `${path} cannot be written (${code}); it is as it was`;
    const hint = 'check that you may write there and that there is room on the disk';
    throw new UserError([{ severity: 'error', code: 'output-unwritable', message, hint }], { cause: error });
  }
}
