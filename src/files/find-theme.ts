/** Which theme is meant: the name of a shipped one, or a folder that holds a `theme.yaml`. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../problem/problem.ts';
import { nearest } from '../problem/suggest.ts';
import { projectFolder } from './project-folder.ts';

/** The look of a note that asks for none. */
export const defaultTheme = 'standard';

const themesFolder = join(projectFolder, 'templates', 'themes');

export interface ThemeFolder {
  readonly folder: string;
  /** The folder as the user knows it. */
  readonly shown: string;
}

export function shippedTheme(name: string): ThemeFolder {
  return { folder: join(themesFolder, name), shown: `templates/themes/${name}` };
}

/** True of a theme that comes with omkost, as it is. */
export function isShipped({ folder }: ThemeFolder): boolean {
  return dirname(folder) === themesFolder;
}

/**
 * `named` as a scenario or the command line has it, relative to `from`. A bare word is a shipped theme's name unless a theme of
 * one's own lies there; anything with a slash is a folder. Throws UserError that lists the shipped ones.
 */
export async function findTheme(named: string, from: string): Promise<ThemeFolder> {
  const own = { folder: resolve(from, named), shown: named };
  if (/[\\/.]/.test(named) || (await isFile(join(own.folder, 'theme.yaml')))) return own;
  const shipped = (await readdir(themesFolder, { withFileTypes: true }))
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort();
  if (shipped.includes(named)) return shippedTheme(named);
  const found = await stat(own.folder).catch(() => undefined);
  const near = nearest(named, shipped);
  const meant = near === undefined ? '' : `did you mean “${near}”? `;
  throw new UserError([
    {
      severity: 'error',
      code: 'value-unknown',
      message:
        found === undefined
          ? `there is no theme “${named}”`
          : `“${named}” is ${found.isDirectory() ? 'a folder without theme.yaml' : 'a file, and a theme is a folder'}`,
      hint: `${meant}shipped themes: ${shipped.join(', ')}; a theme of your own is a folder with a \`theme.yaml\` in it`,
    },
  ]);
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
