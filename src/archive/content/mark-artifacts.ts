/**
 * Everything on a page is either content that the structure tree names, or an artifact (ISO 14289-1, 7.1; ISO 19005-3, 6.7.3).
 * Chromium leaves margin boxes outside both, and tags backgrounds, borders and repeated table heads as if they were to be read.
 */
import { PDFName } from '@cantoo/pdf-lib';
import { UserError } from '../../problem/problem.ts';
import { nameOf } from '../names.ts';
import { packed } from '../packed.ts';
import {
  type ContentItem,
  contentOf,
  elementsOf,
  type Structure,
  type StructureElement,
} from '../structure/structure.ts';
import type { TextReader } from './marked-text.ts';
import type { DrawnObject, PageContent } from './page-content.ts';

/** Running heads and feet; the repeated head of a table is one too (ISO 32000-1, 14.8.2.2.2). */
const pagination = '/Artifact <</Type /Pagination>> BDC';
const layout = '/Artifact <</Type /Layout>> BDC';

export function markArtifacts({ document }: Structure, pages: readonly PageContent[], text: TextReader): void {
  const tags = new Map<PageContent, Map<number, string>>(pages.map((page) => [page, new Map()]));
  const byRef = new Map(pages.map((page) => [page.ref, page]));
  const mark = ({ page: ref, id }: ContentItem, tag: string): void => {
    const page = byRef.get(ref);
    if (page !== undefined) tags.get(page)?.set(id, tag);
  };
  dropDecoration(document, (item) => canBeRead(byRef.get(item.page), item), mark);
  dropRepeatedHeads(document, text, mark);
  for (const [page, ofPage] of tags) {
    const bytes = rewritten(page, ofPage);
    if (bytes !== undefined) {
      page.stream.updateContents(packed(bytes));
      page.stream.dict.set(nameOf('Filter'), PDFName.FlateDecode);
    }
  }
}

function canBeRead(page: PageContent | undefined, { id }: ContentItem): boolean {
  const sequence = page?.sequences.get(id);
  if (sequence === undefined && page?.hasTextInGroups) throw transparentText();
  return sequence?.canBeRead ?? false;
}

function transparentText(): UserError {
  const message = 'the note has text that is half transparent, or under a filter or mask: no screen reader can find it';
  const hint = 'give the text a lighter colour instead of an opacity, in the theme or the template';
  return new UserError([{ severity: 'error', code: 'not-supported', message, hint }]);
}

type Mark = (item: ContentItem, tag: string) => void;

/** Outside a figure, lines and areas without a letter are decoration; so is a sequence in which nothing was drawn. */
function dropDecoration(element: StructureElement, canBeRead: (item: ContentItem) => boolean, mark: Mark): void {
  if (element.type === 'Figure') return;
  element.kids = element.kids.filter((kid) => {
    if (kid.kind !== 'content' || canBeRead(kid)) return true;
    mark(kid, layout);
    return false;
  });
  for (const kid of element.kids) if (kid.kind === 'element') dropDecoration(kid, canBeRead, mark);
}

/** A table over several pages has its head drawn on each, all tagged as the same cells: they would be read again and again. */
function dropRepeatedHeads(document: StructureElement, text: TextReader, mark: Mark): void {
  for (const head of elementsOf(document)) {
    if (head.type !== 'TH') continue;
    const items = [...contentOf(head)];
    const [first, ...further] = [...new Set(items.map(({ page }) => page))];
    const wordsOn = (page: ContentItem['page'] | undefined) => text.ofItems(items.filter((item) => item.page === page));
    const repeated = new Set(further.filter((page) => wordsOn(page) === wordsOn(first)));
    if (repeated.size === 0) continue;
    for (const element of elementsOf(head)) {
      element.kids = element.kids.filter((kid) => {
        if (kid.kind !== 'content' || !repeated.has(kid.page)) return true;
        mark(kid, pagination);
        return false;
      });
    }
  }
}

/** The page's stream with the tags of artifacts put in; nothing else in it changes. Nothing where there is nothing to change. */
function rewritten(page: PageContent, tags: ReadonlyMap<number, string>): Uint8Array | undefined {
  const edits: Edit[] = page.unmarked.flatMap((object) => [
    { from: object.start, to: object.start, text: `${tagOf(page, object)}\n` },
    { from: object.end, to: object.end, text: '\nEMC' },
  ]);
  for (const [id, tag] of tags) {
    const sequence = page.sequences.get(id);
    if (sequence !== undefined) edits.push({ from: sequence.start, to: sequence.bodyStart, text: tag });
  }
  return edits.length === 0 ? undefined : edited(page.bytes, edits);
}

function tagOf({ loose }: PageContent, object: DrawnObject): string {
  const id = loose.get(object);
  if (id !== undefined) return `/Span <</MCID ${id} >>BDC`;
  return object.kind === 'text' ? pagination : layout;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const sorted = edits.toSorted((a, b) => a.from - b.from);
  const growth = sorted.reduce((sum, { from, to, text }) => sum + text.length - (to - from), 0);
  const result = new Uint8Array(bytes.length + growth);
  const encoder = new TextEncoder();
  let read = 0;
  let written = 0;
  for (const { from, to, text } of sorted) {
    result.set(bytes.subarray(read, from), written);
    written += from - read;
    encoder.encodeInto(text, result.subarray(written));
    written += text.length;
    read = to;
  }
  result.set(bytes.subarray(read), written);
  return result;
}
