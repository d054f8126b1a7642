/** How a language is set in type, as data: its quotation marks and dash, what stays together on a line, and where words may break. */
import { z } from 'zod';

const mark = z.string().length(1);
const words = z.array(z.string().min(1));
/** A part of a word with its breaks: “med-arbejd”; a hyphen at its end lets the word break before or after the part. */
const brokenPart = z.string().regex(/^-?\p{Ll}+(?:-\p{Ll}+)*-?$/u, 'a part of a word in small letters, “med-arbejd”');

/** Languages whose patterns are at hand; `none` leaves words whole. */
export const patternNames = ['da', 'en-gb', 'none'] as const;
export type PatternName = (typeof patternNames)[number];

export const typographySchema = z.strictObject({
  quotes: z.strictObject({ open: mark, close: mark, innerOpen: mark, innerClose: mark, apostrophe: mark }),
  /** Stands for “ - ” and “--” between words. */
  dash: mark,
  together: z.strictObject({
    /** Stay with the figure after them: “ca. 200”. */
    beforeFigure: words,
    /** Stay with the figure before them: “5 år”. */
    afterFigure: words,
    /** Stay with a day before them: “22. november”. */
    afterDay: words,
    /** Stay with the word after them: “pr. møde”. */
    beforeWord: words,
    /** Two words that stay together: “mio. kr.”. */
    pairs: z.array(z.string().regex(/^\S+ \S+$/, 'two words with one space between them')),
  }),
  hyphenation: z.strictObject({ patterns: z.enum(patternNames), exceptions: z.array(brokenPart) }),
});

export type Typography = z.infer<typeof typographySchema>;
