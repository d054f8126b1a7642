/** Reads templates, a theme and a language: the look and the words of the notes. */
import { basename } from 'node:path';
import type { House } from '../note.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { prepareTemplates } from '../render/templates.ts';
import { parseTheme, themeAssets } from '../render/theme.ts';
import { parseLabels } from '../report/labels.ts';
import { parseLanguage } from '../report/language.ts';
import { defaultTheme, isShipped, shippedTheme } from './find-theme.ts';
import { digestHouse, type HouseChoice, type HouseDigest, readAssets, readHouseTexts } from './house-files.ts';

/** A house, and what it was read from. */
export interface ReadHouse extends House {
  readonly files: HouseDigest;
}

/** Throws UserError with what is wrong in the theme or a template; the problem of a language that is not there has no place. */
export async function readHouse(choice: HouseChoice): Promise<ReadHouse> {
  const { theme: folder = shippedTheme(defaultTheme), language } = choice;
  const texts = await readHouseTexts(choice);
  const { templates, theme, themeFolder } = texts;
  const words = languageFiles(templates, language);
  const wanted = themeAssets(theme);
  const assets = await readAssets(wanted, themeFolder);
  return {
    templates: prepareTemplates(templates),
    theme: parseTheme(theme, new Map([...assets].map(([{ key }, bytes]) => [key, bytes]))),
    language: parseLanguage(words.texts),
    labels: parseLabels(words.labels),
    ...(isShipped(folder) && { shippedTheme: basename(folder.folder) }),
    files: digestHouse(
      texts,
      language,
      wanted.map((asset) => ({ ...asset, bytes: assets.get(asset) })),
    ),
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
