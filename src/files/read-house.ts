/** Reads templates, a theme and a language: the look and the words of the notes. */
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { House } from '../note.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { prepareTemplates } from '../render/templates.ts';
import { parseTheme, type ThemeAsset, themeAssets } from '../render/theme.ts';
import { parseLabels } from '../report/labels.ts';
import { parseLanguage } from '../report/language.ts';
import { projectFolder } from './project-folder.ts';
import { readBytes, readSource } from './read-source.ts';

const largestAsset = 10 * 1024 * 1024;

export interface HouseChoice {
  /** Folder of a theme; the shipped one without it. It may hold `templates/`, whose files win over the shipped ones. */
  readonly theme?: string | undefined;
  /** The theme's folder as the user named it. */
  readonly shownTheme?: string | undefined;
  readonly language: string;
}

/** Throws UserError with what is wrong in the theme or a template. */
export async function readHouse({ theme, shownTheme = theme, language }: HouseChoice): Promise<House> {
  const shipped = join(projectFolder, 'templates');
  const shown = shownTheme ?? 'templates/themes/standard';
  const themeFolder = theme ?? join(shipped, 'themes', 'standard');
  const files = new Map([
    ...(await readFolder(shipped, 'templates')),
    ...(theme === undefined ? [] : await readFolder(join(theme, 'templates'), join(shown, 'templates'))),
  ]);
  const themeSource = await readTheme(themeFolder, shown);
  const assets = await readAssets(themeAssets(themeSource), themeFolder);
  return {
    templates: prepareTemplates(files),
    theme: parseTheme(themeSource, assets),
    language: parseLanguage(fileOf(files, `${language}/language.yaml`)),
    labels: parseLabels(fileOf(files, `${language}/words.yaml`)),
  };
}

async function readTheme(folder: string, shown: string): Promise<Source> {
  try {
    return await readSource(join(folder, 'theme.yaml'), join(shown, 'theme.yaml'));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = 'a theme is a folder with a `theme.yaml` in it; look at its name and where it lies';
    throw new UserError(
      error.problems.map((problem) => (problem.code === 'file-missing' ? { ...problem, hint } : problem)),
      { cause: error },
    );
  }
}

function fileOf(files: ReadonlyMap<string, Source>, name: string): Source {
  const found = files.get(name);
  if (found !== undefined) return found;
  const problem: Problem = {
    severity: 'error',
    code: 'template-unknown',
    message: `there is no templates/${name}`,
    hint: 'choose a language that has a folder under templates/',
  };
  throw new UserError([problem]);
}

/** Text files of a folder and below by their path there, `/` between names on every system. */
async function readFolder(folder: string, shownAs: string): Promise<[string, Source][]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const wanted = entries.filter((entry) => entry.isFile() && /\.(hbs|css|yaml)$/.test(entry.name));
  return Promise.all(
    wanted.map(async (entry): Promise<[string, Source]> => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const below = path.slice(folder.length + 1).replaceAll('\\', '/');
      return [below, await readSource(path, `${shownAs}/${below}`)];
    }),
  );
}

/** A file that is not there is left out: the theme's check says where it was named. */
async function readAssets(wanted: readonly ThemeAsset[], themeFolder: string): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const asset of wanted) {
    const folder = asset.package === undefined ? themeFolder : packageFolder(asset.package);
    if (folder === undefined) continue;
    const bytes = await readBytes(join(folder, asset.file), asset.file, largestAsset).catch(() => undefined);
    if (bytes !== undefined) found.set(asset.key, bytes);
  }
  return found;
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    // Not installed: the same as a file that is not there.
    return undefined;
  }
}
