/** Tables as spreadsheets save them: what a cell says, and where it stands. */
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/csv/read-csv.ts';
import { describeProblem } from '../../src/problem/excerpt.ts';
import { UserError } from '../../src/problem/problem.ts';

const read = (text: string) => readCsv({ path: 't.csv', text });
const texts = (text: string) => {
  const { header, rows } = read(text);
  return [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.map((cell) => cell.text));
};

function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) return error.problems.map((problem) => describeProblem(problem)).join('\n');
    throw error;
  }
  return 'read';
}

describe('a table', () => {
  it.each([
    ['semicolons, as Danish Excel saves', '\ufeffa;b\r\n1,5;2\r\n'],
    ['commas, with the decimal comma in quotes', 'a,b\n"1,5",2\n'],
    ['tabs, as copied from a sheet', 'a\tb\n1,5\t2'],
    ['what Excel says itself', 'sep=;\r\na;b\r\n1,5;2\r\n'],
    ['line ends of old Macs', 'a;b\r1,5;2\r'],
  ])('is read with %s', (_, text) => {
    expect(texts(text)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
  });

  it('counts rows as a spreadsheet does, and leaves out those with nothing in them', () => {
    const { rows } = read('a;b\n"to\nlinjer";1\n;\n\nx;2\n');
    expect(rows.map(({ number }) => number)).toEqual([2, 5]);
    expect(rows.map(({ cells }) => cells[1]?.place)).toMatchObject([
      { line: 3, column: 9, length: 1 },
      { line: 6, column: 3, length: 1 },
    ]);
  });

  it('is refused with the place where it cannot be taken apart', () => {
    expect(refusal('a;b\n1;2\n"x;3\n')).toContain('t.csv:3:1: the quotes in this row do not match [csv-invalid]');
    expect(refusal('a;b\n1;x"y"\n')).toContain('t.csv:2:1: the quotes in this row do not match');
    expect(refusal('')).toContain('there is no header row');
    expect(refusal('a;b\n1;\u001b[31m\n')).toContain('t.csv:2:3: an invisible control character, U+001B');
    expect(refusal('a;b\n1;\u202e2\n')).toContain('U+202E');
  });
});

it('gives each cell its text and its place, whatever is in it', () => {
  const cell = fc.stringMatching(/^[a-zæøå0-9 ;,."\n€😀]{0,8}$/u);
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(table, fc.constantFrom(';', ',', '\t'), fc.boolean(), (cells, delimiter, bom) => {
      const text = stringify([['a', 'b', 'c'], ...cells], { delimiter, bom, record_delimiter: 'unix' });
      const { source, rows } = read(text);
      const written = cells.filter((row) => row.some((one) => one.trim() !== ''));
      expect(rows.map((row) => row.cells.map((one) => one.text))).toEqual(
        written.map((row) => row.map((one) => one.trim())),
      );
      for (const [index, row] of rows.entries()) {
        for (const [column, { text: said, place }] of row.cells.entries()) {
          if (/["\n]/.test(written[index]?.[column] ?? '')) continue;
          const line = source.text.split('\n')[place.line - 1] ?? '';
          expect(line.slice(place.column - 1, place.column - 1 + place.length)).toContain(said);
        }
      }
    }),
  );
});
