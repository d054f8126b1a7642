/** The templates, words and theme that omkost ships, read from disk for the tests of `render/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Source } from '../../src/problem/source.ts';
import { placeAt } from '../../src/problem/source.ts';
import type { ProseSource } from '../../src/render/prose-source.ts';
import { prepareTemplates } from '../../src/render/templates.ts';
import { parseTheme, themeAssets } from '../../src/render/theme.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../templates');

export const templateFiles: ReadonlyMap<string, Source> = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort()
    .map((path) => [path, { path: `templates/${path}`, text: readFileSync(join(folder, path), 'utf8') }]),
);

export const templates = prepareTemplates(templateFiles);

export function shipped(path: string): Source {
  const source = templateFiles.get(path);
  if (source === undefined) throw new Error(`no such file: ${path}`);
  return source;
}

export const labels: Readonly<Record<string, string>> = parse(shipped('da/words.yaml').text).labels;

/** No fonts: three bytes stand for each, so that the pages in the tests stay small. */
export const theme = parseTheme(
  shipped('themes/standard/theme.yaml'),
  new Map(
    themeAssets(shipped('themes/standard/theme.yaml')).map(({ key }) => [
      key,
      key === 'logo.svg' ? '<svg viewBox="0 0 1 1"></svg>' : new Uint8Array([1, 2, 3]),
    ]),
  ),
);

export function proseFrom(texts: Readonly<Record<string, string>>): ProseSource {
  return {
    texts: new Map(
      Object.entries(texts).map(([slot, markdown]) => {
        const source = { path: `${slot}.md`, text: markdown };
        return [slot, { markdown, placeOf: (offset, length) => placeAt(source, offset, offset + length) }];
      }),
    ),
  };
}
