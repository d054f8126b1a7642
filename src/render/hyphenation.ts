/** Where words may break: soft hyphens by the patterns of the language, and better ones where the language's exceptions know them. */
import createHyphenator, { type HyphenationPatterns } from 'hyphen';
import danish from 'hyphen/patterns/da.js';
import english from 'hyphen/patterns/en-gb.js';
import type { PatternName, Typography } from '../report/typography.ts';

export const softHyphen = '\u00ad';

/** Letters that stay on each side of a break. */
const fewestLetters = 3;

const patterns: Readonly<Record<PatternName, HyphenationPatterns | undefined>> = {
  da: danish,
  'en-gb': english,
  none: undefined,
};

/** A word, or part of one, with its breaks as offsets. */
interface BrokenPart {
  readonly letters: string;
  readonly breaks: readonly number[];
}

/** Puts soft hyphens into one word of small letters. */
export type Hyphenator = (word: string) => string;

/** The hyphenator of a language; without patterns it leaves words as they are. */
export function hyphenatorOf({ patterns: name, exceptions }: Typography['hyphenation']): Hyphenator {
  const known = patterns[name];
  if (known === undefined) return (word) => word;
  const byPattern = createHyphenator(known, { hyphenChar: softHyphen, minWordLength: 2 * fewestLetters });
  const parts = exceptions.map(partOf).sort((a, b) => a.letters.length - b.letters.length);
  return (word) => {
    const breaks = parts.reduce((found, part) => withPart(word, found, part), partOf(byPattern(word)).breaks);
    const inside = [...new Set(breaks)].filter((at) => at >= fewestLetters && at <= word.length - fewestLetters);
    // Where two breaks leave a single letter between them, it belongs to what stands before: “råd|giver”, not “rå|dgiver”.
    const kept = inside.filter((at) => !inside.includes(at + 1)).sort((a, b) => a - b);
    const cuts = [0, ...kept, word.length];
    return cuts
      .slice(1)
      .map((end, index) => word.slice(cuts[index], end))
      .join(softHyphen);
  };
}

function partOf(written: string): BrokenPart {
  const pieces = written.split(/[-\u00ad]/);
  let length = 0;
  const breaks = pieces.slice(0, -1).map((piece) => {
    length += piece.length;
    return length;
  });
  return { letters: pieces.join(''), breaks };
}

/** The part's breaks instead of the patterns', wherever the word holds it; at its ends the patterns' stay. */
function withPart(word: string, breaks: readonly number[], { letters, breaks: own }: BrokenPart): readonly number[] {
  let changed = breaks;
  for (let start = word.indexOf(letters); start !== -1; start = word.indexOf(letters, start + letters.length)) {
    const from = start;
    const outside = changed.filter((at) => at <= from || at >= from + letters.length);
    changed = [...outside, ...own.map((at) => from + at)];
  }
  return changed;
}
