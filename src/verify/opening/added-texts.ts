/**
 * Words on the pages of a finished note that stand outside its text: written over a figure by hand, as a comment or with another program.
 * A note as omkost builds it has none but its running feet and the heads that tables repeat.
 */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { TextReader } from '../../archive/content/marked-text.ts';
import type { PageContent } from '../../archive/content/page-content.ts';
import { elementsOf, type StructureElement } from '../../archive/structure/structure.ts';
import type { TextBlock } from './document-text.ts';

export function addedTexts(
  pages: readonly PageContent[],
  reader: TextReader,
  document: StructureElement,
): readonly TextBlock[] {
  const heads = headFigures(reader, document);
  return pages.flatMap((page, index) => {
    const counted = new Set([String(index + 1), String(pages.length)]);
    const block = (text: string) => ({ text, page: index + 1, isContents: false });
    const drawn = page.unmarked.filter(({ kind }) => kind === 'text').map((object) => reader.ofStretch(page, object));
    const artifacts = page.artifacts.flatMap((stretch) => {
      const text = reader.ofStretch(page, stretch);
      const running = figuresIn(text).filter((figure) => !heads.has(figure) && !counted.has(figure));
      return running.length === 0 ? [] : [{ ...block(text), running }];
    });
    return [...[...drawn, ...comments(page)].filter((text) => text !== '').map(block), ...artifacts];
  });
}

/** Digits with what stands between them: a break in a line may part words, but no figure. */
export function figuresIn(text: string): readonly string[] {
  return text.match(/\d+(?:[.,]\d+)*|[½¼¾]/g) ?? [];
}

/** The figures in titles and in the heads of tables: feet and repeated heads are made of them. */
function headFigures(reader: TextReader, document: StructureElement): ReadonlySet<string> {
  const heads = [...elementsOf(document)].filter(({ type }) => type === 'H1' || type === 'TH');
  return new Set(heads.flatMap((head) => figuresIn(reader.ofElement(head))));
}

/** Texts that a reader's program put upon the page; a note has only links. */
function comments({ page }: PageContent): readonly string[] {
  const annotations = page.lookupMaybe(PDFName.of('Annots'), PDFArray);
  return (annotations?.asArray() ?? []).flatMap((_, place) => {
    const annotation = annotations?.lookupMaybe(place, PDFDict);
    if (annotation === undefined || annotation.get(PDFName.of('Subtype')) === PDFName.of('Link')) return [];
    const text = annotation.lookup(PDFName.of('Contents'));
    return text instanceof PDFString || text instanceof PDFHexString ? [text.decodeText()] : [];
  });
}
