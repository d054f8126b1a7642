/**
 * Chromium leaves the numbers of ordered lists, and all text that a style sheet adds, outside the structure tree. They are put into it:
 * as artifacts nobody would hear “2.” before the second point (ISO 14289-1, 7.1 and 7.6).
 */
import type { PDFRef } from '@cantoo/pdf-lib';
import { latin1, type PdfFile } from '../pdf-file.ts';
import { type ContentItem, newElement, type Structure, type StructureElement } from '../structure/structure.ts';
import type { DrawnObject, PageContent } from './page-content.ts';

export function tagLooseText(pdf: PdfFile, { document }: Structure, pages: readonly PageContent[]): void {
  const owners = new Map<PDFRef, Map<number, Owner>>(pages.map(({ ref }) => [ref, new Map()]));
  findOwners(document, undefined, owners);
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

function findOwners(
  element: StructureElement,
  startOf: StructureElement | undefined,
  owners: ReadonlyMap<PDFRef, Map<number, Owner>>,
): void {
  let start = element.type === 'LI' ? element : startOf;
  for (const kid of element.kids) {
    if (kid.kind === 'content') owners.get(kid.page)?.set(kid.id, { element, startOf: start });
    if (kid.kind === 'element') findOwners(kid, start, owners);
    start = undefined;
  }
}

function tagText(pdf: PdfFile, page: PageContent, object: DrawnObject, owners: Map<number, Owner>): void {
  const ids = [...owners.keys()].map((id) => ({ id, at: page.sequences.get(id)?.start ?? 0 }));
  const before = ids.filter(({ at }) => at < object.start).sort((a, b) => b.at - a.at)[0];
  const after = ids.filter(({ at }) => at > object.start).sort((a, b) => a.at - b.at)[0];
  const ownerAfter = after && owners.get(after.id);
  const ownerBefore = before && owners.get(before.id);
  const item: ContentItem = { kind: 'content', page: page.ref, id: Math.max(-1, ...page.sequences.keys()) + 1 };
  if (ownerAfter?.startOf !== undefined) ownerAfter.startOf.kids.unshift(newElement(pdf, 'Lbl', [item]));
  else if (ownerBefore && (!after || isOnSameLine(page, before.id, object)))
    insertBeside(ownerBefore, before.id, item, 1);
  else if (ownerAfter) insertBeside(ownerAfter, after.id, item, 0);
  else return;
  page.sequences.set(item.id, { ...object, bodyStart: object.start, bodyEnd: object.end, canBeRead: true });
  page.loose.set(object, item.id);
  const owner = ownerAfter?.startOf ?? ownerBefore?.element ?? ownerAfter?.element;
  if (owner !== undefined) owners.set(item.id, { element: owner, startOf: undefined });
}

function insertBeside({ element }: Owner, id: number, item: ContentItem, offset: 0 | 1): void {
  const place = element.kids.findIndex((kid) => kid.kind === 'content' && kid.page === item.page && kid.id === id);
  element.kids.splice(place + offset, 0, item);
}

function isOnSameLine(page: PageContent, id: number, object: DrawnObject): boolean {
  const sequence = page.sequences.get(id);
  if (sequence === undefined) return false;
  const ends = heightsOf(latin1(page.bytes, sequence.bodyStart, sequence.bodyEnd)).at(-1);
  return ends !== undefined && ends === heightsOf(latin1(page.bytes, object.start, object.end))[0];
}

/** How far down the page each run of text stands. */
function heightsOf(operators: string): string[] {
  return [...operators.matchAll(/(\S+) Tm/g)].map(([, height = '']) => height);
}
