/** Puts the structure tree back into the file, with the parent tree that leads from each marked sequence and annotation to its element. */
import { PDFArray, PDFDict, PDFNull, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { PageContent } from '../content/page-content.ts';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Kid, type Structure, type StructureElement } from './structure.ts';

export function writeStructure(pdf: PdfFile, structure: Structure, pages: readonly PageContent[]): void {
  const parents = new ParentTree(pdf, pages);
  for (const element of elementsOf(structure.document)) {
    writeElement(pdf, element);
    for (const kid of element.kids) {
      if (kid.kind === 'element') kid.dict.set(nameOf('P'), element.ref);
      else parents.add(kid, element.ref);
    }
  }
  const { tree, nextKey } = parents.build();
  structure.root.set(nameOf('ParentTree'), pdf.context.register(tree));
  structure.root.set(nameOf('ParentTreeNextKey'), PDFNumber.of(nextKey));
}

function writeElement({ context }: PdfFile, { dict, type, kids }: StructureElement): void {
  dict.set(nameOf('S'), nameOf(type));
  const page = kids.find((kid) => kid.kind === 'content')?.page;
  if (page === undefined) dict.delete(nameOf('Pg'));
  else dict.set(nameOf('Pg'), page);
  const written = kids.map((kid): PDFObject => {
    if (kid.kind === 'element') return kid.ref;
    if (kid.kind === 'object') return context.obj({ Type: 'OBJR', Obj: kid.object, Pg: kid.page });
    return kid.page === page ? PDFNumber.of(kid.id) : context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.id });
  });
  const [only] = written;
  if (only === undefined) dict.delete(nameOf('K'));
  else dict.set(nameOf('K'), written.length === 1 ? only : context.obj(written));
}

/** ISO 32000-1, 14.7.4.4: per page a list by marked-content identifier, per annotation one element; Chromium has given out the keys. */
class ParentTree {
  readonly #pdf: PdfFile;
  readonly #pages: ReadonlyMap<PDFRef, PageContent>;
  readonly #byKey = new Map<number, PDFObject>();
  readonly #lists = new Map<PDFRef, PDFObject[]>();

  constructor(pdf: PdfFile, pages: readonly PageContent[]) {
    this.#pdf = pdf;
    this.#pages = new Map(pages.map((page) => [page.ref, page]));
  }

  add(kid: Exclude<Kid, StructureElement>, parent: PDFRef): void {
    if (kid.kind === 'object') {
      this.#byKey.set(keyOf(this.#pdf.context.lookup(kid.object, PDFDict), 'StructParent'), parent);
      return;
    }
    const list = this.#lists.get(kid.page) ?? [];
    this.#lists.set(kid.page, list);
    list[kid.id] = parent;
  }

  build(): { tree: PDFDict; nextKey: number } {
    for (const [ref, list] of this.#lists) {
      const page = this.#pages.get(ref)?.page ?? this.#pdf.context.lookup(ref, PDFDict);
      const parents = PDFArray.withContext(this.#pdf.context);
      // A sequence that became an artifact leaves a gap.
      for (let id = 0; id < list.length; id += 1) parents.push(list[id] ?? PDFNull);
      this.#byKey.set(keyOf(page, 'StructParents'), this.#pdf.context.register(parents));
    }
    const sorted = [...this.#byKey].sort(([a], [b]) => a - b);
    const numbers = PDFArray.withContext(this.#pdf.context);
    for (const [key, parent] of sorted) {
      numbers.push(PDFNumber.of(key));
      numbers.push(parent);
    }
    return { tree: this.#pdf.context.obj({ Nums: numbers }), nextKey: (sorted.at(-1)?.[0] ?? -1) + 1 };
  }
}

function keyOf(owner: PDFDict, name: string): number {
  return owner.lookup(nameOf(name), PDFNumber).asNumber();
}
