/** The words that stand in a PDF against the words of the note computed again: each figure in the text, the tables and the charts. */
import { differingStretches, type Stretch } from './compare-words.ts';
import type { TextBlock } from './opening/document-text.ts';
import type { Difference } from './verification.types.ts';

export interface ComparedText {
  /** How many words with a figure were compared. */
  readonly figures: number;
  readonly differences: readonly Omit<Difference, 'because'>[];
  /** Stretches without any figure in them. */
  readonly wording: readonly Omit<Difference, 'because'>[];
}

interface Word {
  readonly text: string;
  readonly page?: number | undefined;
}

/** Words on each side that go with a differing one: “ca. 3,6 mio. kr.” is read whole. */
const around = 4;

/** `names` are the printed strings by the figure's name. */
export function compareText(
  printed: readonly TextBlock[],
  recomputed: readonly string[],
  names: Readonly<Record<string, string>>,
): ComparedText {
  const there = printed.flatMap(({ text, page }) => wordsOf(text).map((word): Word => ({ text: word, page })));
  const here = recomputed.flatMap(wordsOf);
  const found = differingStretches(
    there.map(({ text }) => text),
    here,
  ).map((stretch) => ({ ...differenceOf(stretch, there, here, names), isFigure: holdsFigure(stretch, there, here) }));
  const plain = ({ isFigure: _, ...difference }: (typeof found)[number]) => difference;
  return {
    figures: there.filter(({ text }) => figureWord.test(text)).length,
    differences: found.filter(({ isFigure }) => isFigure).map(plain),
    wording: found.filter(({ isFigure }) => !isFigure).map(plain),
  };
}

/** A digit or a fraction; and the words that say on which side of a figure the exact one lies, or how large its unit is. */
const figureWord = /[\d½¼¾]|^(?:ca\.|knap|godt|mio\.|mia\.|kr\.|pct\.|approx\.|just|DKK|million|billion)[,.;:)]*$/iu;

function holdsFigure({ printed, recomputed }: Stretch, there: readonly Word[], here: readonly string[]): boolean {
  const words = [...there.slice(...printed).map(({ text }) => text), ...here.slice(...recomputed)];
  return words.some((word) => figureWord.test(word));
}

/** A soft hyphen shows only at a line's end, drawn as U+2010, and the space behind it is the line's; after a hyphen a space may be one too. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/[\u00ad\u2010]\s*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/([-–]) (?=\S)/g, '$1')
    .trim();
  return plain === '' ? [] : plain.split(' ');
}

function differenceOf(
  { printed, recomputed }: Stretch,
  there: readonly Word[],
  here: readonly string[],
  names: Readonly<Record<string, string>>,
): Omit<Difference, 'because'> {
  const written = there.map(({ text }) => text);
  const expected = figureAround(here, recomputed, names);
  const more = expected === undefined ? { before: 0, after: 0 } : expected;
  const page = there[printed[0]]?.page ?? there[printed[0] - 1]?.page;
  return {
    ...(expected !== undefined && { figure: expected.name }),
    where: 'text',
    printed: wholeOf(written, printed, more),
    recomputed: wholeOf(here, recomputed, more),
    ...(page !== undefined && { page }),
    context: written.slice(Math.max(0, printed[0] - around), printed[1] + around).join(' '),
  };
}

function wholeOf(
  words: readonly string[],
  [from, to]: readonly [number, number],
  { before, after }: { readonly before: number; readonly after: number },
): string {
  return words.slice(Math.max(0, from - before), to + after).join(' ');
}

interface NamedFigure {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** The printed figure that the differing words belong to, and how many words before and after them are its own. */
function figureAround(
  words: readonly string[],
  [from, to]: readonly [number, number],
  names: Readonly<Record<string, string>>,
): NamedFigure | undefined {
  const found = Object.entries(names).flatMap(([name, text]): NamedFigure[] => {
    const own = wordsOf(text);
    for (let start = Math.max(0, to - own.length); start <= from && start + own.length <= words.length; start += 1) {
      const isHere = own.every((word, place) => sameFigure(words[start + place], word));
      if (isHere && start + own.length >= to) return [{ name, before: from - start, after: start + own.length - to }];
    }
    return [];
  });
  // The longest is the figure itself: “46” stands in many.
  return found.sort((one, other) => other.before + other.after - (one.before + one.after))[0];
}

/** A figure at the end of a sentence has the sentence's full stop or comma. */
function sameFigure(word: string | undefined, figure: string): boolean {
  return word === figure || word?.replace(/[,.;:)]+$/, '') === figure.replace(/[,.;:)]+$/, '');
}
