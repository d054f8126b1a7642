/** Tables as their template gets them. */
import { expect, test } from 'vitest';
import { tableContext } from '../../src/render/table-context.ts';
import { table } from '../fixtures/view.ts';

const withColumns = (count: number) =>
  tableContext(
    table(
      't',
      'T',
      Array.from({ length: count }, (_, index) => `År ${index}`),
      [['a', '1']],
    ),
  );

test('a table takes the rail, then small type, as its columns grow', () => {
  expect(withColumns(5)).toMatchObject({ isWide: false, isDense: false, isCrowded: false });
  expect(withColumns(6)).toMatchObject({ isWide: true, isDense: false, isCrowded: false });
  expect(withColumns(12)).toMatchObject({ isWide: true, isDense: true, isCrowded: false });
  expect(withColumns(42)).toMatchObject({ isWide: true, isDense: true, isCrowded: true });
});

test('a group row spans all columns', () => {
  const grouped = { ...table('t', 'T', ['a', 'b'], []), rows: [{ kind: 'group', head: 'Team', cells: [] }] as const };
  expect(tableContext(grouped).rows[0]).toMatchObject({ isGroup: true, span: '2' });
});

test('a table takes more room, or small type, when its figures are long', () => {
  const withFigure = (figure: string) =>
    tableContext(table('t', 'T', ['Art', 'Lavest', 'Højest'], [['Løn', figure, figure]]));
  // 3 letters, twice the figure, and 2 gaps of 2.4 letters: 75.8 in a column of 76, 77.8 beside it.
  expect(withFigure('1'.repeat(34))).toMatchObject({ isWide: false });
  expect(withFigure('1'.repeat(35))).toMatchObject({ isWide: true, isDense: false });
  expect(withFigure('1'.repeat(60))).toMatchObject({ isDense: true, isCrowded: true });
});

test('a sentence in a column of figures breaks between its words', () => {
  const said = 'Ingen værdi fra 80 kr. til 30.000 kr. når målet';
  const context = tableContext(table('t', 'T', ['Forudsætning', 'Værdi'], [['Løn', said]]));
  expect(context).toMatchObject({ isWide: false, isDense: false });
  expect(context.rows[0]?.cells).toEqual([{ text: said, style: 'numeric sentence', pad: '', rest: '' }]);
});

test('a word too long for a column is broken; it does not make the table small', () => {
  const long = tableContext(table('t', 'T', ['Post', 'Kr.'], [['Sundhedsplejerskeuddannelsen', '1']]));
  expect(long).toMatchObject({ hasLongWord: true, isWide: false });
});

test('a table of words alone stays in its column: each word can break there', () => {
  const words = { ...table('t', 'T', ['Hvad', 'Hvorfor'], [['a', 'b'.repeat(500)]]) };
  const columns = words.columns.map(({ label }) => ({ label, numeric: false }));
  expect(tableContext({ ...words, columns })).toMatchObject({ isProse: true, isWide: false, hasLongWord: false });
});

test('a cell that is compared with the others carries its mark', () => {
  const rows = [{ kind: 'body', head: '8 timer', cells: ['7.429', '7.500 *'], marks: ['mid', 'base'] }] as const;
  const grid = { ...table('t', 'T', ['Timer', '70 pct.', '80 pct.'], []), rows };
  expect(tableContext(grid).rows[0]?.cells.map(({ style }) => style)).toEqual([
    'numeric mark-mid',
    'numeric mark-base',
  ]);
});

test.each([
  ['373 kr. pr. time', false],
  ['DKK 474,528, then DKK 482,946', true],
  ['En hel sætning om, hvordan værdien er fundet, tager de linjer, den har brug for', false],
])('the column of values gets more room where one of them needs it: %s', (value, expected) => {
  const words = table('t', 'T', ['Forudsætning', 'Værdi', 'Grundlag'], [['Løn', value, 'Antagelse']]);
  const columns = words.columns.map((column) => ({ ...column, numeric: false }));
  expect(tableContext({ ...words, columns }).hasLongValues).toBe(expected);
});
