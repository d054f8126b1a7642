/**
 * How much room a table needs, reckoned in letters before any browser has seen it. A table wider than the page must not be:
 * Chromium then shrinks every page of the note.
 */

export interface FitColumn {
  /** Head and cells of the column. */
  readonly texts: readonly string[];
  /** Figures stay on one line; words, and what is a sentence rather than a figure, break between words. */
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

/** The text column, the page, and the page in small type. */
interface Room {
  /** More columns than these cannot be told apart. */
  readonly columns: number;
  /** Letters beside each other: 130 mm and 160 mm at 9.5 pt, 160 mm at 7.75 pt; a letter is half an em and a little more. */
  readonly letters: number;
  /** Space between two columns, in letters: 4 mm and, in small type, 1.5 mm. */
  readonly gap: number;
}
const inColumn: Room = { columns: 5, letters: 76, gap: 2.4 };
const onPage: Room = { columns: 8, letters: 94, gap: 2.4 };
const dense: Room = { columns: 13, letters: 116, gap: 1.1 };

/** Words as long as this stay whole: “sundhedsplejerskeuddannelse” does not. */
const longestWhole = 24;
const longestFigure = 28;

export function tableFit(columns: readonly FitColumn[]): TableFit {
  const letters = columns.reduce((sum, column) => sum + lettersOf(column), 0);
  const exceeds = (room: Room): boolean =>
    columns.length > room.columns || letters + (columns.length - 1) * room.gap > room.letters;
  return {
    isWide: exceeds(inColumn),
    isDense: exceeds(onPage),
    isCrowded: exceeds(dense),
    hasLongWord: columns.some(({ texts }) => texts.some((text) => longestWord(text) > longestWhole)),
  };
}

/** The width that a column cannot go below: its longest figure or its longest whole word. */
function lettersOf({ texts, isFigures }: FitColumn): number {
  const [head = '', ...cells] = texts;
  const whole = (text: string): number => Math.min(longestWord(text), longestWhole);
  const figure = (text: string): number => (isSentence(text) ? longestWord(text) : text.length);
  return Math.max(whole(head), ...cells.map(isFigures ? figure : whole));
}

/** “fra 80 kr. til 30.000 kr.” is still a figure; “ingen værdi fra 80 kr. til 30.000 kr.” is not. */
export function isSentence(cell: string): boolean {
  return cell.length > longestFigure;
}

/** A no-break space holds its words together. */
function longestWord(text: string): number {
  return Math.max(...text.split(/[ \t\n-]/).map((word) => word.length));
}
