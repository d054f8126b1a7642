/** Every link says in words what it leads to (ISO 14289-1, 7.18.5): the words it stands on, or the address where it leads outside. */
import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { TextReader } from '../content/marked-text.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Structure } from './structure.ts';

export function describeLinks(pdf: PdfFile, { document }: Structure, text: TextReader, linkTo: string): void {
  for (const link of elementsOf(document)) {
    if (link.type !== 'Link') continue;
    const words = text.ofElement(link);
    for (const kid of link.kids) {
      if (kid.kind !== 'object') continue;
      const annotation = pdf.context.lookup(kid.object, PDFDict);
      const target = addressOf(annotation) ?? words;
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(linkTo.replaceAll('{target}', () => target)));
    }
  }
}

/** `mailto:` is left out: what it leads to is the mail address. */
function addressOf(annotation: PDFDict): string | undefined {
  const address = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  if (!(address instanceof PDFString || address instanceof PDFHexString)) return undefined;
  return address.decodeText().replace(/^mailto:/i, '');
}
