/** Notes of the author's: written as “[^name]” with “[^name]: …” below, and gathered at the end of the page. */
import type { Token } from 'markdown-it';
import type { Found } from './markdown.ts';
import type { Environment } from './prose-parser.ts';

/** The text without its notes, and the tokens of each note in the order of their numbers. */
export function splitNotes(tokens: Token[]): { text: Token[]; notes: Token[][] } {
  const start = tokens.findIndex(({ type }) => type === 'footnote_block_open');
  if (start === -1) return { text: tokens, notes: [] };
  const notes: Token[][] = [];
  for (const token of tokens.slice(start + 1)) {
    if (token.type === 'footnote_open') notes.push([]);
    else if (!/^footnote_(?:block_)?close$/.test(token.type)) notes.at(-1)?.push(token);
  }
  return { text: tokens.slice(0, start), notes };
}

/** Notes that nothing refers to would be lost without a word. */
export function unwrittenNotes({ footnotes }: Environment): readonly (Omit<Found, 'wanted'> & { wanted: string[] })[] {
  return Object.entries(footnotes?.refs ?? {}).flatMap(([label, id]) => {
    const name = label.slice(1);
    if (id >= 0) return [];
    return [
      {
        code: 'reference-unknown' as const,
        message: `nothing refers to the note “${name}”`,
        hint: `write “[^${name}]” where it belongs, or take the note out`,
        wanted: [`[^${name}]:`],
      },
    ];
  });
}

/** The list itself; the numbers are the list's own. `prefix` stands before each id. */
export function notesHtml(notes: readonly string[], prefix = ''): string {
  const items = notes.map((html, index) => `<li id="${prefix}note-${index + 1}">${html}</li>`);
  return notes.length === 0 ? '' : `<ol class="endnotes">\n${items.join('\n')}\n</ol>`;
}
