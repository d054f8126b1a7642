/**
 * Chromium's PDF → one that is accessible (PDF/UA-1, ISO 14289-1), can be kept (PDF/A-3a, ISO 19005-3), carries what it was made from,
 * and has the same bytes whenever the same page is printed. Each step is named after what it meets. Pure.
 */
import { markArtifacts } from './content/mark-artifacts.ts';
import { TextReader } from './content/marked-text.ts';
import { readPages } from './content/page-content.ts';
import { refuseMissingGlyphs } from './content/refuse-missing-glyphs.ts';
import { tagLooseText } from './content/tag-loose-text.ts';
import { addMetadata } from './document/add-metadata.ts';
import { addOutputIntent } from './document/add-output-intent.ts';
import { attachFiles } from './document/attach-files.ts';
import type { Digest, DocumentFacts } from './facts.ts';
import { readPdf } from './pdf-file.ts';
import { completeLists } from './structure/complete-lists.ts';
import { completeTables } from './structure/complete-tables.ts';
import { describeLinks } from './structure/describe-links.ts';
import { flattenFigures } from './structure/flatten-figures.ts';
import { mapRoles } from './structure/map-roles.ts';
import { nameContents } from './structure/name-contents.ts';
import { renumberIds } from './structure/renumber-ids.ts';
import { readStructure } from './structure/structure.ts';
import { titleOutline } from './structure/title-outline.ts';
import { unwrapText } from './structure/unwrap-text.ts';
import { writeStructure } from './structure/write-structure.ts';
import { writePdf } from './write-pdf.ts';

/** `digest` gives the MD5 sum. Throws UserError `glyph-missing`, and UnknownPdfForm where the file is not as Chromium is known to write it. */
export function finishPdf(printed: Uint8Array, facts: DocumentFacts, digest: Digest): Uint8Array {
  const pdf = readPdf(printed);
  const structure = readStructure(pdf);
  const pages = readPages(pdf);
  const text = new TextReader(pdf, pages);

  refuseMissingGlyphs(pages, facts.title);
  flattenFigures(structure);
  tagLooseText(pdf, structure, pages);
  markArtifacts(structure, pages, text);
  nameContents(pdf, structure);
  completeLists(pdf, structure, text);
  completeTables(pdf, structure);
  unwrapText(structure);
  titleOutline(pdf, structure, text);
  describeLinks(pdf, structure, text, facts.labels.linkTo);
  mapRoles(pdf, structure);
  renumberIds(pdf, structure);
  writeStructure(pdf, structure, pages);

  addMetadata(pdf, facts);
  addOutputIntent(pdf);
  attachFiles(pdf, facts, digest);
  return writePdf(pdf, digest);
}
