/** Tables as their template gets them. */
import { expect, test } from 'vitest';
import { tableContext } from '../../src/render/table-context.ts';
import { table } from '../fixtures/view.ts';

const withColumns = (count: number) =>
  tableContext(table('t', 'T', Array.from({ length: count }, String), [['a', '1']]));

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
