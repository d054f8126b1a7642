/** The words of a finished PDF in reading order, block by block, as a screen reader meets them: what is compared with the words computed anew. */
import { PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { TextReader } from '../../archive/content/marked-text.ts';
import { type PageContent, readPages } from '../../archive/content/page-content.ts';
import type { PdfFile } from '../../archive/pdf-file.ts';
import { contentOf, type Kid, readStructure, type StructureElement } from '../../archive/structure/structure.ts';
import { addedTexts } from './added-texts.ts';

/** A paragraph, a cell, a heading: words that stand together. */
export interface TextBlock {
  readonly text: string;
  /** From 1; undefined of what stands on no page, such as the alternate text of a figure. */
  readonly page?: number;
  /** Within the contents list, whose page numbers come from the printing. */
  readonly isContents: boolean;
  /** Of words outside the text, where the running feet stand: their figures that are no page numbers, and in no head. */
  readonly running?: readonly string[];
}

/** Types that stand within a line: their words belong to the block round them. */
const withinLine = new Set(['NonStruct', 'Span', 'Strong', 'Em', 'Link', 'Code', 'Reference', 'Quote']);

/** Throws UnknownPdfForm where the file is not tagged as omkost tags it. */
export function textOf(pdf: PdfFile): readonly TextBlock[] {
  const pages = readPages(pdf);
  const { document } = readStructure(pdf);
  const reader = new TextReader(pdf, pages);
  const walk: Walk = { reader, pages: numbersOf(pages), blocks: [] };
  blocksOf(walk, document, false);
  return [...walk.blocks, ...addedTexts(pages, reader, document)];
}

interface Walk {
  readonly reader: TextReader;
  readonly pages: ReadonlyMap<PDFRef, number>;
  readonly blocks: TextBlock[];
}

function numbersOf(pages: readonly PageContent[]): ReadonlyMap<PDFRef, number> {
  return new Map(pages.map(({ ref }, index) => [ref, index + 1]));
}

function blocksOf(walk: Walk, element: StructureElement, inContents: boolean): void {
  const isContents = inContents || element.type === 'TOC';
  const alternate = element.type === 'Figure' ? alternateText(element) : '';
  if (alternate !== '') walk.blocks.push({ text: alternate, ...pageOf(walk, element), isContents });
  let line: Kid[] = [];
  const end = () => {
    if (line.length > 0) addBlock(walk, { ...element, kids: line }, isContents);
    line = [];
  };
  for (const kid of element.kids) {
    if (kid.kind === 'element' && !isWithinLine(kid)) {
      end();
      blocksOf(walk, kid, isContents);
    } else line.push(kid);
  }
  end();
}

/** A link or a span may itself hold a block: a card that is a link as a whole. */
function isWithinLine({ type, kids }: StructureElement): boolean {
  return withinLine.has(type) && kids.every((kid) => kid.kind !== 'element' || isWithinLine(kid));
}

function addBlock(walk: Walk, element: StructureElement, isContents: boolean): void {
  const text = walk.reader.ofElement(element);
  if (text !== '') walk.blocks.push({ text, ...pageOf(walk, element), isContents });
}

function pageOf({ pages }: Walk, element: StructureElement): { page?: number } {
  const [first] = contentOf(element);
  const page = first === undefined ? undefined : pages.get(first.page);
  return page === undefined ? {} : { page };
}

function alternateText({ dict }: StructureElement): string {
  const alternate = dict.lookup(PDFName.of('Alt'));
  return alternate instanceof PDFString || alternate instanceof PDFHexString ? alternate.decodeText() : '';
}
