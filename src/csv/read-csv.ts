/** A table that a spreadsheet saved as text: its cells, each with its place in the file. */
import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, UserError } from '../problem/problem.ts';
import { type Place, placeAt, type Source } from '../problem/source.ts';

export interface CsvCell {
  /** Without white space around it; without its quotes. */
  readonly text: string;
  readonly place: Place;
}

export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly CsvCell[];
}

export interface CsvTable {
  /** The file as it is counted and shown: line breaks are `\n`. */
  readonly source: Source;
  readonly header: readonly CsvCell[];
  /** Rows in which something is written. */
  readonly rows: readonly CsvRow[];
}

/** Spreadsheets in Danish write `;`, those in English `,`; copied from a table it is a tab. */
const delimiters = [';', ',', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * Reads a whole table: `;`, `,` or tab between (`known`, or what a line `sep=;` says, or what the header has), quotes as in RFC 4180, a
 * byte order mark or none. Throws UserError `csv-invalid` where it cannot be taken apart.
 */
export function readCsv({ path, text }: Source, known?: Delimiter): CsvTable {
  const source = { path, text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') };
  refuseControls(source);
  const said = /^sep=(.)\n/.exec(source.text);
  const start = said === null ? 0 : said[0].length;
  const delimiter = known ?? delimiters.find((one) => one === said?.[1]) ?? delimiterOf(source.text.slice(start));
  const [header, ...rows] = placed(source, start, records(source, start, delimiter), said === null ? 1 : 2);
  if (header === undefined || isEmpty(header))
    throw invalid('there is no header row', placeAt(source, start), 'name the columns in the first row');
  return { source, header: header.cells, rows: rows.filter((row) => !isEmpty(row)) };
}

/** Whether nothing is written in it: spreadsheets save such rows after the last. */
function isEmpty({ cells }: CsvRow): boolean {
  return cells.every(({ text }) => text === '');
}

/** What stands in the header outside quotes; a header of one column has none of them. */
function delimiterOf(text: string): Delimiter {
  const header = (text.split('\n')[0] ?? '').replace(/"[^"]*"/g, '');
  return delimiters.find((one) => header.includes(one)) ?? ';';
}

interface RawCell {
  readonly value: string;
  readonly isQuoted: boolean;
}

function records(source: Source, start: number, delimiter: Delimiter): readonly (readonly RawCell[])[] {
  try {
    const rows: unknown = parse(source.text.slice(start), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      cast: (value, { quoting }): RawCell => ({ value, isQuoted: quoting }),
    });
    // What `cast` makes of each cell is not in the library's types.
    return rows as RawCell[][];
  } catch (cause) {
    const line = cause instanceof CsvError ? Number(cause.lines) : 1;
    const before = source.text
      .slice(start)
      .split('\n')
      .slice(0, Math.max(0, line - 1));
    const place = placeAt(source, start + before.reduce((sum, one) => sum + one.length + 1, 0));
    const hint = 'a quote opens a cell at its start and closes it at its end; inside a quoted cell it is written twice';
    throw invalid('the quotes in this row do not match', place, hint, cause);
  }
}

/** The parser says no places: they follow from the cells, which are all that the text consists of. */
function placed(
  source: Source,
  start: number,
  rows: readonly (readonly RawCell[])[],
  firstNumber: number,
): readonly CsvRow[] {
  const positions = positionsIn(source, start);
  return rows.map((row, index) => ({
    number: firstNumber + index,
    cells: row.map(({ value, isQuoted }): CsvCell => {
      const width = isQuoted ? value.length + 2 + value.split('"').length - 1 : value.length;
      return { text: value.trim(), place: positions.next(width) };
    }),
  }));
}

/** Walks through the text cell by cell, a separator after each. */
function positionsIn(source: Source, start: number): { next(width: number): Place } {
  const { text } = source;
  let at = start;
  let line = text.slice(0, start).split('\n').length;
  let lineStart = start;
  return {
    next(width) {
      const end = text.indexOf('\n', at);
      const length = Math.max(1, Math.min(width, (end === -1 ? text.length : end) - at));
      const place: Place = { source, line, column: at - lineStart + 1, length };
      const next = at + width + 1;
      for (let brk = end; brk !== -1 && brk < next; brk = text.indexOf('\n', brk + 1)) {
        line += 1;
        lineStart = brk + 1;
      }
      at = next;
      return place;
    },
  };
}

const control =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** They would move the reader's cursor or hide what is printed; a table that is saved as text has none. */
function refuseControls(source: Source): void {
  const found = control.exec(source.text);
  if (found === null) return;
  const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const hint = 'save the table anew as “CSV UTF-8”, or delete the character';
  throw invalid(`an invisible control character, ${code}, stands here`, placeAt(source, found.index), hint);
}

function invalid(message: string, place: Place, hint: string, cause?: unknown): UserError {
  const problem: Problem = { severity: 'error', code: 'csv-invalid', message, place, hint };
  return new UserError([problem], { cause });
}
