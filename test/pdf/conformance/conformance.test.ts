/** Every finished note keeps to each requirement of PDF/UA-1 and PDF/A-3a that can be seen without a validator; and each rule can fail. */
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Work } from '../../../src/archive/finish-pdf.ts';
import { elementsOf, type StructureElement } from '../../../src/archive/structure/structure.ts';
import { contentRules } from './content-rules.ts';
import { documentRules } from './document-rules.ts';
import {
  finish,
  finishWrongly,
  hostile,
  type NoteName,
  noteNames,
  type PrintedNote,
  printNotes,
  type Spoil,
} from './notes.ts';
import { type OpenedNote, openNote, type Rule } from './opened-note.ts';
import { structureRules } from './structure-rules.ts';

const rules = { ...documentRules, ...structureRules, ...contentRules };
type RuleName = keyof typeof rules;
const ruleNames = Object.keys(rules) as RuleName[];

let printed: ReadonlyMap<NoteName, PrintedNote>;
const opened = new Map<NoteName, OpenedNote>();

beforeAll(async () => {
  printed = await printNotes();
  for (const [name, note] of printed) opened.set(name, await openNote(finish(note)));
});

function given<T>(notes: ReadonlyMap<NoteName, T>, name: NoteName): T {
  const note = notes.get(name);
  if (note === undefined) throw new Error(`${name} was not printed`);
  return note;
}

/** The page with all that HTML can bring has only one of the fonts that it asks for: Chromium makes the others up. */
const madeUp: readonly RuleName[] = [
  'has every font in the file, and for each the letters that it shows',
  'has no font that was drawn letter by letter',
];

describe.each(noteNames)('%s', (name) => {
  test.each(ruleNames)('%s', (rule) => {
    const check: Rule = rules[rule];
    if (name === hostile && madeUp.includes(rule)) {
      expect(check(given(opened, name)).join()).toMatch(/is not in the file|Type3/);
      return;
    }
    expect(check(given(opened, name))).toEqual([]);
  });
});

describe('the notes have what the rules are about', () => {
  const counts = {
    Table: 14,
    Figure: 4,
    LI: 8,
    TOC: 4,
    Note: 4,
    Reference: 40,
    Link: 40,
    H3: 4,
    BlockQuote: 1,
    Lbl: 4,
  };
  test.each(Object.entries(counts))('%s: at least %i', (type, least) => {
    const note = given(opened, 'the note with notes, boxes and lists');
    expect(note.all(type).length).toBeGreaterThanOrEqual(least);
  });
});

const first = ({ structure }: Work, type: string): StructureElement => {
  const found = [...elementsOf(structure.document)].find((element) => element.type === type);
  if (found === undefined) throw new Error(`there is no ${type}`);
  return found;
};
function every({ structure }: Work, type: string, change: (element: StructureElement) => void): void {
  for (const element of elementsOf(structure.document)) if (element.type === type) change(element);
}
const inStructure = (change: (work: Work) => void): Spoil => ({ before: 'write structure', change });
const fontsIn = ({ pdf }: Work): PDFDict[] =>
  pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, dict]) =>
      dict instanceof PDFDict && dict.get(PDFName.of('Type')) === PDFName.of('Font') ? [dict] : [],
    );
const inFonts = (change: (font: PDFDict, work: Work) => void): Spoil => ({
  change: (work) => {
    for (const font of fontsIn(work)) change(font, work);
  },
});

/** Ways to finish a note wrongly that the rule must see. */
const spoils: Readonly<Record<RuleName, readonly Spoil[]>> = {
  'says its language, in the catalog and in the metadata': [
    { without: 'add metadata' },
    { change: ({ pdf }) => pdf.catalog.delete(PDFName.of('Lang')) },
    { change: ({ pdf }) => pdf.catalog.set(PDFName.of('Lang'), PDFString.of('en')) },
  ],
  'has a title, and shows it instead of the name of the file': [
    { without: 'add metadata' },
    { change: ({ pdf }) => pdf.catalog.delete(PDFName.of('ViewerPreferences')) },
  ],
  'says in its metadata that it keeps to PDF/UA-1 and PDF/A-3a': [
    { without: 'add metadata' },
    { change: ({ pdf }) => pdf.catalog.delete(PDFName.of('MarkInfo')) },
    { rewrite: (file) => file.replace('<pdfaid:conformance>A<', '<pdfaid:conformance>B<') },
  ],
  'says that its colours are sRGB, with the profile in the file': [{ without: 'add output intent' }],
  'uses no colours but those of its output intent': [
    {
      change: ({ pages: [page] }) => {
        page?.stream.updateContents(zlibSync(new TextEncoder().encode('q\n0 0 0 1 k\nQ\n')));
      },
    },
  ],
  'has an identifier of two parts': [{ rewrite: (file) => file.replace('/ID [<', '/IX [<') }],
  'gives each file it carries a name, a kind, what it is to the note, and a place in the catalog': [
    { without: 'attach files' },
    { change: ({ pdf }) => pdf.catalog.delete(PDFName.of('Names')) },
  ],
  'starts nothing when it is opened or read: no script, no action but a link to an address': [
    { change: ({ pdf }) => pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'JavaScript' })) },
  ],
  'has only types of structure that PDF 1.7 knows, or says what they stand for': [{ without: 'map roles' }],
  'has one title, and headings that leave out no level': [
    inStructure((work) => Object.assign(first(work, 'H2'), { type: 'H3' })),
    inStructure((work) => Object.assign(first(work, 'H2'), { type: 'H1' })),
  ],
  'has tables with heads, their scope, cells that name their heads, and rows of the same length': [
    { without: 'complete tables' },
    inStructure((work) => first(work, 'TH').dict.delete(PDFName.of('A'))),
    inStructure((work) => every(work, 'TH', ({ dict }) => dict.delete(PDFName.of('ID')))),
  ],
  'has figures with a text alternative, exactly once': [
    inStructure((work) => first(work, 'Figure').dict.delete(PDFName.of('Alt'))),
    inStructure((work) => first(work, 'Document').dict.set(PDFName.of('Alt'), PDFString.of('again'))),
    inStructure((work) => Object.assign(first(work, 'Figure'), { kids: [] })),
  ],
  'says where each figure stands on its page': [{ without: 'tag drawings' }],
  'has lists of items, each with a body, and says how numbered ones are numbered': [
    { without: 'complete lists' },
    inStructure((work) => every(work, 'L', ({ dict }) => dict.delete(PDFName.of('A')))),
  ],
  'has a contents list of entries that refer to what is in the note': [
    { without: 'name contents' },
    { change: ({ pdf }) => pdf.catalog.set(PDFName.of('Dests'), pdf.context.obj({})) },
  ],
  'has notes with a name of their own, and references that lead there and back': [
    { without: 'name notes' },
    inStructure((work) => first(work, 'Note').dict.delete(PDFName.of('ID'))),
    inStructure((work) => Object.assign(first(work, 'Note'), { kids: [] })),
  ],
  'has a bookmark for every heading': [{ change: ({ pdf }) => pdf.catalog.delete(PDFName.of('Outlines')) }],
  'has everything on its pages either in the structure or marked as an artifact, and one inside the other nowhere': [
    { without: 'mark artifacts' },
    inStructure((work) => Object.assign(first(work, 'P'), { kids: [] })),
  ],
  'leads from everything in the structure back to its element': [
    { change: ({ structure }) => structure.root.delete(PDFName.of('ParentTree')) },
  ],
  'has links that say what they lead to, and stand in the structure': [
    { without: 'describe links' },
    inStructure((work) => {
      const link = first(work, 'Link');
      link.kids = link.kids.filter(({ kind }) => kind !== 'object');
    }),
  ],
  'lets the keyboard follow the structure on every page': [
    { change: ({ pages }) => pages[0]?.page.delete(PDFName.of('Tabs')) },
  ],
  'has every font in the file, and for each the letters that it shows': [
    inFonts((font) => font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)?.delete(PDFName.of('FontFile2'))),
    inFonts((font) => font.delete(PDFName.of('ToUnicode'))),
  ],
  'has no font that was drawn letter by letter': [
    inFonts((font) => {
      if (font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray))
        font.set(PDFName.of('Subtype'), PDFName.of('Type3'));
    }),
  ],
  'shows no glyph that stands for no letter': [
    inFonts((font) => {
      const table = font.lookup(PDFName.of('ToUnicode'));
      if (table instanceof PDFRawStream) table.updateContents(zlibSync(new Uint8Array(1)));
    }),
    inFonts((font) => font.delete(PDFName.of('ToUnicode'))),
  ],
};

describe('each rule sees a note that was finished wrongly', () => {
  const cases = ruleNames.flatMap((rule) => spoils[rule].map((spoil, index) => ({ rule, spoil, index })));
  test.each(cases)('not so, $index: $rule', async ({ rule, spoil }) => {
    const wrong = finishWrongly(given(printed, 'the note with notes, boxes and lists'), spoil);
    const check: Rule = rules[rule];
    expect(check(await openNote(wrong))).not.toEqual([]);
  });
});
