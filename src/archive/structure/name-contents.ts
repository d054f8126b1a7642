/** A list of contents is a TOC with an item per heading (ISO 32000-1, 14.8.4.2; ISO 14289-1, 7.17 asks for means to get about). */
import { PDFDict } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, newElement, type Structure, type StructureElement } from './structure.ts';

/** Contents and lists of tables, figures and boxes: nothing but links to places in the note. HTML's `nav` does not get into the PDF. */
export function nameContents(pdf: PdfFile, { document }: Structure): void {
  for (const list of elementsOf(document)) {
    if (list.type !== 'L' || !isContents(pdf, list)) continue;
    list.type = 'TOC';
    list.dict.delete(nameOf('A'));
    for (const item of list.kids) {
      if (item.kind !== 'element') continue;
      item.type = 'TOCI';
      item.kids = [newElement(pdf, 'Reference', item.kids)];
    }
  }
}

function isContents(pdf: PdfFile, list: StructureElement): boolean {
  return list.kids.length > 0 && list.kids.every((item) => item.kind === 'element' && isEntry(pdf, item));
}

function isEntry(pdf: PdfFile, { type, kids }: StructureElement): boolean {
  const [link, ...others] = kids;
  return type === 'LI' && others.length === 0 && link?.kind === 'element' && leadsInside(pdf, link);
}

function leadsInside({ context }: PdfFile, { type, kids }: StructureElement): boolean {
  const annotations = kids.flatMap((kid) => (kid.kind === 'object' ? [context.lookup(kid.object, PDFDict)] : []));
  return type === 'Link' && annotations.length > 0 && annotations.every((link) => link.has(nameOf('Dest')));
}
