/**
 * Chromium leaves the numbers of ordered lists, and all text that a style sheet adds, outside the structure tree. They are put into it:
 * as artifacts nobody would hear “2.” before the second point (ISO 14289-1, 7.1 and 7.6).
 */
import type { PDFRef } from '@cantoo/pdf-lib';
import { latin1, type PdfFile } from '../pdf-file.ts';
import { type ContentItem, newElement, type Structure, type StructureElement } from '../structure/structure.ts';
import { type DrawnObject, nameSequence, type PageContent } from './page-content.ts';

export function tagLooseText(pdf: PdfFile, { document }: Structure, pages: readonly PageContent[]): void {
  const owners = ownersIn(document, pages);
  for (const page of pages) {
    const loose = page.unmarked.filter((object) => object.kind === 'text' && !isInMargin(page, object));
    for (const object of loose) tagText(pdf, page, object, owners.get(page.ref) ?? new Map());
  }
}

/** Margin boxes come first on a page, in a group of their own in which nothing is marked. */
function isInMargin({ sequences }: PageContent, object: DrawnObject): boolean {
  return object.group <= 1 && ![...sequences.values()].some(({ group }) => group === object.group);
}

interface Owner {
  readonly element: StructureElement;
  /** The list item that begins with this content, if one does. */
  readonly startOf: StructureElement | undefined;
}

type Owners = Map<number, Owner>;

/** By page and marked-content identifier. What only decorates counts for nothing here. */
function ownersIn(document: StructureElement, pages: readonly PageContent[]): ReadonlyMap<PDFRef, Owners> {
  const owners = new Map<PDFRef, Owners>(pages.map(({ ref }) => [ref, new Map()]));
  const sequences = new Map(pages.map((page) => [page.ref, page.sequences]));
  const find = (element: StructureElement, outer: StructureElement | undefined): void => {
    let startOf = element.type === 'LI' ? element : outer;
    for (const kid of element.kids) {
      if (kid.kind === 'element') find(kid, startOf);
      else if (kid.kind === 'content' && sequences.get(kid.page)?.get(kid.id)?.canBeRead) {
        owners.get(kid.page)?.set(kid.id, { element, startOf });
      } else continue;
      startOf = undefined;
    }
  };
  find(document, undefined);
  return owners;
}

function tagText(pdf: PdfFile, page: PageContent, object: DrawnObject, owners: Owners): void {
  const place = placeOf(page, object, owners);
  if (place === undefined) return;
  const item = nameSequence(page, object);
  if (place.labels === undefined) insertBeside(place.owner, place.id, item, place.offset);
  else place.labels.kids.unshift(newElement(pdf, 'Lbl', [item]));
}

interface TextPlace {
  /** Beside which content it belongs, before or behind it. */
  readonly id: number;
  readonly owner: Owner;
  readonly offset: 0 | 1;
  /** The list item whose label it is. */
  readonly labels?: StructureElement;
}

/** What stands on the same line decides: behind a text it ends it, before the first text of a list item it is its label. */
function placeOf(page: PageContent, object: DrawnObject, owners: Owners): TextPlace | undefined {
  const height = heightsIn(page, object.start, object.end)[0];
  let before: TextPlace | undefined;
  let after: TextPlace | undefined;
  for (const [id, owner] of owners) {
    const start = page.sequences.get(id)?.start ?? 0;
    if (start < object.start && start > startIn(page, before, -1)) before = { id, owner, offset: 1 };
    if (start > object.start && start < startIn(page, after, Infinity)) after = { id, owner, offset: 0 };
  }
  const labels = after?.owner.startOf;
  const isBeforeOnLine = after !== undefined && heightsOf(page, after.id)[0] === height;
  if (after !== undefined && labels !== undefined && isBeforeOnLine) return { ...after, labels };
  const isBehindOnLine = before !== undefined && heightsOf(page, before.id).at(-1) === height;
  return isBehindOnLine || after === undefined ? before : after;
}

function startIn(page: PageContent, place: TextPlace | undefined, otherwise: number): number {
  return place === undefined ? otherwise : (page.sequences.get(place.id)?.start ?? otherwise);
}

function insertBeside({ element }: Owner, id: number, item: ContentItem, offset: 0 | 1): void {
  const place = element.kids.findIndex((kid) => kid.kind === 'content' && kid.page === item.page && kid.id === id);
  element.kids.splice(place + offset, 0, item);
}

function heightsOf(page: PageContent, id: number): string[] {
  const sequence = page.sequences.get(id);
  return sequence === undefined ? [] : heightsIn(page, sequence.bodyStart, sequence.bodyEnd);
}

/** How far down the page each run of text stands. */
function heightsIn({ bytes }: PageContent, start: number, end: number): string[] {
  return [...latin1(bytes, start, end).matchAll(/(\S+) Tm/g)].map(([, height = '']) => height);
}
