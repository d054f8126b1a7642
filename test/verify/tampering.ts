/** What a forger would do to a finished note: another digit on a page, another file inside. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { unzlibSync, zlibSync } from 'fflate';
import { readUnicodeMap } from '../../src/archive/content/unicode-map.ts';

/** Opens, lets `change` at it, and saves as another program does: everything written anew. */
export async function changed(pdf: Uint8Array, change: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  change(document);
  return document.save({ useObjectStreams: false });
}

/**
 * The glyphs of one digit of `text`, where it stands first on a page, become those of another: 76.000 → 77.000. `wrap` may put more round
 * the text that shows it; it is given that and the digit there was.
 */
export function digitOnPage(
  document: PDFDocument,
  text: string,
  at: number,
  digit: string,
  wrap: (shown: string, was: string) => string = (shown) => shown,
): void {
  for (const { node } of document.getPages()) {
    const ref = node.get(PDFName.of('Contents'));
    const stream = node.lookup(PDFName.of('Contents'));
    if (!(stream instanceof PDFRawStream) || !(ref instanceof PDFRef)) continue;
    const content = latin1(unzlibSync(stream.contents));
    const forged = withDigit(content, fontsOf(node), text, at, digit, wrap);
    if (forged === undefined) continue;
    document.context.assign(ref, document.context.flateStream(Buffer.from(forged, 'latin1')));
    return;
  }
  throw new Error(`“${text}” stands on no page`);
}

type Letters = ReadonlyMap<number, string>;

/** A text that reading programs are to take for what is shown. */
export function saidToBe(shown: string, was: string): string {
  return `/Span <</ActualText <FEFF00${was.charCodeAt(0).toString(16)}>>> BDC ${shown} EMC`;
}

function withDigit(
  content: string,
  fonts: ReadonlyMap<string, Letters>,
  text: string,
  at: number,
  digit: string,
  wrap: (shown: string, was: string) => string,
) {
  let letters: Letters = new Map();
  const shown: { readonly letter: string; readonly from: number; readonly letters: Letters }[] = [];
  for (const match of content.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-F]{4})> Tj/g)) {
    if (match[1] !== undefined) letters = fonts.get(match[1]) ?? new Map();
    else shown.push({ letter: letters.get(Number.parseInt(match[2] ?? '', 16)) ?? '', from: match.index + 1, letters });
  }
  const place = shown
    .map(({ letter }) => letter || '\ufffd')
    .join('')
    .indexOf(text);
  const glyph = place < 0 ? undefined : shown[place + at];
  const code = [...(glyph?.letters ?? [])].find(([, letter]) => letter === digit)?.[0];
  if (glyph === undefined || code === undefined) return undefined;
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  const operator = `<${hex}> Tj`;
  return (
    content.slice(0, glyph.from - 1) + wrap(operator, text[at] ?? '') + content.slice(glyph.from - 1 + operator.length)
  );
}

/** A text in the font of the first page that shows all of its letters, written over that page; `marks` stand before and after it. */
export function textOver(document: PDFDocument, text: string, marks: readonly [string, string] = ['', '']): void {
  for (const { node } of document.getPages()) {
    const ref = node.get(PDFName.of('Contents'));
    const stream = node.lookup(PDFName.of('Contents'));
    if (!(stream instanceof PDFRawStream) || !(ref instanceof PDFRef)) continue;
    const written = [...fontsOf(node)].flatMap(([font, letters]) => {
      const codes = [...text].map((letter) => [...letters].find(([, shown]) => shown === letter)?.[0]);
      if (codes.includes(undefined)) return [];
      const hex = codes.map((code) => (code ?? 0).toString(16).padStart(4, '0')).join('');
      return [`\n${marks[0]} q BT /${font} 20 Tf 100 400 Td <${hex}> Tj ET Q ${marks[1]}`];
    })[0];
    if (written === undefined) continue;
    const content = Buffer.from(latin1(unzlibSync(stream.contents)) + written, 'latin1');
    document.context.assign(ref, document.context.flateStream(content));
    return;
  }
  throw new Error(`no page has a font with all letters of “${text}”`);
}

/** A comment that a reader's program shows as text on the last page. */
export function commentOver(document: PDFDocument, text: string): void {
  const { node } = document.getPages().at(-1) ?? document.getPage(0);
  const comment = {
    Type: 'Annot',
    Subtype: 'FreeText',
    Rect: [100, 100, 300, 120],
    Contents: PDFHexString.fromText(text),
  };
  node.set(PDFName.of('Annots'), document.context.obj([document.context.register(document.context.obj(comment))]));
}

function fontsOf(page: PDFDict): ReadonlyMap<string, Letters> {
  const fonts = page.lookup(PDFName.of('Resources'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
  return new Map(
    fonts.keys().map((key) => {
      const table = fonts.lookup(key, PDFDict).lookup(PDFName.of('ToUnicode'));
      const text = table instanceof PDFRawStream ? latin1(unzlibSync(table.contents)) : '';
      return [key.decodeText(), readUnicodeMap(text)];
    }),
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** The text of a file inside, changed. */
export function fileInside(document: PDFDocument, name: string, change: (text: string) => string): void {
  const [specification] = specificationsOf(document).filter((one) => nameOf(one) === name);
  const embedded = specification?.lookup(PDFName.of('EF'), PDFDict);
  const ref = embedded?.get(PDFName.of('UF'));
  const stream = embedded?.lookup(PDFName.of('UF'));
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new Error(`no file “${name}” inside`);
  const before = new TextDecoder().decode(unzlibSync(stream.contents));
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in “${name}”`);
  document.context.assign(ref, packed(document, new TextEncoder().encode(after)));
}

/** Another file, in the list of embedded files. */
export function addFile(document: PDFDocument, name: string, bytes: Uint8Array): void {
  const ref = document.context.register(packed(document, bytes));
  const specification = document.context.obj({ Type: 'Filespec', UF: PDFHexString.fromText(name), EF: { UF: ref } });
  document.catalog.lookup(PDFName.of('AF'), PDFArray).push(document.context.register(specification));
}

/** No file inside any more. */
export function stripFiles(document: PDFDocument): void {
  document.catalog.delete(PDFName.of('AF'));
  document.catalog.delete(PDFName.of('Names'));
}

function packed({ context }: PDFDocument, bytes: Uint8Array): PDFRawStream {
  return context.stream(zlibSync(bytes), { Type: 'EmbeddedFile', Filter: 'FlateDecode' });
}

export function namesInside(document: PDFDocument): string[] {
  return specificationsOf(document).map(nameOf);
}

function specificationsOf(document: PDFDocument): PDFDict[] {
  const files = document.catalog.lookup(PDFName.of('AF'), PDFArray);
  return files.asArray().map((_, place) => files.lookup(place, PDFDict));
}

function nameOf(specification: PDFDict): string {
  return specification.lookup(PDFName.of('UF'), PDFHexString).decodeText();
}
