/** Opens a finished file with a library that had no part in writing it out, and walks what is in it. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { unzlibSync } from 'fflate';

export interface OpenElement {
  readonly type: string;
  readonly dict: PDFDict;
  readonly kids: readonly (OpenElement | OpenItem)[];
}

export interface OpenItem {
  readonly type: 'content' | 'object';
  readonly page: PDFRef;
  /** Marked-content identifier, or the annotation. */
  readonly id: number | PDFRef;
}

export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

export const name = (text: string): PDFName => PDFName.of(text);

export function structureOf(document: PDFDocument): OpenElement {
  const walk = (ref: unknown): OpenElement => {
    const dict = dictOf(document, ref);
    const kids = listOf(dict.get(name('K'))).map((kid) => {
      if (kid instanceof PDFRef) return walk(kid);
      const page = (kid instanceof PDFDict ? kid.get(name('Pg')) : undefined) ?? dict.get(name('Pg'));
      const id = kid instanceof PDFDict ? (kid.get(name('Obj')) ?? kid.get(name('MCID'))) : kid;
      if (!(page instanceof PDFRef)) throw new Error('content without a page');
      if (id instanceof PDFRef) return { type: 'object', page, id } as const;
      if (id instanceof PDFNumber) return { type: 'content', page, id: id.asNumber() } as const;
      throw new Error(`unknown kid ${kid}`);
    });
    return { type: dict.lookup(name('S'), PDFName).decodeText(), dict, kids };
  };
  return walk(document.catalog.lookup(name('StructTreeRoot'), PDFDict).get(name('K')));
}

/** What a reference refers to; anything else is itself. */
export function resolved({ context }: PDFDocument, object: unknown): unknown {
  return object instanceof PDFRef ? context.lookup(object) : object;
}

export function dictOf(document: PDFDocument, object: unknown): PDFDict {
  const dict = resolved(document, object);
  if (!(dict instanceof PDFDict)) throw new Error(`no dictionary: ${dict}`);
  return dict;
}

export function listOf(object: unknown): readonly unknown[] {
  if (object === undefined) return [];
  return object instanceof PDFArray ? object.asArray() : [object];
}

export function isElement(kid: OpenElement | OpenItem): kid is OpenElement {
  return 'kids' in kid;
}

/** All elements, in reading order. */
export function elementsIn(element: OpenElement): OpenElement[] {
  return [element, ...element.kids.filter(isElement).flatMap(elementsIn)];
}

export function itemsIn(element: OpenElement): OpenItem[] {
  return element.kids.flatMap((kid) => (isElement(kid) ? itemsIn(kid) : [kid]));
}

export function attributeOf({ dict }: OpenElement, key: string): unknown {
  const attributes = listOf(dict.get(name('A'))).filter((each) => each instanceof PDFDict);
  return attributes.map((each) => each.lookup(name(key))).find((value) => value !== undefined);
}

export function textOf(object: unknown): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}

/** The operators of each page, one a line, as they are drawn. */
export function contentsOf(document: PDFDocument): string[] {
  return document.getPages().map(({ node }) => streamText(node.lookup(name('Contents'))));
}

export function streamText(stream: unknown): string {
  return new TextDecoder('latin1').decode(streamBytes(stream));
}

export function streamBytes(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
  return stream.dict.has(name('Filter')) ? unzlibSync(stream.contents) : stream.contents;
}

/** Chromium writes an operator a line: what is drawn outside all marks, the identifiers of those that have one, and artifacts inside others. */
export function marksIn(page: string): { outside: string[]; ids: number[]; nested: string[] } {
  let depth = 0;
  const outside: string[] = [];
  const nested: string[] = [];
  const ids: number[] = [];
  for (const line of page.split('\n')) {
    if (/B[DM]C$/.test(line)) depth += 1;
    if (depth > 1 && (line.startsWith('/Artifact') || line.includes('/MCID'))) nested.push(line);
    const id = /\/MCID (\d+)/.exec(line)?.[1];
    if (id !== undefined) ids.push(Number(id));
    if (depth === 0 && /(?:^|\s)(?:Tj|TJ|f\*?|F|S|s|B\*?|b\*?|Do|sh)$/.test(line)) outside.push(line);
    if (/EMC$/.test(line)) depth -= 1;
  }
  return { outside, ids: ids.sort((a, b) => a - b), nested };
}
