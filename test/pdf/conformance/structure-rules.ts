/** How a finished note is put together: headings, lists, tables, figures, contents, notes (ISO 14289-1, 7.1 to 7.9; ISO 32000-1, 14.8.4). */
import { PDFArray, PDFDict, PDFNumber } from '@cantoo/pdf-lib';
import {
  attributeOf,
  elementsIn,
  isElement,
  itemsIn,
  listOf,
  name,
  type OpenElement,
  textOf,
} from '../../archive/open-pdf.ts';
import { ancestorsOf, type OpenedNote, type Rule, textsWhere } from './opened-note.ts';

const standardTypes = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H1 H2 H3 H4 H5 H6',
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form',
  ].flatMap((types) => types.split(' ')),
);

const kidsOf = ({ kids }: OpenElement): string => kids.map(({ type }) => type).join(' ');
const altOf = ({ dict }: OpenElement): string => textOf(dict.get(name('Alt')));
const idOf = ({ dict }: OpenElement): string => textOf(dict.get(name('ID')));
const spanOf = (cell: OpenElement): number => Number(attributeOf(cell, 'ColSpan') ?? 1);

/** The name of the place that a link within the note leads to. */
function placeOf({ document }: OpenedNote, link: OpenElement): string | undefined {
  const [annotation] = itemsIn(link).filter(({ type }) => type === 'object');
  const dict = annotation === undefined ? undefined : document.context.lookup(annotation.id as never, PDFDict);
  const place = dict?.get(name('Dest'));
  return place === undefined ? undefined : String(place).slice(1);
}

function tableFaults(table: OpenElement): readonly string[] {
  const parts = elementsIn(table);
  const heads = parts.filter(({ type }) => type === 'TH');
  const ids = new Set(heads.map(idOf));
  const rows = parts.filter(({ type }) => type === 'TR');
  const widths = new Set(rows.map((row) => row.kids.filter(isElement).reduce((sum, cell) => sum + spanOf(cell), 0)));
  const cells = parts.filter(({ type, kids }) => type === 'TD' && kids.length > 0);
  const named = (cell: OpenElement) => listOf(attributeOf(cell, 'Headers')).map(textOf);
  return [
    ...(heads.length === 0 ? ['a table without heads'] : []),
    ...(widths.size === 1 ? [] : [`rows of ${[...widths].join(', ')} cells`]),
    ...textsWhere(
      heads,
      (head) => !/^\/(?:Row|Column|Both)$/.test(String(attributeOf(head, 'Scope'))),
      () => 'a head without scope',
    ),
    ...textsWhere(
      cells,
      (cell) => named(cell).length === 0,
      () => 'a cell that names no head',
    ),
    ...cells.flatMap(named).filter((id) => !ids.has(id)),
    ...groupFaults(rows, named),
  ];
}

/** Under a head over the whole table, until the next of its kind, a cell names that one too. */
function groupFaults(rows: readonly OpenElement[], named: (cell: OpenElement) => readonly string[]): readonly string[] {
  let group: string | undefined;
  return rows.flatMap((row) => {
    const cells = row.kids.filter(isElement).filter(({ kids }) => kids.length > 0);
    const [first] = cells;
    if (first?.type === 'TH' && cells.length === 1 && spanOf(first) > 1) group = idOf(first);
    else if (group !== undefined) {
      const head = group;
      return cells.filter((cell) => !named(cell).includes(head)).map(() => 'a cell that does not name its group');
    }
    return [];
  });
}

function figureFaults(note: OpenedNote, figure: OpenElement): readonly string[] {
  const beside = [...ancestorsOf(note, figure), ...elementsIn(figure).slice(1)].filter((other) => altOf(other) !== '');
  return [
    ...(altOf(figure).trim() === '' ? ['a figure without text'] : []),
    ...beside.map(({ type }) => `the text of a figure again in ${type}`),
    ...(elementsIn(figure).some((inner) => inner !== figure && inner.type === 'Figure')
      ? ['a figure in a figure']
      : []),
    ...(itemsIn(figure).length === 0 ? ['a figure with nothing in it'] : []),
  ];
}

/** A box on the page that is not the page. */
function boxFaults({ pages }: OpenedNote, figure: OpenElement): readonly string[] {
  const box = attributeOf(figure, 'BBox');
  if (!(box instanceof PDFArray)) return ['a figure without a box'];
  const [left = 0, bottom = 0, right = 0, top = 0] = box
    .asArray()
    .map((side) => (side instanceof PDFNumber ? side.asNumber() : Number.NaN));
  const page = pages.find(({ ref }) => ref === itemsIn(figure)[0]?.page);
  const isInside = left >= 0 && bottom >= 0 && right <= 596 && top <= 842;
  const isSized = right - left > 10 && top - bottom > 10 && (right - left) * (top - bottom) < 400_000;
  return page !== undefined && isInside && isSized ? [] : [`a figure with the box ${box}`];
}

export const structureRules = {
  'has only types of structure that PDF 1.7 knows, or says what they stand for': ({ document, elements }) => {
    const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
    const roles = root.lookupMaybe(name('RoleMap'), PDFDict);
    const types = [...new Set(elements.map(({ type }) => type))].filter((type) => !standardTypes.has(type));
    return types.filter((type) => !standardTypes.has(String(roles?.get(name(type))).slice(1)));
  },
  'has one title, and headings that leave out no level': ({ elements }) => {
    const levels = elements.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type.slice(1))] : []));
    const gaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    return [
      ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one title']),
      ...gaps.map((level) => `H${level}`),
    ];
  },
  'has tables with heads, their scope, cells that name their heads, and rows of the same length': ({ all }) =>
    all('Table').flatMap(tableFaults),
  'has figures with a text alternative, exactly once': (note) =>
    note.all('Figure').flatMap((figure) => figureFaults(note, figure)),
  'says where each figure stands on its page': (note) =>
    note.all('Figure').flatMap((figure) => boxFaults(note, figure)),
  'has lists of items, each with a body, and says how numbered ones are numbered': ({ all }) => [
    ...textsWhere(
      all('L'),
      (list) => !/^(?:Caption )?LI(?: LI)*$/.test(kidsOf(list)),
      (list) => `L: ${kidsOf(list)}`,
    ),
    ...textsWhere(
      all('LI'),
      (item) => !/^(?:Lbl )?LBody$/.test(kidsOf(item)),
      (item) => `LI: ${kidsOf(item)}`,
    ),
    ...textsWhere(
      all('L'),
      (list) =>
        list.kids.some((item) => isElement(item) && kidsOf(item).startsWith('Lbl')) &&
        attributeOf(list, 'ListNumbering') === undefined,
      () => 'labels without a numbering',
    ),
  ],
  'has a contents list of entries that refer to what is in the note': (note) => {
    const entries = note.all('TOC').flatMap(({ kids }) => kids.filter(isElement));
    const places = note.document.catalog.lookup(name('Dests'), PDFDict);
    const links = entries.flatMap(elementsIn).filter(({ type }) => type === 'Link');
    return [
      ...(note.all('TOC').length === 0 && note.all('H2').length > 1 ? ['no contents list'] : []),
      ...textsWhere(
        entries,
        (entry) => entry.type !== 'TOCI' || kidsOf(entry) !== 'Reference',
        ({ type }) => `an entry that is ${type}`,
      ),
      ...links.map((link) => placeOf(note, link) ?? '').filter((place) => !places.has(name(place))),
    ];
  },
  'has notes with a name of their own, and references that lead there and back': (note) => {
    const inside = note
      .all('Link')
      .flatMap((link) => (placeOf(note, link) === undefined ? [] : [{ link, place: placeOf(note, link) ?? '' }]));
    const notes = note.all('Note');
    const ids = notes.map(idOf);
    const led = new Set(inside.map(({ place }) => place));
    const wanted = [...led].filter((place) => /^(?:k\d+-)?note-\d+$/.test(place));
    const back = notes.filter((each) =>
      elementsIn(each).some((link) => /^(?:k\d+-)?note-\d+-ref/.test(placeOf(note, link) ?? '')),
    );
    return [
      ...(notes.length === wanted.length ? [] : [`${notes.length} notes, ${wanted.length} that are referred to`]),
      ...(new Set(ids).size === notes.length && !ids.includes('') ? [] : ['notes without a name of their own']),
      ...(back.length === notes.length ? [] : ['notes that lead nowhere']),
      ...textsWhere(
        inside,
        ({ link }) => note.parents.get(link)?.type !== 'Reference',
        ({ place }) => `no Reference round the link to ${place}`,
      ),
    ];
  },
  'has a bookmark for every heading': ({ document, all }) => {
    const seen: string[] = [];
    const walk = (ref: unknown): void => {
      const bookmark = document.context.lookupMaybe(ref as never, PDFDict);
      if (bookmark === undefined) return;
      seen.push(textOf(bookmark.get(name('Title'))));
      walk(bookmark.get(name('First')));
      walk(bookmark.get(name('Next')));
    };
    walk(document.catalog.lookupMaybe(name('Outlines'), PDFDict)?.get(name('First')));
    const headings = all('H1', 'H2', 'H3', 'H4', 'H5', 'H6').length;
    return seen.length === headings && !seen.includes('')
      ? []
      : [`${headings} headings, bookmarks: ${seen.join(' | ')}`];
  },
} satisfies Record<string, Rule>;
