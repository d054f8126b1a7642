/**
 * The bookmarks say what the headings say (ISO 14289-1, 7.17). Chromium doubles the title of a heading that was moved to the next page
 * (“ResultaterResultater”) and runs the lines of a long one together.
 */
import { PDFDict, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import type { TextReader } from '../content/marked-text.ts';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Structure } from './structure.ts';

export function titleOutline({ context, catalog }: PdfFile, { document }: Structure, text: TextReader): void {
  const headings = new Map([...elementsOf(document)].map((element) => [element.ref.toString(), element]));
  const retitle = (node: PDFObject | undefined): void => {
    const bookmark = context.lookupMaybe(node, PDFDict);
    if (bookmark === undefined) return;
    const heading = headings.get(String(bookmark.get(nameOf('SE'))));
    const words = heading === undefined ? '' : text.ofElement(heading);
    if (words !== '') bookmark.set(PDFName.Title, PDFHexString.fromText(words));
    retitle(bookmark.get(nameOf('First')));
    retitle(bookmark.get(nameOf('Next')));
  };
  retitle(catalog.lookupMaybe(nameOf('Outlines'), PDFDict)?.get(nameOf('First')));
}
