/**
 * Every link says in words what it leads to (ISO 14289-1, 7.18.5): the words it stands on, the address where it leads outside, and of a
 * note's number or arrow, which say nothing by themselves, that it is a note.
 */
import { PDFDict, PDFHexString, PDFString } from '@cantoo/pdf-lib';
import type { TextReader } from '../content/marked-text.ts';
import type { DocumentFacts } from '../facts.ts';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { notePlace, placeLedTo } from './name-notes.ts';
import { elementsOf, type Structure, type StructureElement } from './structure.ts';

type Labels = DocumentFacts['labels'];

export function describeLinks(pdf: PdfFile, { document }: Structure, text: TextReader, labels: Labels): void {
  for (const link of elementsOf(document)) {
    if (link.type !== 'Link') continue;
    const words = text.ofElement(link);
    const description = noteDescription(pdf, link, labels);
    for (const kid of link.kids) {
      if (kid.kind !== 'object') continue;
      const annotation = pdf.context.lookup(kid.object, PDFDict);
      const target = addressOf(annotation) ?? words;
      const said = description ?? labels.linkTo.replaceAll('{target}', () => target);
      annotation.set(nameOf('Contents'), PDFHexString.fromText(said));
    }
  }
}

function noteDescription(pdf: PdfFile, link: StructureElement, labels: Labels): string | undefined {
  const place = notePlace(placeLedTo(pdf, link) ?? '');
  return place && (place.isNote ? labels.linkToNote : labels.linkBack).replaceAll('{number}', place.number);
}

/** `mailto:` is left out: what it leads to is the mail address. */
function addressOf(annotation: PDFDict): string | undefined {
  const address = annotation.lookupMaybe(nameOf('A'), PDFDict)?.lookup(nameOf('URI'));
  if (!(address instanceof PDFString || address instanceof PDFHexString)) return undefined;
  return address.decodeText().replace(/^mailto:/i, '');
}
