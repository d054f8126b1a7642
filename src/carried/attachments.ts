/** The files that a PDF carries: read into memory, with names that are only names. Nothing is written anywhere. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PdfFile } from '../archive/pdf-file.ts';
import { type Problem, refuseErrors } from '../problem/problem.ts';
import { largestPart, unpack } from './unpack.ts';

/** More than any note has; a tree that goes on for ever ends here. */
const mostFiles = 1000;
const deepest = 32;

/** By name, from the list of embedded files and from the associated ones. Throws UserError `attachment-invalid` with all that is wrong. */
export function readAttachments({ context, catalog }: PdfFile, shown: string): ReadonlyMap<string, Uint8Array> {
  const specifications = new Set<PDFDict>();
  const names = dictionary(context, catalog.get(PDFName.of('Names')));
  fromTree(context, dictionary(context, names?.get(PDFName.of('EmbeddedFiles'))), 0, specifications);
  for (const file of list(context, catalog.get(PDFName.of('AF')))) add(context, file, specifications);
  const problems: Problem[] = [];
  const files = new Map<string, Uint8Array>();
  for (const specification of specifications) {
    const name = nameOf(context, specification);
    const report = (message: string, hint: string) =>
      problems.push({ severity: 'error', code: 'attachment-invalid', message: `${shown}: ${message}`, hint });
    const bytes = contentOf(context, specification);
    if (files.has(name))
      report(`two files inside are called “${name}”`, 'which of them the note was made from cannot be known');
    else if (name === '') report('a file inside has no name', 'build the note again');
    else if (bytes === 'too-large')
      report(`“${name}” unpacks to more than ${largestPart / 1024 / 1024} MB`, 'no input of a note is so large');
    else if (bytes === 'damaged') report(`“${name}” cannot be unpacked`, 'fetch or build the PDF again');
    else files.set(name, bytes);
  }
  refuseErrors(problems);
  return files;
}

function fromTree(context: PDFContext, node: PDFDict | undefined, depth: number, found: Set<PDFDict>): void {
  if (node === undefined || depth > deepest) return;
  list(context, node.get(PDFName.of('Names'))).forEach((entry, place) => {
    if (place % 2 === 1) add(context, entry, found);
  });
  for (const kid of list(context, node.get(PDFName.of('Kids')))) {
    if (found.size < mostFiles) fromTree(context, dictionary(context, kid), depth + 1, found);
  }
}

function add(context: PDFContext, entry: PDFObject, found: Set<PDFDict>): void {
  const specification = dictionary(context, entry);
  if (specification !== undefined && found.size < mostFiles) found.add(specification);
}

/** A name as it can be shown: control characters would move the reader's cursor, and folders mean nothing here. */
function nameOf(context: PDFContext, specification: PDFDict): string {
  const given = ['UF', 'F'].map((key) => resolved(context, specification.get(PDFName.of(key))));
  const text = given.find((each) => each instanceof PDFHexString || each instanceof PDFString)?.decodeText() ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd').slice(0, 255);
}

function contentOf(context: PDFContext, specification: PDFDict): Uint8Array | 'too-large' | 'damaged' {
  const embedded = dictionary(context, specification.get(PDFName.of('EF')));
  const stream = resolved(context, embedded?.get(PDFName.of('UF')) ?? embedded?.get(PDFName.of('F')));
  if (!(stream instanceof PDFRawStream)) return 'damaged';
  const [filter, ...others] = list(context, stream.dict.get(PDFName.of('Filter')));
  if (filter === undefined) return stream.contents.length > largestPart ? 'too-large' : stream.contents;
  if (others.length > 0 || filter !== PDFName.FlateDecode) return 'damaged';
  return unpack(stream.contents, largestPart);
}

function resolved(context: PDFContext, object: PDFObject | undefined): PDFObject | undefined {
  return object instanceof PDFRef ? context.lookup(object) : object;
}

function dictionary(context: PDFContext, object: PDFObject | undefined): PDFDict | undefined {
  const found = resolved(context, object);
  return found instanceof PDFDict ? found : undefined;
}

function list(context: PDFContext, object: PDFObject | undefined): readonly PDFObject[] {
  const found = resolved(context, object);
  if (found === undefined) return [];
  return found instanceof PDFArray ? found.asArray() : [found];
}
