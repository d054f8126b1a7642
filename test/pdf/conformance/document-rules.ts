/** What a finished note says of itself: language, title, standards, colours, identifier, files (ISO 14289-1, 5 to 7.2; ISO 19005-3, 6.1 to 6.8). */
import { PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { create } from 'xmlbuilder2';
import { dictOf, listOf, name, resolved, streamBytes, textOf } from '../../archive/open-pdf.ts';
import type { OpenedNote, Rule } from './opened-note.ts';

const dublinCore = 'http://purl.org/dc/elements/1.1/';
const archiveId = 'http://www.aiim.org/pdfa/ns/id/';
const accessibleId = 'http://www.aiim.org/pdfua/ns/id/';
const extension = 'http://www.aiim.org/pdfa/ns/extension/';

/** Texts of the elements of a name in the metadata; a packet that is no XML throws. */
function said({ xmp }: OpenedNote, namespace: string, local: string): readonly string[] {
  if (xmp === '') return [];
  const document = create(xmp).doc().node as unknown as XmlDocument;
  return [...document.getElementsByTagNameNS(namespace, local)].map(({ textContent }) => (textContent ?? '').trim());
}

/** What is used of the document that the library makes. */
interface XmlDocument {
  getElementsByTagNameNS(namespace: string, local: string): Iterable<{ readonly textContent: string | null }>;
}

function unless(isRight: boolean, fault: string): string[] {
  return isRight ? [] : [fault];
}

export const documentRules = {
  'says its language, in the catalog and in the metadata': (note) => {
    const language = textOf(note.document.catalog.get(name('Lang')));
    return [
      ...unless(/^[a-z]{2}(?:-|$)/.test(language), `the language is “${language}”`),
      ...unless(said(note, dublinCore, 'language').join() === language, 'the metadata name another language'),
    ];
  },
  'has a title, and shows it instead of the name of the file': (note) => {
    const title = note.document.getTitle() ?? '';
    const preferences = note.document.catalog.lookupMaybe(name('ViewerPreferences'), PDFDict);
    return [
      ...unless(title !== '', 'there is no title'),
      ...unless(
        said(note, dublinCore, 'title').some((each) => each.includes(title)),
        'the metadata have another title',
      ),
      ...unless(String(preferences?.get(name('DisplayDocTitle'))) === 'true', 'the title is not shown'),
    ];
  },
  'says in its metadata that it keeps to PDF/UA-1 and PDF/A-3a': (note) => [
    ...unless(said(note, accessibleId, 'part').join() === '1', 'pdfuaid:part is not 1'),
    ...unless(said(note, archiveId, 'part').join() === '3', 'pdfaid:part is not 3'),
    ...unless(said(note, archiveId, 'conformance').join() === 'A', 'pdfaid:conformance is not A'),
    ...unless(said(note, extension, 'schemas').length === 1, 'pdfuaid is not described, as PDF/A asks'),
    ...unless(
      String(note.document.catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.get(name('Marked'))) === 'true',
      'it is not marked',
    ),
  ],
  'says that its colours are sRGB, with the profile in the file': ({ document }) => {
    const intents = listOf(document.catalog.lookup(name('OutputIntents'))).map((each) => dictOf(document, each));
    if (intents.length !== 1) return [`there are ${intents.length} output intents`];
    const [intent] = intents;
    const profile = resolved(document, intent?.get(name('DestOutputProfile')));
    if (!(profile instanceof PDFRawStream)) return ['the output intent has no profile'];
    const head = new TextDecoder('latin1').decode(streamBytes(profile).subarray(0, 40));
    return [
      ...unless(String(intent?.get(name('S'))) === '/GTS_PDFA1', 'the output intent is of another kind'),
      ...unless(
        textOf(intent?.get(name('OutputConditionIdentifier'))).includes('sRGB'),
        'the colours are not named sRGB',
      ),
      ...unless(profile.dict.lookup(name('N'), PDFNumber).asNumber() === 3, 'the profile has not three channels'),
      ...unless(head.slice(16, 20) === 'RGB ' && head.slice(36, 40) === 'acsp', 'the profile is no RGB profile'),
    ];
  },
  'uses no colours but those of its output intent': ({ pages }) =>
    pages.flatMap(({ operators }, index) => {
      const other = /^.*\s(?:k|K|cs|CS|scn|SCN|ri)$/m.exec(
        operators.replace(/^\/Pattern \w+$|^.*\/P\d+ (?:scn|SCN)$/gm, ''),
      );
      return other === null ? [] : [`page ${index + 1}: ${other[0]}`];
    }),
  'has an identifier of two parts': ({ document }) => {
    const id = listOf(resolved(document, document.context.trailerInfo.ID)).map(String);
    return unless(
      id.length === 2 && id.every((part) => /^<[0-9a-f]{32}>$/i.test(part)),
      `the identifier is ${id.join(' ')}`,
    );
  },
  'gives each file it carries a name, a kind, what it is to the note, and a place in the catalog': ({ document }) => {
    const names = document.catalog.lookupMaybe(name('Names'), PDFDict)?.lookupMaybe(name('EmbeddedFiles'), PDFDict);
    const listed = listOf(names?.lookup(name('Names')))
      .filter((_, index) => index % 2 === 1)
      .map(String);
    const associated = listOf(document.catalog.lookup(name('AF')));
    const faults = associated.flatMap((file) => {
      const dict = dictOf(document, file);
      const label = textOf(dict.get(name('UF')));
      const stream = resolved(document, dict.lookupMaybe(name('EF'), PDFDict)?.get(name('F')));
      return [
        ...unless(label !== '' && textOf(dict.get(name('F'))) === label, `“${label}” has not one name`),
        ...unless(
          /^\/(?:Source|Data|Supplement)$/.test(String(dict.get(name('AFRelationship')))),
          `“${label}” is nothing to the note`,
        ),
        ...unless(
          stream instanceof PDFRawStream && stream.dict.get(name('Subtype')) instanceof PDFName,
          `“${label}” is of no kind`,
        ),
        ...unless(listed.includes(String(file)), `“${label}” is not listed`),
      ];
    });
    return [...unless(associated.length > 0 && associated.length === listed.length, 'files are missing'), ...faults];
  },
  'starts nothing when it is opened or read: no script, no action but a link to an address': ({
    document,
    annotations,
  }) => {
    const atOpening = ['OpenAction', 'AA', 'AcroForm'].filter((key) => document.catalog.has(name(key)));
    const actions = annotations.map(({ dict }) => dict.lookupMaybe(name('A'), PDFDict)?.get(name('S')));
    return [...atOpening, ...actions.filter((kind) => kind !== undefined && kind !== PDFName.of('URI')).map(String)];
  },
} satisfies Record<string, Rule>;
