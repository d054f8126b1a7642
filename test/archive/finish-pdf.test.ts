/** The finished file keeps to what a reader with a screen reader, and an archive, must be able to rely on. */
import { PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { finishPdf } from '../../src/archive/finish-pdf.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { job } from '../publish/pages.ts';
import { md5 } from './digest.ts';
import {
  attributeOf,
  contentsOf,
  dictOf,
  elementsIn,
  isElement,
  itemsIn,
  listOf,
  marksIn,
  name,
  type OpenElement,
  openPdf,
  resolved,
  structureOf,
  textOf,
} from './open-pdf.ts';
import { facts, hostilePage } from './pages.ts';

let before: PDFDocument;
let after: PDFDocument;
let tree: OpenElement;

beforeAll(async () => {
  const printed = await withPrinter({}, async ({ print }) => (await print(hostilePage)).pdf);
  before = await openPdf(printed);
  after = await openPdf(finishPdf(printed, facts, md5));
  tree = structureOf(after);
});

const all = (...types: string[]) => elementsIn(tree).filter(({ type }) => types.includes(type));

describe('what is drawn', () => {
  test('stays as Chromium drew it, apart from the tags round it', () => {
    const drawn = (document: PDFDocument) =>
      contentsOf(document).map((page) => page.replace(tags, '').replace(/\s+/g, ' '));
    expect(drawn(after)).toEqual(drawn(before));
    expect(contentsOf(after)).not.toEqual(contentsOf(before));
  });

  test('is either content that the structure tree names or an artifact', () => {
    const named = new Map<string, Set<number>>();
    for (const { type, page, id } of itemsIn(tree)) {
      if (type === 'content') named.set(`${page}`, (named.get(`${page}`) ?? new Set()).add(Number(id)));
    }
    for (const page of after.getPages()) {
      const { outside, ids } = marksIn(contentsOf(after)[after.getPages().indexOf(page)] ?? '');
      expect(outside).toEqual([]);
      expect(ids).toEqual([...(named.get(`${page.ref}`) ?? [])].sort((a, b) => a - b));
    }
  });

  test('leads from each marked sequence to its element by the parent tree', () => {
    const numbers = listOf(
      after.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict).lookup(name('Nums')),
    );
    const parents = new Map(
      numbers.flatMap((key, index) => (index % 2 === 0 ? [[String(key), numbers[index + 1]]] : [])),
    );
    for (const element of elementsIn(tree)) {
      for (const item of element.kids) {
        if (isElement(item)) continue;
        const isContent = item.type === 'content';
        const owner = dictOf(after, isContent ? item.page : item.id);
        const parent = parents.get(String(owner.get(name(isContent ? 'StructParents' : 'StructParent'))));
        const ref = isContent ? listOf(resolved(after, parent))[Number(item.id)] : parent;
        expect(dictOf(after, ref)).toBe(element.dict);
      }
    }
  });

  test('has only fonts that are in the file and say which letters they show', () => {
    const fonts = after.context.enumerateIndirectObjects().map(([, object]) => object);
    const dicts = fonts.filter((object) => object instanceof PDFDict && object.get(name('Type')) === name('Font'));
    for (const font of dicts.filter((object) => object instanceof PDFDict)) {
      const subtype = String(font.get(name('Subtype')));
      if (subtype === '/CIDFontType2') {
        expect(font.lookup(name('FontDescriptor'), PDFDict).has(name('FontFile2'))).toBe(true);
      } else expect(font.has(name('ToUnicode'))).toBe(true);
    }
  });
});

describe('the structure', () => {
  test('knows no type that PDF 1.7 does not, or says what it stands for', () => {
    const roles = after.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict);
    expect(String(roles.get(name('Strong')))).toBe('/Span');
    expect(String(roles.get(name('Em')))).toBe('/Span');
    expect(String(roles.get(name('Aside')))).toBe('/Div');
  });

  test('has headings without gaps, the title first', () => {
    const levels = all('H1', 'H2', 'H3', 'H4').map(({ type }) => Number(type.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  });

  test('has a list of contents whose items are references', () => {
    expect(all('TOC')).toHaveLength(1);
    for (const entry of all('TOC').flatMap(({ kids }) => kids)) {
      expect(isElement(entry) && entry.type).toBe('TOCI');
      expect(isElement(entry) && entry.kids.map(({ type }) => type)).toEqual(['Reference']);
    }
  });

  test('has list items of a label and a body, and the numbers of ordered lists in the labels', () => {
    for (const item of all('LI')) expect(item.kids.map(({ type }) => type).join(' ')).toMatch(/^(Lbl )?LBody$/);
    expect(all('Lbl')).toHaveLength(3);
    const numbered = all('L').filter((list) => attributeOf(list, 'ListNumbering') !== undefined);
    expect(numbered.map((list) => String(attributeOf(list, 'ListNumbering')))).toEqual(['/Decimal', '/Decimal']);
  });

  test('has tables whose rows all have as many cells, with empty ones where nothing stands', () => {
    for (const table of all('Table')) {
      const rows = elementsIn(table).filter(({ type }) => type === 'TR');
      const widths = rows.map((row) =>
        row.kids.filter(isElement).reduce((sum, cell) => sum + Number(attributeOf(cell, 'ColSpan') ?? 1), 0),
      );
      expect(new Set(widths).size).toBe(1);
    }
    const [, ...rows] = elementsIn(all('Table')[0] ?? tree).filter(({ type }) => type === 'TR');
    // Row 3 has nothing in its first year.
    expect(rows[3]?.kids.map((cell) => (isElement(cell) ? itemsIn(cell).length : 0))).toEqual([1, 0, 1]);
  });

  test('has table heads with a scope, and cells that name heads which exist', () => {
    const ids = new Set(elementsIn(tree).map(({ dict }) => textOf(dict.get(name('ID')))));
    for (const head of all('TH')) expect(String(attributeOf(head, 'Scope'))).toMatch(/^\/(Row|Column)$/);
    const named = all('TD', 'TH').flatMap((cell) => listOf(attributeOf(cell, 'Headers')).map(textOf));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('names the head of a table once, on however many pages it stands', () => {
    for (const head of all('TH')) expect(new Set(itemsIn(head).map(({ page }) => page)).size).toBeLessThanOrEqual(1);
  });

  test('has figures with one alternate text', () => {
    expect(all('Figure').map(({ dict }) => textOf(dict.get(name('Alt'))))).toEqual(['To søjler: 1 og 2.']);
  });
});

describe('links and bookmarks', () => {
  test('every link says what it leads to and has its place in the structure', () => {
    const placed = new Set(
      all('Link')
        .flatMap(itemsIn)
        .filter(({ type }) => type === 'object')
        .map(({ id }) => String(id)),
    );
    const links = after.getPages().flatMap(({ node }) => listOf(node.lookup(name('Annots'))));
    expect(links.filter((link) => !placed.has(String(link)))).toEqual([]);
    const said = links.map((link) => textOf(dictOf(after, link).get(name('Contents'))));
    expect([...new Set(said)]).toEqual([
      'Link til 1 Om indsatsen 2',
      'Link til 2 Tabeller og figurer 4',
      'Link til tabellen',
      'Link til https://example.invalid/a?b=1&c=%20d',
      'Link til nogen@example.invalid',
      'Link til Kun et link',
    ]);
  });

  test('pages with links are read in the order of the structure', () => {
    for (const { node } of after.getPages()) expect(String(node.get(name('Tabs')))).toBe('/S');
  });

  test('bookmarks say what the headings say, once and with the spaces between lines', () => {
    const titles: string[] = [];
    const walk = (ref: unknown): void => {
      const bookmark = ref instanceof PDFRef ? after.context.lookup(ref, PDFDict) : undefined;
      if (bookmark === undefined) return;
      titles.push(textOf(bookmark.get(PDFName.Title)));
      walk(bookmark.get(name('First')));
      walk(bookmark.get(name('Next')));
    };
    walk(after.catalog.lookup(name('Outlines'), PDFDict).get(name('First')));
    expect(titles).toEqual([
      'Prøve på en meget lang titel, der brydes over to linjer, fordi den er så lang',
      'Indhold',
      'Om indsatsen',
      'Lister',
      'Tabeller og figurer',
      'Andet',
    ]);
  });
});

test('a character that no font has is refused with the page and the words it stands in', async () => {
  const html = '<h1>A</h1><p>Før.</p><p>Bevist \u220e i går</p>';
  const printed = await withPrinter({}, async ({ print }) => (await print(job(html))).pdf);
  const message = expect.stringMatching(
    / has a character on page 1 that none of its fonts can show, in “Bevist .*i går”$/,
  );
  expect(() => finishPdf(printed, facts, md5)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'glyph-missing', message })] }),
  );
});

test('half-transparent text is refused, since the structure tree cannot name it', async () => {
  const html = '<h1>A</h1><p style="opacity: 0.5">Halvt</p>';
  const printed = await withPrinter({}, async ({ print }) => (await print(job(html))).pdf);
  expect(() => finishPdf(printed, facts, md5)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'not-supported' })] }),
  );
});

test('text from the style sheet is read where it stands', async () => {
  const head =
    '<style>h2::before { content: "§ " } p::after { content: " slut" } li::marker { content: "– " } h2 { break-before: auto }</style>';
  const html = '<h1>A</h1><h2>Et</h2><p>Tekst</p><ul><li>Punkt</li></ul>';
  const printed = await withPrinter({}, async ({ print }) => (await print(job(html, { head }))).pdf);
  const structure = structureOf(await openPdf(finishPdf(printed, facts, md5)));
  const shape = elementsIn(structure).map(
    ({ type, kids }) => `${type} ${kids.filter((kid) => !isElement(kid)).length}`,
  );
  expect(shape).toEqual(['Document 0', 'H1 1', 'H2 2', 'P 2', 'L 0', 'LI 0', 'Lbl 1', 'LBody 1']);
});

const tags = /\/[A-Za-z0-9]+ ?<<\/(?:MCID \d+ ?|Type \/[A-Za-z]+)>> ?BDC|EMC/g;
