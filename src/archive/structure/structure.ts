/** The structure tree (ISO 32000-1, 14.7) as plain objects, so that the steps can move its parts about; `write-structure.ts` puts it back. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { UnknownPdfForm } from '../facts.ts';
import { nameOf } from '../names.ts';
import { dictionaryAt, type PdfFile } from '../pdf-file.ts';

export interface StructureElement {
  readonly kind: 'element';
  readonly ref: PDFRef;
  /** Everything the element says beside its type, its place and its kids: alternate text, attributes, language. */
  readonly dict: PDFDict;
  /** Its structure type: `H2`, `Table`, `Strong`. */
  type: string;
  kids: Kid[];
}

/** A marked sequence of a page. */
export interface ContentItem {
  readonly kind: 'content';
  readonly page: PDFRef;
  readonly id: number;
}

/** A whole object: here always the annotation of a link. */
export interface ObjectItem {
  readonly kind: 'object';
  readonly page: PDFRef;
  readonly object: PDFRef;
}

export type Kid = StructureElement | ContentItem | ObjectItem;

/** The tree's root with its one kid, the Document. */
export interface Structure {
  readonly root: PDFDict;
  readonly document: StructureElement;
}

export function readStructure({ context, catalog }: PdfFile): Structure {
  if (!catalog.has(nameOf('StructTreeRoot'))) {
    throw new UnknownPdfForm(
      'the PDF has no structure tree: it was not printed with tags, or there is nothing on its pages',
    );
  }
  const root = dictionaryAt(catalog, 'StructTreeRoot');
  const [document, ...others] = listed(root.get(nameOf('K')));
  if (!(document instanceof PDFRef) || others.length > 0) {
    throw new UnknownPdfForm('the structure tree of the PDF has not one document at its root');
  }
  const element = (ref: PDFRef): StructureElement => {
    const dict = context.lookup(ref, PDFDict);
    const page = dict.get(nameOf('Pg'));
    const kids = listed(dict.get(nameOf('K'))).map((kid) => readKid(kid, page));
    return { kind: 'element', ref, dict, type: dict.lookup(nameOf('S'), PDFName).decodeText(), kids };
  };
  const readKid = (kid: PDFObject, page: PDFObject | undefined): Kid => {
    if (kid instanceof PDFRef) return element(kid);
    if (kid instanceof PDFNumber && page instanceof PDFRef) return { kind: 'content', page, id: kid.asNumber() };
    if (kid instanceof PDFDict) return item(kid, page);
    throw new UnknownPdfForm(`the structure tree of the PDF holds something unknown: ${kid}`);
  };
  return { root, document: element(document) };
}

function item(kid: PDFDict, pageOfParent: PDFObject | undefined): Kid {
  const page = kid.get(nameOf('Pg')) ?? pageOfParent;
  const object = kid.get(nameOf('Obj'));
  if (page instanceof PDFRef && object instanceof PDFRef) return { kind: 'object', page, object };
  const id = kid.get(nameOf('MCID'));
  if (page instanceof PDFRef && id instanceof PDFNumber) return { kind: 'content', page, id: id.asNumber() };
  throw new UnknownPdfForm(`the structure tree of the PDF holds something unknown: ${kid}`);
}

function listed(kids: PDFObject | undefined): readonly PDFObject[] {
  if (kids === undefined) return [];
  return kids instanceof PDFArray ? kids.asArray() : [kids];
}

/** Every element in reading order, the one given first. */
export function* elementsOf(element: StructureElement): Generator<StructureElement> {
  // A stack of its own: generators within generators cost a step for each level.
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let place = next.kids.length - 1; place >= 0; place -= 1) {
      const kid = next.kids[place];
      if (kid?.kind === 'element') waiting.push(kid);
    }
  }
}

/** Every marked sequence below an element, in reading order. */
export function* contentOf(element: StructureElement): Generator<ContentItem> {
  for (const kid of element.kids) {
    if (kid.kind === 'content') yield kid;
    else if (kid.kind === 'element') yield* contentOf(kid);
  }
}

/** A new element with no more than a type and kids. */
export function newElement({ context }: PdfFile, type: string, kids: Kid[]): StructureElement {
  const dict = context.obj({ Type: 'StructElem' });
  return { kind: 'element', ref: context.register(dict), dict, type, kids };
}
