/**
 * A list item holds a label and a body (ISO 32000-1, 14.8.4.3.3; ISO 14289-1, 7.2), and a list with labels says of what kind they are
 * (ISO 14289-1, 7.6). Chromium leaves both out.
 */
import { PDFArray } from '@cantoo/pdf-lib';
import type { TextReader } from '../content/marked-text.ts';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Kid, newElement, type Structure, type StructureElement } from './structure.ts';

export function completeLists(pdf: PdfFile, { document }: Structure, text: TextReader): void {
  // Gathered first: the walk must not meet what it adds.
  for (const element of [...elementsOf(document)]) {
    if (element.type === 'LI') addBody(pdf, element);
    if (element.type === 'L') nameNumbering(pdf, element, text);
  }
}

function addBody(pdf: PdfFile, item: StructureElement): void {
  const labels = item.kids.filter(isPartOfItem);
  const rest = item.kids.filter((kid) => !isPartOfItem(kid));
  if (rest.length > 0 || labels.length === 0) item.kids = [...labels, newElement(pdf, 'LBody', rest)];
}

function isPartOfItem(kid: Kid): boolean {
  return kid.kind === 'element' && (kid.type === 'Lbl' || kid.type === 'LBody');
}

function nameNumbering(pdf: PdfFile, list: StructureElement, text: TextReader): void {
  const items = list.kids.filter((kid) => kid.kind === 'element');
  const label = items.flatMap(({ kids }) => kids).find((kid) => kid.kind === 'element' && kid.type === 'Lbl');
  if (label?.kind !== 'element') return;
  const attributes = list.dict.lookupMaybe(nameOf('A'), PDFArray)?.asArray() ?? [];
  const numbering = pdf.context.obj({ O: 'List', ListNumbering: numberingOf(text.ofElement(label)) });
  list.dict.set(nameOf('A'), pdf.context.obj([...attributes, numbering]));
}

/** ISO 32000-1, table 347. */
function numberingOf(label: string): string {
  if (/^\d/.test(label)) return 'Decimal';
  if (/^[ivx]+\b/.test(label)) return 'LowerRoman';
  if (/^[IVX]+\b/.test(label)) return 'UpperRoman';
  if (/^[a-zæøå]\b/.test(label)) return 'LowerAlpha';
  return /^[A-ZÆØÅ]\b/.test(label) ? 'UpperAlpha' : 'Disc';
}
