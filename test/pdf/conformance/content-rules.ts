/** What a finished note draws: tagged or artifact, links, fonts and letters (ISO 14289-1, 7.1, 7.18 and 7.21; ISO 19005-3, 6.2.11 and 6.3). */
import { PDFArray, PDFDict, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { readUnicodeMap } from '../../../src/archive/content/unicode-map.ts';
import {
  dictOf,
  isElement,
  itemsIn,
  listOf,
  marksIn,
  name,
  resolved,
  streamText,
  textOf,
} from '../../archive/open-pdf.ts';
import { type OpenedNote, type Rule, textsWhere } from './opened-note.ts';

const kindOf = (font: PDFDict): string => String(font.get(name('Subtype')));
const nameOf = (font: PDFDict): string => String(font.get(name('BaseFont')));

/** The element to which the parent tree leads from each marked sequence (“page id”) and annotation. */
function parentTree({ document, pages, annotations }: OpenedNote): ReadonlyMap<string, unknown> {
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const numbers = listOf(root.lookupMaybe(name('ParentTree'), PDFDict)?.lookup(name('Nums')));
  const byKey = new Map(numbers.flatMap((key, index) => (index % 2 === 0 ? [[String(key), numbers[index + 1]]] : [])));
  const found = new Map<string, unknown>();
  for (const { ref, node } of pages) {
    const listed = listOf(resolved(document, byKey.get(String(node.get(name('StructParents'))))));
    for (const [id, parent] of listed.entries()) found.set(`${ref} ${id}`, resolved(document, parent));
  }
  for (const { ref, dict } of annotations) {
    found.set(String(ref), resolved(document, byKey.get(String(dict.get(name('StructParent'))))));
  }
  return found;
}

/** Codes that a page shows, by the page's names for the fonts. */
function codesOn(operators: string): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  let codes = new Set<number>();
  // Property lists hold strings too, which are not shown.
  const shown = operators.replace(/<<[^\n]*>>(?= ?(?:BDC|DP))/g, '');
  for (const [, font, hex = ''] of shown.matchAll(/\/(\S+) [-\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font === undefined) for (const code of hex.match(/.{4}/g) ?? []) codes.add(Number.parseInt(code, 16));
    else {
      codes = found.get(font) ?? new Set();
      found.set(font, codes);
    }
  }
  return found;
}

function unmappedOn({ document }: OpenedNote, { node, operators }: OpenedNote['pages'][number]): readonly string[] {
  const fonts = node.lookup(name('Resources'), PDFDict).lookupMaybe(name('Font'), PDFDict);
  return [...codesOn(operators)].flatMap(([font, codes]) => {
    const dict = dictOf(document, fonts?.get(name(font)));
    const table = dict.lookup(name('ToUnicode'));
    const letters = table === undefined ? new Map<number, string>() : readUnicodeMap(streamText(table));
    const isLetter = (code: number) =>
      code !== 0 && /^[^\0\ue000-\uf8ff\ufeff\ufffd-\uffff]+$/.test(letters.get(code) ?? '');
    return [...codes].filter((code) => !isLetter(code)).map((code) => `${nameOf(dict)} shows ${code}`);
  });
}

export const contentRules = {
  'has everything on its pages either in the structure or marked as an artifact, and one inside the other nowhere': (
    note,
  ) => {
    const named = new Map<string, number[]>();
    for (const { type, page, id } of itemsIn(note.tree)) {
      if (type === 'content') named.set(`${page}`, [...(named.get(`${page}`) ?? []), Number(id)]);
    }
    return note.pages.flatMap(({ ref, operators }, index) => {
      const { outside, ids, nested } = marksIn(operators);
      const inTree = (named.get(`${ref}`) ?? []).sort((one, other) => one - other);
      const faults = [...outside.map((line) => `outside: ${line}`), ...nested.map((line) => `nested: ${line}`)];
      if (ids.join() !== inTree.join()) faults.push('what is marked is not what the structure names');
      return faults.map((fault) => `page ${index + 1}: ${fault}`);
    });
  },
  'leads from everything in the structure back to its element': (note) => {
    const tree = parentTree(note);
    return note.elements.flatMap((element) =>
      element.kids.flatMap((item) => {
        if (isElement(item)) return [];
        const key = item.type === 'content' ? `${item.page} ${item.id}` : String(item.id);
        return tree.get(key) === element.dict ? [] : [`${element.type}: ${key}`];
      }),
    );
  },
  'has links that say what they lead to, and stand in the structure': (note) => {
    const links = note.all('Link');
    const objects = (link: (typeof links)[number]) => itemsIn(link).filter(({ type }) => type === 'object');
    const placed = new Set(links.flatMap(objects).map(({ id }) => String(id)));
    const flagOf = (dict: PDFDict) => dict.lookupMaybe(name('F'), PDFNumber)?.asNumber() ?? 0;
    return [
      ...textsWhere(
        links,
        (link) => objects(link).length === 0,
        () => 'a Link without its annotation',
      ),
      ...textsWhere(
        note.annotations,
        ({ ref }) => !placed.has(String(ref)),
        ({ ref }) => `${ref} is not in the structure`,
      ),
      ...textsWhere(
        note.annotations,
        ({ dict }) => textOf(dict.get(name('Contents'))).trim().length < 6,
        ({ ref }) => `${ref} says nothing`,
      ),
      // Printed, and neither hidden nor invisible (ISO 19005-3, 6.3.2).
      ...textsWhere(
        note.annotations,
        ({ dict }) => (flagOf(dict) & 0b100111) !== 0b100,
        ({ ref }) => `${ref} may be hidden`,
      ),
    ];
  },
  'lets the keyboard follow the structure on every page': ({ pages }) =>
    pages.flatMap(({ node }, index) => (String(node.get(name('Tabs'))) === '/S' ? [] : [`page ${index + 1}`])),
  'has every font in the file, and for each the letters that it shows': ({ fonts, document }) =>
    fonts.flatMap((font) => {
      if (kindOf(font) === '/Type0') {
        const descendants = listOf(font.lookup(name('DescendantFonts'))).map((each) => dictOf(document, each));
        const isWhole =
          font.has(name('ToUnicode')) &&
          descendants.length === 1 &&
          /^\/Identity-H$/.test(String(font.get(name('Encoding'))));
        return isWhole ? [] : [`${nameOf(font)} does not say its letters`];
      }
      const descriptor = font.lookupMaybe(name('FontDescriptor'), PDFDict);
      const isEmbedded = ['FontFile2', 'FontFile3'].some((file) => descriptor?.get(name(file)) instanceof PDFRef);
      const isSubset = /^\/[A-Z]{6}\+/.test(nameOf(font));
      return isEmbedded && isSubset && font.lookup(name('W')) instanceof PDFArray
        ? []
        : [`${nameOf(font)} is not in the file`];
    }),
  'has no font that was drawn letter by letter': ({ fonts }) =>
    textsWhere(
      fonts,
      (font) => !['/Type0', '/CIDFontType2', '/CIDFontType0'].includes(kindOf(font)),
      (font) => `${kindOf(font)} ${nameOf(font)}`,
    ),
  'shows no glyph that stands for no letter': (note) => note.pages.flatMap((page) => unmappedOn(note, page)),
} satisfies Record<string, Rule>;
