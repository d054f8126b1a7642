/** Title, publisher, language and dates: in the XMP packet, in the information dictionary, and in the catalog, all the same. */
import { PDFDict, PDFHexString, PDFString } from '@cantoo/pdf-lib';
import type { DocumentFacts } from '../facts.ts';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { xmpPacket } from './xmp.ts';

/**
 * ISO 14289-1, 5 and 7.1 (the standard kept to, the title and that it is shown), 7.2 (the language); ISO 19005-3, 6.6.2 and 6.6.4.
 * The dates are the date of issue: the hour at which somebody built the note is no fact about it.
 */
export function addMetadata({ context, catalog, info }: PdfFile, facts: DocumentFacts): void {
  const chromium = context.lookup(info, PDFDict);
  const creatorTool = [textAt(chromium, 'Creator'), textAt(chromium, 'Producer')]
    .filter((name) => name !== '')
    .join(', ');
  const packet = new TextEncoder().encode(xmpPacket({ ...facts, creatorTool }));
  // Not compressed: a packet can then be found by whoever cannot read PDF.
  catalog.set(nameOf('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })));
  catalog.set(nameOf('Lang'), PDFString.of(facts.language));
  catalog.set(nameOf('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const date = pdfDate(facts.issued);
  context.assign(
    info,
    context.obj({
      Title: PDFHexString.fromText(facts.title),
      Author: PDFHexString.fromText(facts.author),
      Subject: PDFHexString.fromText(facts.subject),
      Keywords: PDFHexString.fromText(facts.keywords.join(', ')),
      Creator: PDFHexString.fromText(creatorTool),
      Producer: PDFHexString.fromText(facts.producer),
      CreationDate: date,
      ModDate: date,
    }),
  );
}

function textAt(info: PDFDict, key: string): string {
  return info.lookupMaybe(nameOf(key), PDFString, PDFHexString)?.decodeText() ?? '';
}

/** The beginning of the day in universal time: no machine's time zone gets into the file. */
export function pdfDate(day: string): PDFString {
  return PDFString.of(`D:${day.replaceAll('-', '')}000000Z`);
}
