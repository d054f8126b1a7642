/** Reads templates, a theme and a language: the look and the words of the notes. */
import { basename } from 'node:path';
import type { House } from '../note.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { prepareTemplates } from '../render/templates.ts';
import { parseTheme, type ThemeAssets, themeAssets } from '../render/theme.ts';
import { parseLabels } from '../report/labels.ts';
import { parseLanguage } from '../report/language.ts';
import { defaultTheme, isShipped, shippedTheme } from './find-theme.ts';
import {
  digestHouse,
  type HouseChoice,
  type HouseDigest,
  type HouseTexts,
  readAssets,
  readHouseTexts,
  shippedTemplates,
} from './house-files.ts';

/** A house, and what it was read from. */
export interface ReadHouse extends House {
  readonly files: HouseDigest;
}

/** Throws UserError with what is wrong in the theme or a template; the problem of a language that is not there has no place. */
export async function readHouse(choice: HouseChoice): Promise<ReadHouse> {
  const { theme: folder = shippedTheme(defaultTheme), language } = choice;
  const texts = await readHouseTexts(choice);
  const wanted = themeAssets(texts.theme);
  const read = await readAssets(wanted, texts.themeFolder);
  const assets: ThemeAssets = new Map([...read].map(([{ key }, bytes]) => [key, bytes]));
  return {
    ...houseOf(texts, language, assets),
    ...(isShipped(folder) ? { shippedTheme: basename(folder.folder) } : { ownTexts: ownTextsOf(texts, assets) }),
    files: digestHouse(
      texts,
      language,
      wanted.map((asset) => ({ ...asset, bytes: read.get(asset) })),
    ),
  };
}

/**
 * The house of `ownTexts` again, with what they leave to the shipped templates; to be read and compared, not printed: its fonts are empty.
 * Throws UserError with what is wrong in a text.
 */
export async function houseOfTexts(ownTexts: ReadonlyMap<string, Source>, language: string): Promise<House> {
  const theme = ownTexts.get(themeFile);
  if (theme === undefined) throw new Error('no theme among the texts of a house');
  const own = [...ownTexts].flatMap(([path, source]): [string, Source][] =>
    path.startsWith('templates/') ? [[path.slice('templates/'.length), source]] : [],
  );
  const assets = themeAssets(theme).map(({ key }): [string, string] => [key, ownTexts.get(key)?.text ?? '']);
  const templates = new Map([...(await shippedTemplates()), ...own]);
  return { ...houseOf({ templates, theme }, language, new Map(assets)), ownTexts };
}

const themeFile = 'theme.yaml';

function houseOf(
  { templates, theme }: Pick<HouseTexts, 'templates' | 'theme'>,
  language: string,
  assets: ThemeAssets,
): House {
  const words = languageFiles(templates, language);
  return {
    templates: prepareTemplates(templates),
    theme: parseTheme(theme, assets),
    language: parseLanguage(words.texts),
    labels: parseLabels(words.labels),
  };
}

const isFont = /\.(?:woff2?|[ot]tf)$/i;

/** What decides the words of a note and their order. */
function ownTextsOf({ theme, ownTemplates }: HouseTexts, assets: ThemeAssets): ReadonlyMap<string, Source> {
  const logo = [...assets].flatMap(([key, bytes]): [string, Source][] =>
    isFont.test(key) ? [] : [[key, { path: key, text: Buffer.from(bytes).toString('utf8') }]],
  );
  // A folder is read in the order of the disk: the PDF is to be the same on every machine.
  const texts: [string, Source][] = [[themeFile, theme], ...ownTemplates, ...logo];
  return new Map(texts.sort(([one], [other]) => (one < other ? -1 : 1)));
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
