/** The words in marked content, for what must say what it leads to: links and bookmarks. */
import { PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import { latin1, type PdfFile } from '../pdf-file.ts';
import type { ContentItem, Kid, StructureElement } from '../structure/structure.ts';
import { visitOperators } from './operators.ts';
import { contentsOf, type PageContent, type Stretch } from './page-content.ts';
import { readUnicodeMap, type UnicodeMap, utf16 } from './unicode-map.ts';

/** Types that stand within a line; between all others there is a space. */
const inline = new Set(['NonStruct', 'Span', 'Strong', 'Em', 'Link', 'Code', 'Reference', 'Quote']);

export class TextReader {
  readonly #pdf: PdfFile;
  readonly #pages: ReadonlyMap<PDFRef, PageContent>;
  readonly #fonts = new Map<PDFRef, FontCodes>();

  constructor(pdf: PdfFile, pages: readonly PageContent[]) {
    this.#pdf = pdf;
    this.#pages = new Map(pages.map((page) => [page.ref, page]));
  }

  /** All words of an element in one line. */
  ofElement(element: StructureElement): string {
    const line = new Line();
    this.#read(element.kids, line);
    return line.words();
  }

  ofItems(items: readonly ContentItem[]): string {
    const line = new Line();
    this.#read(items, line);
    return line.words();
  }

  #read(kids: readonly Kid[], line: Line): void {
    for (const kid of kids) {
      if (kid.kind === 'content') this.#readItem(kid, line);
      if (kid.kind !== 'element') continue;
      if (!inline.has(kid.type)) line.space();
      this.#read(kid.kids, line);
    }
  }

  /** All words drawn in a part of a page, whether the tree holds them or not. */
  ofStretch(page: PageContent, { start, end }: Stretch): string {
    const line = new Line();
    this.#readBytes(page, start, end, line);
    return line.words();
  }

  #readItem({ page: ref, id }: ContentItem, line: Line): void {
    const page = this.#pages.get(ref);
    const sequence = page?.sequences.get(id);
    if (page !== undefined && sequence !== undefined) this.#readBytes(page, sequence.bodyStart, sequence.bodyEnd, line);
  }

  #readBytes(page: PageContent, from: number, to: number, line: Line): void {
    const fonts = page.page.lookup(PDFName.Resources, PDFDict).lookupMaybe(PDFName.Font, PDFDict);
    const glyphs = new GlyphReader(line, (name) => this.#codesOf(fonts?.get(nameOf(name))));
    visitOperators(
      page.bytes,
      (operator, start, end) => glyphs.take(operator, () => latin1(page.bytes, start, end)),
      from,
      to,
    );
  }

  #codesOf(font: unknown): FontCodes {
    if (!(font instanceof PDFRef)) return unknownFont;
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const dict = this.#pdf.context.lookup(font, PDFDict);
    const table = dict.lookup(nameOf('ToUnicode'));
    const bytes = table instanceof PDFRawStream ? contentsOf(table) : new Uint8Array();
    const isComposite = dict.get(nameOf('Subtype')) === nameOf('Type0');
    const codes = { letters: readUnicodeMap(latin1(bytes, 0, bytes.length)), digits: isComposite ? /.{4}/g : /.{2}/g };
    this.#fonts.set(font, codes);
    return codes;
  }
}

interface FontCodes {
  readonly letters: UnicodeMap;
  /** Cuts hexadecimal digits into codes: two bytes each in composite fonts, one in others. */
  readonly digits: RegExp;
}

const unknownFont: FontCodes = { letters: new Map(), digits: /.{4}/g };

const figure = /[\d½¼¾\u2212]/;

/** Follows the operators of one marked sequence (ISO 32000-1, 9.4). */
class GlyphReader {
  readonly #line: Line;
  readonly #codesOf: (font: string) => FontCodes;
  #font = unknownFont;
  /** How many sequences deep the glyphs have a text given in their stead; that text, and what they show. */
  #replaced = 0;
  #instead = '';
  #shown = '';

  constructor(line: Line, codesOf: (font: string) => FontCodes) {
    this.#line = line;
    this.#codesOf = codesOf;
  }

  /** `read` gives the operands and the operator: asked for only where they matter. */
  take(operator: string, read: () => string): void {
    if (operator === 'Td') this.#line.move(numbersIn(read()));
    else if (operator === 'Tm') this.#line.place(numbersIn(read()).slice(4));
    else if (operator === 'Tj' || operator === 'TJ') this.#show(this.#decoded(read()));
    else if (operator === 'Tf') this.#setFont(read());
    else if (operator === 'BDC' || operator === 'BMC') this.#begin(read());
    else if (operator === 'EMC') this.#end();
  }

  #show(letters: string): void {
    if (this.#replaced > 0) this.#shown += letters;
    this.#line.show(this.#replaced > 0 ? '' : letters);
  }

  #setFont(operands: string): void {
    const [, name = '', size = ''] = /^\/(\S+)\s+(\S+)/.exec(operands) ?? [];
    this.#font = this.#codesOf(name);
    this.#line.size = Number(size);
  }

  #begin(operands: string): void {
    const instead = /\/ActualText\s*<([0-9A-Fa-f]*)>/.exec(operands)?.[1];
    if (instead !== undefined && this.#replaced === 0) {
      this.#instead = utf16(instead).replace('\ufeff', '');
      this.#shown = '';
      this.#line.add(this.#instead);
    }
    if (instead !== undefined || this.#replaced > 0) this.#replaced += 1;
  }

  /** Chromium gives texts in the stead of spaces and hyphens. Of a figure only what is seen counts, whatever it is said to be. */
  #end(): void {
    if (this.#replaced === 1 && figure.test(this.#shown)) this.#line.correct(this.#instead, this.#shown);
    this.#replaced = Math.max(0, this.#replaced - 1);
  }

  /** Chromium writes strings in hexadecimal. */
  #decoded(strings: string): string {
    const { letters, digits } = this.#font;
    const codes = [...strings.matchAll(/<([0-9A-Fa-f]+)>/g)].flatMap(([, hex = '']) => hex.match(digits) ?? []);
    return codes.map((code) => letters.get(Number.parseInt(code, 16)) ?? '').join('');
  }
}

function numbersIn(operands: string): number[] {
  return operands.split(/\s+/).map(Number);
}

/** Text as it is put together: Chromium leaves out the space where a line breaks, and between boxes side by side. */
class Line {
  size = 0;
  #text = '';
  #x = 0;
  #y: number | undefined;
  #width = 0;

  place([x = 0, y = 0]: readonly number[]): void {
    // No letter is wider than its size, so whatever begins further on stands apart.
    const isApart = this.#y !== undefined && (this.#y !== y || x > this.#x + this.#width + this.size * 0.2);
    if (isApart) this.space();
    this.#x = x;
    this.#y = y;
    this.#width = 0;
  }

  move([x = 0]: readonly number[]): void {
    this.#x += x;
    this.#width = 0;
  }

  show(letters: string): void {
    this.#width += Math.max(1, letters.length) * this.size;
    this.add(letters);
  }

  add(letters: string): void {
    this.#text += letters;
  }

  /** Puts `right` in the place of what was added last as `wrong`. */
  correct(wrong: string, right: string): void {
    const at = this.#text.lastIndexOf(wrong);
    this.#text = this.#text.slice(0, at) + right + this.#text.slice(at + wrong.length);
  }

  space(): void {
    this.#text += ' ';
  }

  /** A soft hyphen at which the line broke takes the space behind it away. */
  words(): string {
    return this.#text
      .replace(/\u00ad\s*/g, '')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim();
  }
}
