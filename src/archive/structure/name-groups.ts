/**
 * A row that heads a group of rows is among the headers of every cell of the group (ISO 14289-1, 7.5; ISO 32000-1, table 349: Headers).
 * Chromium takes it for the head of its own, empty row: whoever listens would hear the same row heads under one payer as under the next.
 */
import { PDFArray, PDFDict, PDFHexString, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Structure, type StructureElement } from './structure.ts';
import { cellsOf, isHead, spanOf } from './table-cells.ts';

/** Asked for before the identifiers are given anew: those given here need only be unlike any other. A group ends where the next begins. */
export function nameGroups(pdf: PdfFile, { document }: Structure): void {
  const tables = [...elementsOf(document)].filter(({ type }) => type === 'Table');
  let given = 0;
  for (const table of tables) {
    let group: Id | undefined;
    for (const row of [...elementsOf(table)].filter(({ type }) => type === 'TR')) {
      const head = groupHeadOf(row);
      if (head !== undefined) group = idFor(head, `group-${++given}`);
      else if (group !== undefined && !isHead(row)) nameIn(pdf, row, group);
    }
  }
}

type Id = PDFString | PDFHexString;

/** The one it has, or a new one. */
function idFor({ dict }: StructureElement, otherwise: string): Id {
  const known = dict.get(nameOf('ID'));
  if (known instanceof PDFString || known instanceof PDFHexString) return known;
  const id = PDFString.of(otherwise);
  dict.set(nameOf('ID'), id);
  return id;
}

function nameIn(pdf: PdfFile, row: StructureElement, group: Id): void {
  for (const cell of cellsOf(row)) if (cell.kids.length > 0) addHeader(pdf, cell, group);
}

/** The one cell of a row that reaches over all columns. */
function groupHeadOf(row: StructureElement): StructureElement | undefined {
  const [cell, ...others] = cellsOf(row);
  return cell?.type === 'TH' && others.length === 0 && spanOf(cell, 'ColSpan') > 1 ? cell : undefined;
}

function addHeader({ context }: PdfFile, { dict }: StructureElement, header: Id): void {
  const attributes: readonly PDFObject[] = dict.lookupMaybe(nameOf('A'), PDFArray)?.asArray() ?? [];
  const own = attributes.find(
    (one): one is PDFDict => one instanceof PDFDict && one.get(nameOf('O')) === nameOf('Table'),
  );
  const attribute = own ?? context.obj({ O: 'Table' });
  const headers = attribute.lookupMaybe(nameOf('Headers'), PDFArray)?.asArray() ?? [];
  attribute.set(nameOf('Headers'), context.obj([...headers, header]));
  if (own === undefined) dict.set(nameOf('A'), context.obj([...attributes, attribute]));
}
