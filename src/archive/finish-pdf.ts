/**
 * Chromium's PDF → one that is accessible (PDF/UA-1, ISO 14289-1), can be kept (PDF/A-3a, ISO 19005-3), carries what it was made from,
 * and has the same bytes whenever the same page is printed. Each step is named after what it meets. Pure.
 */
import { markArtifacts } from './content/mark-artifacts.ts';
import { TextReader } from './content/marked-text.ts';
import { type PageContent, readPages } from './content/page-content.ts';
import { refuseMissingGlyphs } from './content/refuse-missing-glyphs.ts';
import { tagDrawings } from './content/tag-drawings.ts';
import { tagLooseText } from './content/tag-loose-text.ts';
import { addMetadata } from './document/add-metadata.ts';
import { addOutputIntent } from './document/add-output-intent.ts';
import { attachFiles } from './document/attach-files.ts';
import type { Digest, DocumentFacts } from './facts.ts';
import { type PdfFile, readPdf } from './pdf-file.ts';
import { completeLists } from './structure/complete-lists.ts';
import { completeTables } from './structure/complete-tables.ts';
import { describeLinks } from './structure/describe-links.ts';
import { flattenFigures } from './structure/flatten-figures.ts';
import { mapRoles } from './structure/map-roles.ts';
import { nameContents } from './structure/name-contents.ts';
import { nameGroups } from './structure/name-groups.ts';
import { nameNotes } from './structure/name-notes.ts';
import { renumberIds } from './structure/renumber-ids.ts';
import { readStructure, type Structure } from './structure/structure.ts';
import { titleOutline } from './structure/title-outline.ts';
import { unwrapText } from './structure/unwrap-text.ts';
import { writeStructure } from './structure/write-structure.ts';
import { writePdf } from './write-pdf.ts';

/** A file under way: what was printed, taken apart so that the steps can change it. */
export interface Work {
  readonly pdf: PdfFile;
  readonly structure: Structure;
  readonly pages: readonly PageContent[];
  readonly text: TextReader;
  readonly facts: DocumentFacts;
  readonly digest: Digest;
}

/** In this order: later ones rest on earlier ones. By name, so that what each costs can be told (`npm run bench`). */
export const steps: readonly (readonly [name: string, step: (work: Work) => void])[] = [
  ['refuse missing glyphs', ({ pages, text, facts }) => refuseMissingGlyphs(pages, text, facts.title)],
  ['flatten figures', ({ structure }) => flattenFigures(structure)],
  ['tag drawings', ({ pdf, structure, pages }) => tagDrawings(pdf, structure, pages)],
  ['tag loose text', ({ pdf, structure, pages }) => tagLooseText(pdf, structure, pages)],
  ['mark artifacts', ({ structure, pages, text }) => markArtifacts(structure, pages, text)],
  ['name contents', ({ pdf, structure }) => nameContents(pdf, structure)],
  ['complete lists', ({ pdf, structure, text }) => completeLists(pdf, structure, text)],
  ['name notes', ({ pdf, structure }) => nameNotes(pdf, structure)],
  ['complete tables', ({ pdf, structure }) => completeTables(pdf, structure)],
  ['name groups', ({ pdf, structure }) => nameGroups(pdf, structure)],
  ['unwrap text', ({ structure }) => unwrapText(structure)],
  ['title outline', ({ pdf, structure, text }) => titleOutline(pdf, structure, text)],
  ['describe links', ({ pdf, structure, text, facts }) => describeLinks(pdf, structure, text, facts.labels)],
  ['map roles', ({ pdf, structure }) => mapRoles(pdf, structure)],
  ['renumber ids', ({ pdf, structure }) => renumberIds(pdf, structure)],
  ['write structure', ({ pdf, structure, pages }) => writeStructure(pdf, structure, pages)],
  ['add metadata', ({ pdf, facts }) => addMetadata(pdf, facts)],
  ['add output intent', ({ pdf }) => addOutputIntent(pdf)],
  ['attach files', ({ pdf, facts, digest }) => attachFiles(pdf, facts, digest)],
];

export function takeApart(printed: Uint8Array, facts: DocumentFacts, digest: Digest): Work {
  const pdf = readPdf(printed);
  const pages = readPages(pdf);
  return { pdf, structure: readStructure(pdf), pages, text: new TextReader(pdf, pages), facts, digest };
}

/** `digest` gives the MD5 sum. Throws UserError `glyph-missing`, and UnknownPdfForm where the file is not as Chromium is known to write it. */
export function finishPdf(printed: Uint8Array, facts: DocumentFacts, digest: Digest): Uint8Array {
  const work = takeApart(printed, facts, digest);
  for (const [, step] of steps) step(work);
  return writePdf(work.pdf, digest);
}
