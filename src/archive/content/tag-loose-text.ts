/**
 * Chromium leaves the numbers of ordered lists, and all text that a style sheet adds, outside the structure tree: without this step
 * they would be artifacts, and nobody would hear “2.” before the second point (ISO 14289-1, 7.1 and 7.6).
 */
import type { PDFRef } from '@cantoo/pdf-lib';
import type { PdfFile } from '../pdf-file.ts';
import { type Kid, newElement, type Structure, type StructureElement } from '../structure/structure.ts';
import { latin1 } from '../pdf-file.ts';
import type { DrawnObject, MarkedSequence, PageContent } from './page-content.ts';

export function tagLooseText(pdf: PdfFile, { document }: Structure, pages: readonly PageContent[]): void {
  const owners = new Owners(document);
  for (const page of pages) {
    const groups = new Set([...page.sequences.values()].map(({ group }) => group));
    for (const object of page.unmarked) {
      // Margin boxes are drawn in a group of their own, where nothing is marked.
      if (object.kind !== 'text' || !groups.has(object.group)) continue;
      tagOne(pdf, page, object, owners);
    }
  }
}

function tagOne(pdf: PdfFile, page: PageContent, object: DrawnObject, owners: Owners): void {
  const { before, after } = neighbours(page, object);
  const beforeOwner = before && owners.of(page.ref, before.id);
  const afterOwner = after && owners.of(page.ref, after.id);
  const id = Math.max(...page.sequences.keys()) + 1;
  const item: Kid = { kind: 'content', page: page.ref, id };
  const listItem = afterOwner?.startOf;
  if (listItem !== undefined) labelItem(pdf, listItem, item);
  else if (before && beforeOwner && isSameLine(page, before.sequence, object)) insert(beforeOwner, item, 1);
  else if (afterOwner) insert(afterOwner, item, 0);
  else return;
  page.sequences.set(id, { ...object, bodyStart: object.start, bodyEnd: object.end, canBeRead: true });
  object.id = id;
}
