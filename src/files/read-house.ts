/** Reads templates, a theme and a language: the look and the words of the notes. */
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { House } from '../note.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { prepareTemplates } from '../render/templates.ts';
import { parseTheme, type ThemeAsset, themeAssets } from '../render/theme.ts';
import { parseLabels } from '../report/labels.ts';
import { parseLanguage } from '../report/language.ts';
import { defaultTheme, isShipped, shippedTheme, type ThemeFolder } from './find-theme.ts';
import { projectFolder } from './project-folder.ts';
import { readBytes, readSource } from './read-source.ts';

const largestAsset = 10 * 1024 * 1024;

export interface HouseChoice {
  /** The default one without it. It may hold `templates/`, whose files win over the shipped ones. */
  readonly theme?: ThemeFolder;
  readonly language: string;
}

/** Throws UserError with what is wrong in the theme or a template; the problem of a language that is not there has no place. */
export async function readHouse({ theme = shippedTheme(defaultTheme), language }: HouseChoice): Promise<House> {
  const files = new Map([
    ...(await readFolder(join(projectFolder, 'templates'), 'templates')).filter(
      ([name]) => !name.startsWith('themes/'),
    ),
    ...(await readFolder(join(theme.folder, 'templates'), join(theme.shown, 'templates'))),
  ]);
  const { texts, labels } = languageFiles(files, language);
  const themeSource = await readTheme(theme);
  const assets = await readAssets(themeAssets(themeSource), theme.folder);
  return {
    templates: prepareTemplates(files),
    theme: parseTheme(themeSource, assets),
    language: parseLanguage(texts),
    labels: parseLabels(labels),
    ...(isShipped(theme) && { shippedTheme: basename(theme.folder) }),
  };
}

/** A language is a folder with its two files, among the shipped templates or the theme's. */
function languageFiles(files: ReadonlyMap<string, Source>, language: string): { texts: Source; labels: Source } {
  const texts = files.get(`${language}/language.yaml`);
  const labels = files.get(`${language}/words.yaml`);
  if (texts !== undefined && labels !== undefined) return { texts, labels };
  const known = [...files.keys()].flatMap((name) => /^([^/]+)\/language\.yaml$/.exec(name)?.[1] ?? []);
  const complete = known.filter((name) => files.has(`${name}/words.yaml`)).sort();
  const missing = texts === undefined ? 'language.yaml' : 'words.yaml';
  const problem: Problem = {
    severity: 'error',
    code: 'value-unknown',
    message: known.includes(language)
      ? `the language “${language}” has no ${missing}`
      : `there is no language “${language}”`,
    hint: `languages: ${complete.join(', ')}; another is a folder \`templates/${language}/\` with language.yaml and words.yaml, here or in the theme`,
  };
  throw new UserError([problem]);
}

async function readTheme({ folder, shown }: ThemeFolder): Promise<Source> {
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
