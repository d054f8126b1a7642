/** Writes the objects that can be reached from the catalog, and no others, in an order of their own: the same objects, the same bytes. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Digest, UnknownPdfForm } from './facts.ts';
import type { PdfFile } from './pdf-file.ts';

/** PDF/A-3 and PDF/UA-1 both rest on PDF 1.7 (ISO 19005-3, 6.1.2); four bytes above 127 say that the file is binary. */
const header = '%PDF-1.7\n%\xb5\xb6\xb5\xb6\n';

export function writePdf(pdf: PdfFile, digest: Digest): Uint8Array {
  const out = new Output();
  out.text(header);
  const { offsets, root, info } = sweepUnreachable(pdf, out);
  const id = setIdentifier(out, digest);
  const start = out.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  out.text(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join('')}`);
  out.text(`trailer\n<</Size ${offsets.length + 1} /Root ${root} /Info ${info} /ID [<${id}> <${id}>]>>\n`);
  out.text(`startxref\n${start}\n%%EOF\n`);
  return out.bytes();
}

/**
 * Numbers objects as they are met from the catalog on, and writes them. What the earlier steps cut off is left behind, and the
 * numbers that Chromium happened to give play no part.
 */
function sweepUnreachable({ context, root, info }: PdfFile, out: Output) {
  const numbers = new Map<PDFRef, number>();
  const met: PDFRef[] = [];
  const reference = (ref: PDFRef): string => {
    let number = numbers.get(ref);
    if (number === undefined) {
      number = met.push(ref);
      numbers.set(ref, number);
    }
    return `${number} 0 R`;
  };
  const roots = { root: reference(root), info: reference(info) };
  const offsets: number[] = [];
  // `met` grows while it is walked.
  for (const ref of met) {
    const object = context.lookup(ref);
    if (object === undefined) throw new UnknownPdfForm(`the PDF refers to an object that it lacks (${ref})`);
    offsets.push(out.length);
    out.text(`${offsets.length} 0 obj\n`);
    writeObject(object, reference, out);
    out.text('\nendobj\n');
  }
  return { offsets, ...roots };
}

function writeObject(object: PDFObject, reference: (ref: PDFRef) => string, out: Output): void {
  if (!(object instanceof PDFRawStream)) {
    out.text(textOf(object, reference));
    return;
  }
  const contents = object.getContents();
  object.dict.set(PDFName.Length, PDFNumber.of(contents.length));
  out.text(`${textOf(object.dict, reference)}\nstream\n`);
  out.append(contents);
  out.text('\nendstream');
}

function textOf(object: PDFObject, reference: (ref: PDFRef) => string): string {
  if (object instanceof PDFRef) return reference(object);
  if (object instanceof PDFArray)
    return `[${object
      .asArray()
      .map((part) => textOf(part, reference))
      .join(' ')}]`;
  if (!(object instanceof PDFDict)) return object.toString();
  return `<<${object
    .entries()
    .map(([key, value]) => `${key} ${textOf(value, reference)}`)
    .join(' ')}>>`;
}

/** ISO 19005-3, 6.1.3: the trailer has an /ID. It is made from what the file holds, so that the same content has the same one. */
function setIdentifier(out: Output, digest: Digest): string {
  return [...digest(out.bytes())].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes that grow. */
class Output {
  length = 0;
  #buffer = Buffer.allocUnsafe(1 << 19);

  /** Text of one-byte characters: all that stands in a PDF outside its streams. */
  text(text: string): void {
    this.#reserve(text.length);
    this.length += this.#buffer.write(text, this.length, 'latin1');
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#buffer.subarray(0, this.length));
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.length + more));
    larger.set(this.#buffer.subarray(0, this.length));
    this.#buffer = larger;
  }
}
