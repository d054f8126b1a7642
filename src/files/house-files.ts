/** Reads the files of a house style: templates, words, theme, fonts and logo; and names them by their contents. */
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { sha256, sha256OfValue } from './digest.ts';
import { defaultTheme, shippedTheme, type ThemeFolder } from './find-theme.ts';
import { projectFolder } from './project-folder.ts';
import { readBytes, readSource } from './read-source.ts';

const largestAsset = 10 * 1024 * 1024;

export interface HouseChoice {
  /** The default one without it. It may hold `templates/`, whose files win over the shipped ones. */
  readonly theme?: ThemeFolder;
  readonly language: string;
}

/** A font or a logo that a theme names; without `package` it lies beside the theme. */
export interface AssetFile {
  readonly package?: string;
  readonly file: string;
}

export interface HouseTexts {
  /** Templates and languages by their path below `templates/`. */
  readonly templates: ReadonlyMap<string, Source>;
  /** Those of them that are the theme's own, by their path below its folder. */
  readonly ownTemplates: ReadonlyMap<string, Source>;
  readonly theme: Source;
  readonly themeFolder: string;
}

/** What a house is made of, each part by its hash. */
export interface HouseDigest {
  readonly templates: string;
  readonly language: { readonly name: string; readonly sha256: string };
  readonly theme: string;
  /** Fonts and logo; null where there is no such file. */
  readonly assets: readonly (AssetFile & { readonly sha256: string | null })[];
}

/** Throws UserError with what cannot be read. */
export async function readHouseTexts({ theme = shippedTheme(defaultTheme) }: HouseChoice): Promise<HouseTexts> {
  const own = await readFolder(join(theme.folder, 'templates'), join(theme.shown, 'templates'));
  return {
    templates: new Map([...(await shippedTemplates()), ...own]),
    ownTemplates: new Map(own.map(([name, source]) => [`templates/${name}`, source])),
    theme: await readTheme(theme),
    themeFolder: theme.folder,
  };
}

/** Templates and languages that come with omkost, by their path below `templates/`. */
export async function shippedTemplates(): Promise<readonly [string, Source][]> {
  const all = await readFolder(join(projectFolder, 'templates'), 'templates');
  return all.filter(([name]) => !name.startsWith('themes/'));
}

/** A file that is not there is left out: the theme's check says where it was named. */
export async function readAssets<A extends AssetFile>(
  wanted: readonly A[],
  themeFolder: string,
): Promise<ReadonlyMap<A, Uint8Array>> {
  const found = new Map<A, Uint8Array>();
  for (const asset of wanted) {
    const folder = asset.package === undefined ? themeFolder : packageFolder(asset.package);
    if (folder === undefined) continue;
    const bytes = await readBytes(join(folder, asset.file), asset.file, largestAsset).catch(() => undefined);
    if (bytes !== undefined) found.set(asset, bytes);
  }
  return found;
}

/** The words of other languages and the scenario to start from are no part of a house. */
export function digestHouse(
  { templates, theme }: HouseTexts,
  language: string,
  assets: readonly (AssetFile & { readonly bytes: Uint8Array | undefined })[],
): HouseDigest {
  const named = [...templates].map(([path, { text }]) => [path, text] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const languages = new Set(named.flatMap(([path]) => /^([^/]+)\/language\.yaml$/.exec(path)?.[1] ?? []));
  const partOf = (path: string) => path.split('/')[0] ?? '';
  const shared = named.filter(([path]) => !languages.has(partOf(path)) && path !== 'new-scenario.yaml');
  return {
    templates: sha256OfValue(shared),
    language: { name: language, sha256: sha256OfValue(named.filter(([path]) => partOf(path) === language)) },
    theme: sha256(theme.text),
    assets: assets.map(({ package: from, file, bytes }) => ({
      ...(from !== undefined && { package: from }),
      file,
      sha256: bytes === undefined ? null : sha256(bytes),
    })),
  };
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

function packageFolder(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    // Not installed: the same as a file that is not there.
    return undefined;
  }
}
