/**
 * Soft hyphens in a finished page: in running text, and in tables whose columns have fixed widths. Not in headings, links, captions,
 * heads and drawings; nor in words with a capital or a digit, which may be names or codes.
 */
import type { Typography } from '../report/typography.ts';
import { type Hyphenator, hyphenatorOf } from './hyphenation.ts';

/** What an element makes of the text in it. Elements within `barred` ones stay barred. */
type Mode = 'outside' | 'fixed' | 'text' | 'barred';

const barredTags = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'a',
  'svg',
  'caption',
  'figcaption',
  'thead',
  'code',
  'nav',
]);
/** Headline figures, and sources with their titles and names. */
const barredClasses = new Set(['headlines', 'sources', 'numeric', 'unbroken']);
/** A table with other columns would change their widths with every break that is taken out again. */
const fixedClasses = new Set(['words', 'crowded']);
const voidTags = new Set(['br', 'hr', 'img', 'meta', 'link', 'col', 'input', 'wbr']);

/** A word between other signs than letters, digits and what stands in addresses; `&` begins a character reference. */
const plainWord = /(?<![\p{L}\p{N}&#@/_.\u00ad-])\p{Ll}{6,}(?![\p{L}\p{N}@/_\u00ad])/gu;

/** Notes of one language share their words. */
const hyphenators = new WeakMap<Typography['hyphenation'], Hyphenator>();

/** The page with soft hyphens in its `<main>`. */
export function hyphenatePage(html: string, { hyphenation }: Typography): string {
  if (hyphenation.patterns === 'none') return html;
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  if (start === -1 || end === -1) return html;
  const hyphenate = hyphenators.get(hyphenation) ?? remembering(hyphenatorOf(hyphenation));
  hyphenators.set(hyphenation, hyphenate);
  return html.slice(0, start) + hyphenateBody(html.slice(start, end), hyphenate) + html.slice(end);
}

function hyphenateBody(body: string, hyphenate: Hyphenator): string {
  const modes: Mode[] = ['outside'];
  return body.replace(
    /<(\/?)([a-z][a-z0-9]*)([^>]*)>|<[^>]*>|[^<]+/gi,
    (piece, closes, name: string | undefined, rest) => {
      const mode = modes.at(-1) ?? 'outside';
      if (!piece.startsWith('<')) return mode === 'text' ? piece.replace(plainWord, (word) => hyphenate(word)) : piece;
      if (name === undefined || voidTags.has(name) || rest.endsWith('/')) return piece;
      if (closes === '/') modes.pop();
      else modes.push(modeIn(mode, name.toLowerCase(), classesIn(rest)));
      return piece;
    },
  );
}

function modeIn(outer: Mode, tag: string, classes: readonly string[]): Mode {
  if (outer === 'barred' || barredTags.has(tag) || classes.some((name) => barredClasses.has(name))) return 'barred';
  if (classes.some((name) => fixedClasses.has(name))) return 'fixed';
  if (tag === 'p' || tag === 'li') return 'text';
  if (tag === 'table') return outer === 'fixed' ? 'fixed' : 'outside';
  if (tag === 'td' || tag === 'th') return outer === 'fixed' ? 'text' : 'outside';
  return outer;
}

function classesIn(attributes: string): readonly string[] {
  return /\sclass="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];
}

/** More words than a batch of notes has; a program that runs for months begins anew. */
const mostRemembered = 50_000;

/** The same words come again and again. */
function remembering(hyphenate: Hyphenator): Hyphenator {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? hyphenate(word);
    if (known.size >= mostRemembered) known.clear();
    known.set(word, found);
    return found;
  };
}
