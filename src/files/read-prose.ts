/** Reads the prose files that a scenario or an anthology names: Markdown in its folder or below, and nothing else. */
import { realpath } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import type { ProseFile } from '../scenario/prose.ts';
import { readSource } from './read-source.ts';

/** The files by the name that is given them, `by` a scenario or an anthology. Throws UserError with all that cannot be read. */
export async function readProse(
  files: readonly ProseFile[],
  folder: string,
  shownFolder: string,
  by = 'scenario',
): Promise<Map<string, Source>> {
  const problems: Problem[] = [];
  const read = new Map<string, Source>();
  for (const { file, place } of files) {
    try {
      const path = resolve(folder, file);
      const refused = await whyRefused(path, { folder, file, by });
      if (refused === undefined) read.set(file, await readSource(path, join(shownFolder, file)));
      else problems.push({ ...refused, place });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems.map((problem) => atItsName(problem, { file, by }, place)));
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return read;
}

function atItsName(
  problem: Problem,
  { file, by }: { readonly file: string; readonly by: string },
  place: ProseFile['place'],
): Problem {
  if (problem.code !== 'file-missing') return { ...problem, place };
  return { ...problem, message: `there is no “${file}”`, place, hint: `it is looked for in the ${by}’s folder` };
}

/** A scenario must not print other files of the machine, also not behind a symbolic link. */
async function whyRefused(
  path: string,
  { folder, file, by }: { readonly folder: string; readonly file: string; readonly by: string },
): Promise<Problem | undefined> {
  const refuse = (message: string, hint: string): Problem => ({
    severity: 'error',
    code: 'file-outside',
    message,
    hint,
  });
  if (extname(path) !== '.md')
    return refuse(`“${file}” is not a .md file`, 'put the text in a file whose name ends in .md');
  if (await isBelow(path, folder)) return undefined;
  return refuse(`“${file}” lies outside the ${by}’s folder`, `put the file beside the ${by}, or in a folder below it`);
}

/** Also not behind a symbolic link. */
export async function isBelow(path: string, folder: string): Promise<boolean> {
  if (!path.startsWith(folder + sep)) return false;
  const [real, realFolder] = await Promise.all([realpath(path).catch(() => path), realpath(folder)]);
  return real === path || real.startsWith(realFolder + sep);
}
