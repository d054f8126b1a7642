/**
 * Every row of a table has as many cells as the others (ISO 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4). Chromium leaves an empty cell out,
 * and those behind it would move under the wrong head.
 */
import { PDFArray } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Kid, newElement, type Structure, type StructureElement } from './structure.ts';
import { attributesOf, cellsOf, idOf, isHead, spanOf, textOf, widthOf } from './table-cells.ts';

export function completeTables(pdf: PdfFile, { document }: Structure): void {
  // Gathered first: the walk must not meet what it adds.
  for (const table of [...elementsOf(document)].filter(({ type }) => type === 'Table')) completeTable(pdf, table);
}

function completeTable(pdf: PdfFile, table: StructureElement): void {
  const rows = [...elementsOf(table)].filter(({ type }) => type === 'TR');
  const cells = rows.flatMap(cellsOf);
  // Cells that reach over rows stand in rows which do not name them; templates with such cells are refused.
  if (cells.some((cell) => spanOf(cell, 'RowSpan') > 1)) return;
  const width = Math.max(0, ...rows.map(widthOf));
  const columns = new Map<string, number>();
  for (const row of rows.filter((each) => widthOf(each) < width || isHead(each)))
    completeRow(pdf, row, { width, columns });
}

interface Grid {
  readonly width: number;
  /** The place of each head met so far, from 0, by its ID. */
  readonly columns: Map<string, number>;
}

function completeRow(pdf: PdfFile, row: StructureElement, { width, columns }: Grid): void {
  const isHeadRow = isHead(row);
  let missing = width - widthOf(row);
  let column = 0;
  row.kids = row.kids.flatMap((cell): Kid[] => {
    if (cell.kind !== 'element') return [cell];
    // The head over the row heads is the one that is left empty.
    const wanted = isHeadRow ? (column === 0 ? missing : column) : (columnOf(cell, columns) ?? column);
    const before = Math.min(missing, Math.max(0, wanted - column));
    missing -= before;
    column += before;
    if (isHeadRow) columns.set(idOf(cell), column);
    column += spanOf(cell, 'ColSpan');
    return [...emptyCells(pdf, before), cell];
  });
  row.kids.push(...emptyCells(pdf, missing));
}

function emptyCells(pdf: PdfFile, count: number): StructureElement[] {
  return Array.from({ length: count }, () => newElement(pdf, 'TD', []));
}

/** Where a cell stands, by the column's head that it names. */
function columnOf(cell: StructureElement, columns: ReadonlyMap<string, number>): number | undefined {
  const headers = attributesOf(cell).flatMap(
    (attribute) => attribute.lookupMaybe(nameOf('Headers'), PDFArray)?.asArray() ?? [],
  );
  return headers.map((header) => columns.get(textOf(header))).find((column) => column !== undefined);
}
