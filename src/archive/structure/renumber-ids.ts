/**
 * Header cells have an ID, by which cells name the headers above and beside them (ISO 14289-1, 7.5), and so have notes (7.9). Chromium
 * takes its own node numbers, which depend on what it printed before: they are given anew in reading order, so that the same note has
 * the same bytes.
 */
import { PDFArray, PDFDict, PDFHexString, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Structure, type StructureElement } from './structure.ts';

export function renumberIds({ context }: PdfFile, { root, document }: Structure): void {
  const named = [...elementsOf(document)].filter(({ dict }) => dict.has(nameOf('ID')));
  const ids = new Map<string, PDFString>();
  const names = PDFArray.withContext(context);
  for (const [index, { dict, ref }] of named.entries()) {
    // A name tree is sorted as text.
    const id = PDFString.of(`id${String(index + 1).padStart(5, '0')}`);
    ids.set(textOf(dict.get(nameOf('ID'))), id);
    dict.set(nameOf('ID'), id);
    names.push(id);
    names.push(ref);
  }
  for (const element of elementsOf(document)) renameHeaders(element, ids);
  if (named.length === 0) root.delete(nameOf('IDTree'));
  else root.set(nameOf('IDTree'), context.register(context.obj({ Names: names })));
}

function renameHeaders({ dict }: StructureElement, ids: ReadonlyMap<string, PDFString>): void {
  const attributes = dict.lookupMaybe(nameOf('A'), PDFArray);
  for (const attribute of attributes?.asArray() ?? []) {
    if (!(attribute instanceof PDFDict)) continue;
    const headers = attribute.lookupMaybe(nameOf('Headers'), PDFArray);
    for (const [index, header] of (headers?.asArray() ?? []).entries()) {
      const id = ids.get(textOf(header));
      if (id !== undefined) headers?.set(index, id);
    }
  }
}

function textOf(id: PDFObject | undefined): string {
  return id instanceof PDFString || id instanceof PDFHexString ? id.decodeText() : '';
}
