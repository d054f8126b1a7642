/** A finished note taken apart for the rules: by another reader than wrote it. */
import { PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import {
  contentsOf,
  dictOf,
  elementsIn,
  isElement,
  listOf,
  name,
  type OpenElement,
  openPdf,
  streamBytes,
  structureOf,
} from '../../archive/open-pdf.ts';

export interface OpenedNote {
  readonly document: PDFDocument;
  readonly tree: OpenElement;
  /** All elements in reading order, and those of some types. */
  readonly elements: readonly OpenElement[];
  readonly all: (...types: string[]) => readonly OpenElement[];
  /** By element: the one that holds it. */
  readonly parents: ReadonlyMap<OpenElement, OpenElement>;
  /** The operators of each page, and the page's own dictionary. */
  readonly pages: readonly { readonly ref: PDFRef; readonly node: PDFDict; readonly operators: string }[];
  readonly annotations: readonly { readonly ref: PDFRef; readonly dict: PDFDict }[];
  readonly fonts: readonly PDFDict[];
  /** The packet of metadata as XML; empty where there is none. */
  readonly xmp: string;
}

/** What a rule finds wrong, a line each; nothing where the note keeps to it. */
export type Rule = (note: OpenedNote) => readonly string[];

export async function openNote(bytes: Uint8Array): Promise<OpenedNote> {
  const document = await openPdf(bytes);
  const tree = structureOf(document);
  const elements = elementsIn(tree);
  const operators = contentsOf(document);
  const pages = document.getPages().map(({ ref, node }, index) => ({ ref, node, operators: operators[index] ?? '' }));
  const annotations = pages
    .flatMap(({ node }) => listOf(node.lookup(name('Annots'))))
    .filter((each) => each instanceof PDFRef);
  const dicts = document.context.enumerateIndirectObjects().map(([, object]) => object);
  return {
    document,
    tree,
    elements,
    all: (...types) => elements.filter(({ type }) => types.includes(type)),
    parents: new Map(elements.flatMap((element) => element.kids.filter(isElement).map((kid) => [kid, element]))),
    pages,
    annotations: annotations.map((ref) => ({ ref, dict: dictOf(document, ref) })),
    fonts: dicts
      .filter((dict) => dict instanceof PDFDict)
      .filter((dict) => dict.get(name('Type')) === PDFName.of('Font')),
    xmp: document.catalog.has(name('Metadata'))
      ? new TextDecoder().decode(streamBytes(document.catalog.lookup(name('Metadata'))))
      : '',
  };
}

/** Elements that hold an element, the nearest first. */
export function ancestorsOf({ parents }: OpenedNote, element: OpenElement): readonly OpenElement[] {
  const parent = parents.get(element);
  return parent === undefined ? [] : [parent, ...ancestorsOf({ parents } as OpenedNote, parent)];
}

export function textsWhere<T>(list: readonly T[], isWrong: (each: T) => boolean, say: (each: T) => string): string[] {
  return list.filter(isWrong).map(say);
}
