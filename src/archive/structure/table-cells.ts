/** What cells of a table say of themselves in the structure tree (ISO 32000-1, 14.8.5.7). */
import { PDFArray, PDFDict, PDFHexString, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import type { StructureElement } from './structure.ts';

export function isHead(row: StructureElement): boolean {
  const scopes = cellsOf(row)
    .flatMap(attributesOf)
    .map((attribute) => attribute.get(nameOf('Scope')));
  return scopes.includes(nameOf('Column')) && !scopes.includes(nameOf('Row'));
}

export function widthOf(row: StructureElement): number {
  return cellsOf(row).reduce((sum, cell) => sum + spanOf(cell, 'ColSpan'), 0);
}

export function cellsOf(row: StructureElement): StructureElement[] {
  return row.kids.filter((kid) => kid.kind === 'element').filter(({ type }) => type === 'TH' || type === 'TD');
}

export function spanOf(cell: StructureElement, name: 'RowSpan' | 'ColSpan'): number {
  const spans = attributesOf(cell).map((attribute) => attribute.lookupMaybe(nameOf(name), PDFNumber)?.asNumber());
  return spans.find((span) => span !== undefined) ?? 1;
}

export function attributesOf({ dict }: StructureElement): PDFDict[] {
  const attributes = dict.lookupMaybe(nameOf('A'), PDFArray)?.asArray() ?? [];
  return attributes.filter((attribute) => attribute instanceof PDFDict);
}

export function idOf({ dict }: StructureElement): string {
  return textOf(dict.get(nameOf('ID')));
}

export function textOf(id: unknown): string {
  return id instanceof PDFString || id instanceof PDFHexString ? id.decodeText() : '';
}
