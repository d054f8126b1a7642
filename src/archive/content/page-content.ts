/** What a page draws, cut into marked sequences (ISO 32000-1, 14.6): those the structure tree names, and what stands outside all of them. */
import { inflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { UnknownPdfForm } from '../facts.ts';
import { nameOf } from '../names.ts';
import { latin1, type PdfFile, pagesOf } from '../pdf-file.ts';
import type { ContentItem } from '../structure/structure.ts';
import { visitOperators } from './operators.ts';

export interface PageContent {
  readonly ref: PDFRef;
  readonly page: PDFDict;
  readonly stream: PDFRawStream;
  readonly bytes: Uint8Array;
  /** By marked-content identifier. */
  readonly sequences: Map<number, MarkedSequence>;
  /** What stands in sequences that no element of the tree can name: in a finished file heads, feet and decoration. */
  readonly artifacts: readonly Stretch[];
  /** Objects drawn outside any marked content. */
  readonly unmarked: readonly DrawnObject[];
  /** Those among them that were given a place in the structure tree, with their new identifiers. */
  readonly loose: Map<DrawnObject, number>;
  /** Where the glyph for “not there” is shown. */
  readonly lacking: readonly LackingGlyph[];
  /** Whether there is text in a drawing of its own, as Chromium makes for half-transparent parts: the tree cannot name it there. */
  readonly hasTextInGroups: boolean;
}

export interface LackingGlyph {
  /** By the page's name for it. */
  readonly font: string;
  readonly at: number;
}

/** Bytes of a page's stream. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** From its tag to behind `BDC`, and what is drawn until its `EMC`. */
export interface MarkedSequence {
  readonly start: number;
  readonly bodyStart: number;
  bodyEnd: number;
  /** Whether there are letters or a picture in it, and not only lines and areas (or nothing at all). */
  canBeRead: boolean;
  /** In which of the page's outermost `q … Q` it begins, from 1. */
  readonly group: number;
}

export interface DrawnObject extends Stretch {
  readonly kind: 'text' | 'graphics';
  readonly group: number;
}

export function readPages(pdf: PdfFile): readonly PageContent[] {
  return pagesOf(pdf).map((ref) => {
    const page = pdf.context.lookup(ref, PDFDict);
    const stream = page.lookup(PDFName.Contents);
    if (!(stream instanceof PDFRawStream))
      throw new UnknownPdfForm('a page of the PDF has more than one content stream');
    const bytes = contentsOf(stream);
    return { ref, page, stream, bytes, loose: new Map(), ...cut(bytes), hasTextInGroups: hasTextInGroups(page) };
  });
}

/** Gives what stands outside any marked content an identifier, by which an element of the structure tree can hold it. */
export function nameSequence(page: PageContent, object: DrawnObject): ContentItem {
  const id = [...page.sequences.keys()].reduce((highest, known) => Math.max(highest, known), -1) + 1;
  page.sequences.set(id, { ...object, bodyStart: object.start, bodyEnd: object.end, canBeRead: true });
  page.loose.set(object, id);
  return { kind: 'content', page: page.ref, id };
}

function hasTextInGroups(owner: PDFDict): boolean {
  const drawings = owner.lookupMaybe(PDFName.Resources, PDFDict)?.lookupMaybe(PDFName.XObject, PDFDict);
  return (drawings?.keys() ?? []).some((key) => {
    const drawing = drawings?.lookup(key);
    if (!(drawing instanceof PDFRawStream) || drawing.dict.get(nameOf('Subtype')) !== nameOf('Form')) return false;
    let hasText = false;
    visitOperators(contentsOf(drawing), (operator) => {
      hasText ||= textShowing.has(operator);
    });
    return hasText || hasTextInGroups(drawing.dict);
  });
}

/** A stream's bytes as they were before they were compressed. */
export function contentsOf(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.get(nameOf('Filter'));
  if (filter === undefined) return stream.contents;
  if (filter !== PDFName.FlateDecode)
    throw new UnknownPdfForm(`a stream of the PDF is packed in another way: ${filter}`);
  return inflateSync(stream.contents);
}

const pathBuilding = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const pathPainting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const textShowing = new Set(['Tj', 'TJ', "'", '"']);

function cut(bytes: Uint8Array): Pick<PageContent, 'sequences' | 'artifacts' | 'unmarked' | 'lacking'> {
  const cutter = new Cutter(bytes);
  visitOperators(bytes, (operator, start, end) => cutter.take(operator, start, end));
  cutter.finish();
  return cutter;
}

class Cutter {
  readonly sequences = new Map<number, MarkedSequence>();
  readonly artifacts: Stretch[] = [];
  readonly unmarked: DrawnObject[] = [];
  readonly lacking: LackingGlyph[] = [];
  readonly #bytes: Uint8Array;
  /** Sequences under way, the innermost last; one without identifier belongs to whatever it stands in. */
  readonly #open: (MarkedSequence | undefined)[] = [];
  /** Where the outermost sequence without identifier began. */
  #artifact = 0;
  /** Where the unmarked text or path under way began. */
  #drawing: number | undefined;
  #inText = false;
  #showsText = false;
  #group = 0;
  #depth = 0;
  #fontAt = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(operator: string, start: number, end: number): void {
    if (operator === 'BDC' || operator === 'BMC') this.#begin(start, end);
    else if (operator === 'EMC') this.#end(start);
    else if (textShowing.has(operator)) this.#show(start, end);
    else if (operator === 'Tf') this.#fontAt = start;
    else if (operator === 'Do') this.#picture(start, end);
    else if (operator === 'sh') this.#shade(start, end);
    else if (operator === 'BT') this.#beginText(start);
    else if (operator === 'ET') this.#endText(end);
    else if (pathBuilding.has(operator)) this.#build(start);
    else if (pathPainting.has(operator)) this.#paint(end);
    else if (operator === 'n') this.#drawing = undefined;
    else if (operator === 'q') this.#save();
    else if (operator === 'Q') this.#depth -= 1;
  }

  finish(): void {
    if (this.#open.length > 0 || this.#inText) throw new UnknownPdfForm('marked content goes beyond its page');
  }

  #save(): void {
    if (this.#depth === 0) this.#group += 1;
    this.#depth += 1;
  }

  #begin(start: number, end: number): void {
    const id = /\/MCID (\d+)/.exec(latin1(this.#bytes, start, end))?.[1];
    if (id === undefined) {
      if (this.#open.length === 0) this.#artifact = end;
      this.#open.push(undefined);
      return;
    }
    if (this.#drawing !== undefined) throw new UnknownPdfForm('marked content begins inside what is not marked');
    const sequence = { start, bodyStart: end, bodyEnd: end, canBeRead: false, group: this.#group };
    this.sequences.set(Number(id), sequence);
    this.#open.push(sequence);
  }

  #end(start: number): void {
    const sequence = this.#open.pop();
    if (sequence !== undefined) sequence.bodyEnd = start;
    else if (this.#open.length === 0) this.artifacts.push({ start: this.#artifact, end: start });
  }

  #show(start: number, end: number): void {
    this.#read();
    if (!hasGlyphZero(this.#bytes, start, end)) return;
    const font = /^\/(\S+)/.exec(latin1(this.#bytes, this.#fontAt, this.#fontAt + 32))?.[1];
    if (font !== undefined) this.lacking.push({ font, at: start });
  }

  #read(): void {
    this.#showsText = true;
    for (const sequence of this.#open) if (sequence !== undefined) sequence.canBeRead = true;
  }

  #picture(start: number, end: number): void {
    this.#read();
    this.#shade(start, end);
  }

  #shade(start: number, end: number): void {
    if (this.#open.length === 0) this.unmarked.push({ start, end, kind: 'graphics', group: this.#group });
  }

  #beginText(start: number): void {
    this.#inText = true;
    this.#showsText = false;
    if (this.#open.length === 0) this.#drawing = start;
  }

  #endText(end: number): void {
    this.#inText = false;
    if (this.#drawing !== undefined && this.#showsText) {
      this.unmarked.push({ start: this.#drawing, end, kind: 'text', group: this.#group });
    }
    this.#drawing = undefined;
  }

  #build(start: number): void {
    if (this.#open.length === 0) this.#drawing ??= start;
  }

  #paint(end: number): void {
    if (this.#drawing !== undefined)
      this.unmarked.push({ start: this.#drawing, end, kind: 'graphics', group: this.#group });
    this.#drawing = undefined;
  }
}

/** Whether a hexadecimal string of two-byte codes has the code 0000 in it. */
function hasGlyphZero(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  let zeros = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 0x3c || digits === 4) {
      digits = 0;
      zeros = 0;
    }
    if (byte === 0x3c) continue;
    digits += 1;
    if (byte === 0x30) zeros += 1;
    if (digits === 4 && zeros === 4) return true;
  }
  return false;
}
