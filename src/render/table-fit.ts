/**
 * How much room a table needs, reckoned in letters before any browser has seen it. A table wider than the page must not be:
 * Chromium then shrinks every page of the note.
 */

export interface FitColumn {
  /** Head and cells of the column. */
  readonly texts: readonly string[];
  /** Figures stay on one line; words break between words. */
  readonly isFigures: boolean;
}

export interface TableFit {
  /** Takes the rail beside the text column too; in small type; in the smallest, with words and figures broken anywhere. */
  readonly isWide: boolean;
  readonly isDense: boolean;
  readonly isCrowded: boolean;
  /** Some word has to be broken in the middle. */
  readonly hasLongWord: boolean;
}

/** More columns than these do not fit the text column, the page, and the page in small type. */
const mostColumns = { inColumn: 5, onPage: 8, dense: 13 };
/** Letters that fit beside each other: 130 mm and 160 mm at 9.5 pt, 160 mm at 7.75 pt, a letter being half an em and a little more. */
const mostLetters = { inColumn: 74, onPage: 91, dense: 112 };
/** The space between two columns, in letters. */
const gap = 2.4;
/** Words as long as this stay whole: “sundhedsplejerskeuddannelse” does not. */
const longestWhole = 24;

export function tableFit(columns: readonly FitColumn[]): TableFit {
  const letters = columns.reduce((sum, column) => sum + lettersOf(column) + gap, -gap);
  const exceeds = (place: keyof typeof mostColumns): boolean =>
    columns.length > mostColumns[place] || letters > mostLetters[place];
  return {
    isWide: exceeds('inColumn'),
    isDense: exceeds('onPage'),
    isCrowded: exceeds('dense'),
    hasLongWord: columns.some(({ texts }) => texts.some((text) => longestWord(text) > longestWhole)),
  };
}

/** The width that a column cannot go below: its longest figure or its longest whole word. */
function lettersOf({ texts, isFigures }: FitColumn): number {
  const [head = '', ...cells] = texts;
  const whole = (text: string): number => Math.min(longestWord(text), longestWhole);
  return Math.max(whole(head), ...cells.map((text) => (isFigures ? text.length : whole(text))));
}

/** A no-break space holds its words together. */
function longestWord(text: string): number {
  return Math.max(...text.split(/[ \t\n-]/).map((word) => word.length));
}
