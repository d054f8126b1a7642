/**
 * A character that no font of the note has is drawn as an empty box, and nobody can read, find or hear it (ISO 14289-1, 7.21.8;
 * ISO 19005-3, 6.2.11.8). Nothing mends that afterwards: the author is told on which page it stands, and in which words.
 */
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { UserError } from '../../problem/problem.ts';
import { nameOf } from '../names.ts';
import type { TextReader } from './marked-text.ts';
import type { PageContent } from './page-content.ts';

export function refuseMissingGlyphs(pages: readonly PageContent[], text: TextReader, title: string): void {
  const lacking = pages.flatMap((page, index) => {
    const [first] = lackingIn(page);
    return first === undefined ? [] : [{ number: index + 1, words: wordsRound(page, first.at, text) }];
  });
  if (lacking.length === 0) return;
  const numbers = lacking.map(({ number }) => number).join(', ');
  const where = `${lacking.length === 1 ? 'page' : 'pages'} ${numbers}`;
  const words = lacking.map((page) => page.words).find((found) => found !== '');
  throw new UserError([
    {
      severity: 'error',
      code: 'glyph-missing',
      message: `“${title}” has a character on ${where} that none of its fonts can show${words === undefined ? '' : `, in “${words}”`}`,
      hint: 'write the character in another way; emoji, arrows, symbols and letters of other scripts are the usual ones',
    },
  ]);
}

/** In composite fonts code 0 is the glyph for “not there”; in the others it may be a letter. */
function lackingIn({ page, lacking }: PageContent): PageContent['lacking'] {
  if (lacking.length === 0) return [];
  const fonts = page.lookup(PDFName.Resources, PDFDict).lookupMaybe(PDFName.Font, PDFDict);
  return lacking.filter(({ font }) => {
    const dict = fonts?.lookupMaybe(nameOf(font), PDFDict);
    return dict?.get(nameOf('Subtype')) === nameOf('Type0');
  });
}

/** Enough to find the place by. */
const mostLetters = 60;

/** The words of the marked content in which the glyph is shown; empty where the character stands alone. */
function wordsRound(page: PageContent, at: number, text: TextReader): string {
  const round = [...page.sequences.values()].find(({ bodyStart, bodyEnd }) => bodyStart <= at && at < bodyEnd);
  if (round === undefined) return '';
  const words = text.ofStretch(page, { start: round.bodyStart, end: round.bodyEnd });
  return words.length > mostLetters ? `${words.slice(0, mostLetters)}…` : words;
}
