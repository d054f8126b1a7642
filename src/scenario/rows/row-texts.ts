/**
 * `{{row.municipality}}` in the texts of a scenario that are not prose: titles, names, the publisher. They are filled in as plain text before
 * anything is read of them. Prose takes the same names, but where it is printed: there a text must be kept from being Markdown.
 */
import type { Problem } from '../../problem/problem.ts';
import { suggestion } from '../../problem/suggest.ts';
import type { Located, Path } from '../../yaml/parse-yaml.ts';
import { valueUnder } from '../../yaml/schema-walk.ts';

export interface FilledTexts {
  readonly located: Located<unknown>;
  readonly problems: readonly Problem[];
}

const mention = /\{\{\s*row\.([^{}]*?)\s*\}\}/g;

/** The scenario with its row's texts in their places, and what is named and not declared. */
export function fillRowTexts(located: Located<unknown>): FilledTexts {
  const problems: Problem[] = [];
  const texts = rowTextsOf(located.value);
  const fill = (value: unknown, path: Path): unknown => {
    if (isProse(path)) return value;
    if (typeof value === 'string') return value.includes('{{') ? filled(value, path) : value;
    if (Array.isArray(value)) return changed(value, (item, index) => fill(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, fill(inner, [...path, key])] as const);
    if (entries.every(([key, inner]) => valueUnder(value, key) === inner)) return value;
    return Object.assign(Object.create(null), Object.fromEntries(entries));
  };
  const filled = (text: string, path: Path): string =>
    text.replace(mention, (written, name: string, offset: number) => {
      const found = texts.get(name);
      if (found === undefined) {
        const place = located.locateInside(path, offset, written.length);
        problems.push({
          severity: 'error',
          code: 'figure-unknown',
          message: `unknown text “row.${name}”`,
          place,
          hint: hintFor(name, texts),
        });
      }
      return found ?? written;
    });
  const value = fill(located.value, []);
  return { located: value === located.value ? located : { ...located, value }, problems };
}

function hintFor(name: string, texts: ReadonlyMap<string, string>): string {
  if (texts.size === 0) return `declare it with what it is without a row: \`row: { ${name}: … }\``;
  return suggestion(
    `row.${name}`,
    [...texts.keys()].map((known) => `row.${known}`),
  );
}

/** The texts that `row:` declares, as far as they are texts: its shape is looked at with all others. */
function rowTextsOf(value: unknown): ReadonlyMap<string, string> {
  const row = valueUnder(value, 'row');
  if (typeof row !== 'object' || row === null) return new Map();
  return new Map(Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** What stands under `text` is prose, but for the titles and ids of its sections. */
function isProse(path: Path): boolean {
  if (path[0] === 'row') return true;
  return path[0] === 'text' && (path[1] === 'sections' ? path[3] === 'text' : path.length > 1);
}

/** The list itself where nothing in it changed. */
function changed(list: readonly unknown[], change: (item: unknown, index: number) => unknown): readonly unknown[] {
  const made = list.map(change);
  return made.every((item, index) => item === list[index]) ? list : made;
}
