/** The small rules of a language's type: what shares a line, which quotation marks and dashes stand in prose, and the real minus. */
import type { Typography } from '../report/typography.ts';

const noBreak = '\u00a0';
const minus = '\u2212';

/** What may open a figure, and what may end one: “±20”, “7-13”, “1½”. */
const figureStart = '[-\u2212\u2013+±]?[\\d½¼¾]';
const figureEnd = '[\\d½¼¾]';
const wordStart = '(?<![\\p{L}\\p{N}])';
const wordEnd = '(?![\\p{L}\\p{N}])';

const compiled = new WeakMap<Typography['together'], RegExp>();

/** Spaces that must not end a line become no-break spaces; nothing else of the text changes. */
export function keepTogether(text: string, { together }: Typography): string {
  const spaces = compiled.get(together) ?? spacesOf(together);
  compiled.set(together, spaces);
  return text.replace(spaces, noBreak);
}

/**
 * The spaces of a language that stay, each seen from the words on both its sides. The space comes first: what stands round it is looked
 * at only where there is one, not at each letter.
 */
function spacesOf({ beforeFigure, afterFigure, afterDay, beforeWord, pairs }: Typography['together']): RegExp {
  const any = (words: readonly string[]): string => `(?:${words.map(literal).join('|')})`;
  const between = (before: string, after: string): string => `(?<=${before}[ \\n])(?=${after})`;
  const rules = [
    ...(beforeFigure.length > 0 ? [between(wordStart + any(beforeFigure), figureStart)] : []),
    ...(afterFigure.length > 0 ? [between(figureEnd, any(afterFigure) + wordEnd)] : []),
    ...(afterDay.length > 0 ? [between('\\d\\.?', any(afterDay) + wordEnd)] : []),
    ...(beforeWord.length > 0 ? [between(wordStart + any(beforeWord), '[\\p{L}\\p{N}]')] : []),
    ...pairs.map((pair) => {
      const [first = '', second = ''] = pair.split(' ');
      return between(wordStart + literal(first), literal(second) + wordEnd);
    }),
  ];
  return new RegExp(rules.length === 0 ? '(?!)' : `[ \\n](?:${rules.join('|')})`, 'giu');
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/**
 * Straight marks of the author's become the language's: quotation marks, apostrophes, the dash between words, the minus before a
 * figure. As many letters come out as went in, so that a caller can lay the text over the pieces it was made of.
 */
export function proseMarks(text: string, { quotes, dash }: Typography): string {
  let isOpen = false;
  const marked = text.replace(/["']/g, (mark, at: number) => {
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    const opens = /[\s([{–—\u00a0]/.test(before) && /\S/.test(after);
    if (mark === "'") return opens ? quotes.innerOpen : /\p{L}/u.test(after) ? quotes.apostrophe : quotes.innerClose;
    if (opens && !isOpen) {
      isOpen = true;
      return quotes.open;
    }
    // “5" tyk” is an inch: what closes nothing is left as it is.
    if (!isOpen) return mark;
    isOpen = false;
    return quotes.close;
  });
  return marked
    .replace(/(?<=[^\s\d])([ \n])-(?=[ \n]\S)/g, `$1${dash}`)
    .replace(/(?<=\d)([ \n])-(?=[ \n][^\s\d])/g, `$1${dash}`)
    .replace(/(?<=(?:^|[\s(])(?<!\d[ \n]))-(?=\d)/g, minus);
}

/** “--” is typed for a dash. This one changes the length, so it is done before the rest. */
export function typedDashes(text: string, { dash }: Typography): string {
  return text.replace(/(?<!-)--(?!-)/g, dash);
}
