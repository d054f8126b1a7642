/** What the note was made from rides along in the file (ISO 19005-3, 6.8; ISO 14289-1, 7.11): each file says what it is to the note. */
import { PDFArray, PDFHexString } from '@cantoo/pdf-lib';
import type { Attachment, Digest, DocumentFacts } from '../facts.ts';
import { nameOf } from '../names.ts';
import { packed } from '../packed.ts';
import type { PdfFile } from '../pdf-file.ts';
import { pdfDate } from './add-metadata.ts';

export function attachFiles(pdf: PdfFile, { attachments, issued }: DocumentFacts, digest: Digest): void {
  if (attachments.length === 0) return;
  const { context, catalog } = pdf;
  const names = PDFArray.withContext(context);
  const associated = PDFArray.withContext(context);
  // A name tree is sorted; UTF-16 in hexadecimal sorts like its code units, as `<` does.
  for (const file of attachments.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const specification = context.register(specify(pdf, file, { issued, digest }));
    names.push(PDFHexString.fromText(file.name));
    names.push(specification);
    associated.push(specification);
  }
  catalog.set(nameOf('Names'), context.obj({ EmbeddedFiles: { Names: names } }));
  catalog.set(nameOf('AF'), associated);
}

function specify({ context }: PdfFile, file: Attachment, { issued, digest }: { issued: string; digest: Digest }) {
  const stream = context.stream(packed(file.bytes), {
    Type: 'EmbeddedFile',
    Subtype: file.mime,
    Filter: 'FlateDecode',
    Params: { Size: file.bytes.length, ModDate: pdfDate(issued), CheckSum: PDFHexString.fromBytes(digest(file.bytes)) },
  });
  const contents = context.register(stream);
  return context.obj({
    Type: 'Filespec',
    F: PDFHexString.fromText(file.name),
    UF: PDFHexString.fromText(file.name),
    Desc: PDFHexString.fromText(file.description),
    AFRelationship: file.relationship,
    EF: { F: contents, UF: contents },
  });
}
