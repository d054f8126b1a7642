/** Reads the file of an anthology: what stands before its chapters, and which scenarios these are. */
import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Place, Source } from '../problem/source.ts';
import { nearest } from '../problem/suggest.ts';
import {
  type CheckedAnthology,
  forewordFiles,
  type NamedChapter,
  parseAnthology,
} from '../scenario/anthology/parse.ts';
import type { AnthologyFile } from './find-anthologies.ts';
import { type ScenarioFile, scenarioFile, scenarioNames, shownPath } from './find-scenarios.ts';
import { findTheme, type ThemeFolder } from './find-theme.ts';
import { isBelow, readProse } from './read-prose.ts';
import { readSource } from './read-source.ts';

/** The file and what it names. */
export interface ReadAnthology {
  readonly checked: CheckedAnthology;
  readonly prose: ReadonlyMap<string, Source>;
  /** The house style it names for all of its chapters. */
  readonly theme?: ThemeFolder;
}

/** What could be read: the chapters that were found are there also where something is wrong with the file. */
export interface AnthologyReading {
  readonly read?: ReadAnthology;
  readonly chapters: readonly ScenarioFile[];
  readonly problems: readonly Problem[];
}

export async function readAnthology({ path }: AnthologyFile, workingFolder: string): Promise<AnthologyReading> {
  const problems: Problem[] = [];
  const source = await orProblems(problems, () => readSource(resolve(workingFolder, path), path));
  const parsed = source && (await orProblems(problems, async () => parseAnthology(source)));
  if (parsed === undefined) return { chapters: [], problems };
  problems.push(...parsed.problems);
  const { checked, chapters: named } = parsed;
  const folder = dirname(resolve(workingFolder, path));
  const chapters = await findChapters(named, { folder, workingFolder }, problems);
  if (checked === undefined) return { chapters, problems };
  const prose = await orProblems(problems, () => readProse(forewordFiles(checked), folder, dirname(path), 'anthology'));
  const { theme: style } = checked.anthology;
  const theme =
    style && (await orProblems(problems, () => findTheme(style, folder), checked.located.locate(['theme'])));
  if (prose === undefined || problems.length > 0) return { chapters, problems };
  return { read: { checked, prose, ...(theme && { theme }) }, chapters, problems };
}

interface Around {
  /** Of the anthology's file. */
  readonly folder: string;
  readonly workingFolder: string;
}

/** In the order of the file; what is not found is told at its place. */
async function findChapters(
  named: readonly NamedChapter[],
  around: Around,
  problems: Problem[],
): Promise<readonly ScenarioFile[]> {
  const found: ScenarioFile[] = [];
  for (const chapter of named) {
    const one = await findChapter(chapter, around);
    const earlier = 'code' in one ? undefined : found.find(({ name }) => name === one.name);
    if ('code' in one) problems.push(one);
    else if (earlier === undefined) found.push(one);
    else {
      const isSame = earlier.path === one.path;
      const message = isSame
        ? `“${chapter.named}” is a chapter already`
        : `${earlier.path} and ${one.path} have one name`;
      const hint = isSame ? 'name each scenario once' : 'rename one of them: figures of chapters are told apart by it';
      problems.push({ severity: 'error', code: 'name-taken', message, place: chapter.place, hint });
    }
  }
  return found;
}

/** A bare name is looked for beside the file and in the folder above; nothing outside that folder or the working folder is read. */
async function findChapter(
  { named, place }: NamedChapter,
  { folder, workingFolder }: Around,
): Promise<ScenarioFile | Problem> {
  const above = dirname(folder);
  const isBare = extname(named) === '' && !/[\\/]/.test(named);
  const tried = isBare
    ? [above, folder].map((where) => join(where, `${named}.yaml`))
    : [resolve(folder, extname(named) === '' ? `${named}.yaml` : named)];
  for (const path of tried) {
    if (!(await stat(path).catch(() => undefined))?.isFile()) continue;
    if ((await isBelow(path, above)) || (await isBelow(path, workingFolder)))
      return scenarioFile(shownPath(path, workingFolder));
    return {
      severity: 'error',
      code: 'file-outside',
      message: `“${named}” lies outside the project`,
      place,
      hint: 'name scenarios in the folder above the anthology’s file, or below the folder you work in',
    };
  }
  const message = `there is no scenario “${named}”`;
  return { severity: 'error', code: 'file-missing', message, place, hint: await missingHint(named, above) };
}

async function missingHint(named: string, folder: string): Promise<string> {
  const names = (await scenarioNames(folder)).map((file) => basename(file, extname(file)));
  const near = nearest(named, names);
  if (near !== undefined) return `did you mean “${near}”?`;
  return names.length === 0
    ? 'name scenarios of the folder above, or give a path from this file: ../2024/my-intervention.yaml'
    : `the folder above has: ${names.slice(0, 8).join(', ')}`;
}

/** `place` is for what has none of its own. */
async function orProblems<T>(problems: Problem[], read: () => Promise<T>, place?: Place): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(
      ...error.problems.map((one) => (one.place !== undefined || place === undefined ? one : { ...one, place })),
    );
    return undefined;
  }
}
