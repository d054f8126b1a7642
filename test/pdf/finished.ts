/** Opens a finished note as a reader's program would: its text page by page, its outline, its links, its fonts. */
import { readFile } from 'node:fs/promises';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Finished {
  readonly document: PDFDocument;
  readonly reader: PDFDocumentProxy;
  /** Text of each page as it is read, white space of every kind as one space. */
  readonly pages: readonly string[];
  readonly outline: readonly Heading[];
}

export interface Heading {
  readonly title: string;
  readonly level: number;
  readonly page: number;
}

export async function openFinished(path: string): Promise<Finished> {
  const bytes = await readFile(path);
  const reader = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const numbers = Array.from({ length: reader.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => textOf(reader, number)));
  return { document, reader, pages, outline: await headingsOf(reader) };
}

/** All text of a PDF that is not on disk. */
export async function textIn(pdf: Uint8Array): Promise<string> {
  const reader = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const numbers = Array.from({ length: reader.numPages }, (_, index) => index + 1);
  return (await Promise.all(numbers.map((number) => textOf(reader, number)))).join('\n');
}

/** The form in which texts are compared: no-break spaces and line ends are spaces. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

async function textOf(reader: PDFDocumentProxy, number: number): Promise<string> {
  return plain((await itemsOf(reader, number)).map(({ text }) => text).join(''));
}

interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

async function itemsOf(reader: PDFDocumentProxy, number: number): Promise<Item[]> {
  const { items } = await (await reader.getPage(number)).getTextContent();
  return items.flatMap((item) =>
    'str' in item
      ? [{ text: item.hasEOL ? `${item.str}\n` : item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
      : [],
  );
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

async function headingsOf(reader: PDFDocumentProxy): Promise<Heading[]> {
  const headings: Heading[] = [];
  const walk = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      headings.push({ title, level, page: await pageOf(reader, dest) });
      await walk(items, level + 1);
    }
  };
  // Without an outline pdf.js answers null, whatever its types say.
  await walk((await reader.getOutline()) ?? [], 1);
  return headings;
}

async function pageOf(reader: PDFDocumentProxy, destination: unknown): Promise<number> {
  const place: unknown = typeof destination === 'string' ? await reader.getDestination(destination) : destination;
  if (!Array.isArray(place)) throw new Error(`a destination leads nowhere: ${String(destination)}`);
  return (await reader.getPageIndex(place[0])) + 1;
}

export interface Entry {
  readonly title: string;
  /** The number that is printed. */
  readonly printed: number;
  /** The page that its link leads to. */
  readonly page: number;
  readonly destination: string;
}

/** The rows of the contents list on a page: what stands beside each internal link, and where the link leads. */
export async function contentsOn(reader: PDFDocumentProxy, number: number): Promise<Entry[]> {
  const items = await itemsOf(reader, number);
  const links = (await (await reader.getPage(number)).getAnnotations()).filter(({ dest }) => typeof dest === 'string');
  return Promise.all(
    links.map(async ({ dest, rect }) => {
      const [left, bottom, right, top] = rect as [number, number, number, number];
      const inside = items.filter(({ x, y }) => x >= left - 1 && x <= right + 1 && y >= bottom - 1 && y <= top + 1);
      const row = plain(inside.map(({ text }) => text).join(''));
      const [, title = '', printed] = /^(.*?)[\s.]*(\d+)$/.exec(row) ?? [];
      return { title, printed: Number(printed), page: await pageOf(reader, dest), destination: String(dest) };
    }),
  );
}

export interface Font {
  readonly name: string;
  readonly kind: string;
  readonly isEmbedded: boolean;
}

/** Every font of the file. */
export function fontsOf(document: PDFDocument): Font[] {
  const dictionaries = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    return object instanceof PDFDict && nameIn(object, 'Type') === 'Font' ? [object] : [];
  });
  // A composite font is described by its descendant; both are looked at where both say something.
  return dictionaries.map((font) => {
    const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor?.get(PDFName.of(key)));
    return {
      name: nameIn(font, 'BaseFont') ?? '(nameless)',
      kind: nameIn(font, 'Subtype') ?? '(no kind)',
      isEmbedded: files.some((file) => file !== undefined),
    };
  });
}

function nameIn(dictionary: PDFDict, key: string): string | undefined {
  return dictionary.lookupMaybe(PDFName.of(key), PDFName)?.decodeText();
}
