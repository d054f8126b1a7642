/** Which files and folders decide what notes look like: where a change is to be watched for. */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type ScenarioFile, scenarioFolder } from './find-scenarios.ts';
import { findTheme } from './find-theme.ts';
import { projectFolder } from './project-folder.ts';
import type { ReadOptions } from './read-inputs.ts';

/**
 * The folders of the scenarios, in or below which their prose, prices and history lie; tables and themes from elsewhere; the templates.
 * `named` is empty where all of `scenarios/` is meant, also those that are not there yet.
 */
export async function watchedPaths(
  named: readonly string[],
  files: readonly ScenarioFile[],
  { workingFolder, prices = [], theme }: Pick<ReadOptions, 'workingFolder' | 'prices' | 'theme'>,
): Promise<readonly string[]> {
  // Many rows have one scenario; each row may have a theme of its own.
  const scenarios = [
    ...new Set(files.flatMap(({ path }) => (path === undefined ? [] : [resolve(workingFolder, path)]))),
  ];
  const ofRows = files.flatMap(({ path = '', row }) => {
    const own = row?.values.find((value) => value.path.join('.') === 'theme')?.text;
    return own === undefined ? [] : [[own, dirname(resolve(workingFolder, path))] as const];
  });
  const folders = [...(named.length === 0 ? [resolve(workingFolder, scenarioFolder)] : []), ...scenarios.map(dirname)];
  const themes =
    theme !== undefined
      ? [await themeFolder(theme, workingFolder)]
      : await Promise.all([
          ...scenarios.map(async (path) => themeFolder(themeIn(await textOf(path)), dirname(path))),
          ...ofRows.map(([own, from]) => themeFolder(own, from)),
        ]);
  return [
    ...new Set([
      ...folders,
      ...prices.map((path) => resolve(workingFolder, path)),
      ...themes.flatMap((folder) => folder ?? []),
      join(projectFolder, 'templates'),
    ]),
  ];
}

/** Read without parsing, so that the theme of a scenario that is broken elsewhere is watched all the same. */
function themeIn(text: string): string | undefined {
  const written = /^theme:[ \t]+(.+?)[ \t]*(?:[ \t]#.*)?\r?$/m.exec(text)?.[1];
  return written?.replace(/^(["'])(.*)\1$/, '$2');
}

/** A theme that is not there is told of by the build. */
async function themeFolder(named: string | undefined, from: string): Promise<string | undefined> {
  if (named === undefined) return undefined;
  return findTheme(named, from).then(
    ({ folder }) => folder,
    () => undefined,
  );
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
