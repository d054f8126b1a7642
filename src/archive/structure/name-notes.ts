/**
 * Notes are Notes with an identifier each, and what leads to another place of the document is a Reference (ISO 14289-1, 7.9; ISO 32000-1,
 * 14.8.4.4.1). HTML has a word for both that makes Chromium forget that they are links and list items, so they are known by where they lead.
 */
import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, newElement, type Structure, type StructureElement } from './structure.ts';

/** Asked for when list items have their bodies. */
export function nameNotes(pdf: PdfFile, { document }: Structure): void {
  // Gathered first: the walk must not meet what it adds.
  for (const element of [...elementsOf(document)]) {
    if (element.type === 'LI') nameNote(pdf, element);
    if (element.type !== 'Reference') nameReferences(pdf, element);
  }
}

export interface NotePlace {
  /** Of the note, unlike any other's in the document. */
  readonly id: string;
  readonly number: string;
  /** Whether the note's text is meant, or a place that refers to it. */
  readonly isNote: boolean;
}

/** The number of the note that a named destination has to do with: “note-3” is the note, “note-3-ref” and “note-3-ref-2” refer to it; “k2-note-3” is one of chapter 2. */
export function notePlace(place: string): NotePlace | undefined {
  const [, id, number, reference] = /^((?:k\d+-)?note-(\d+))(-ref(?:-\d+)?)?$/.exec(place) ?? [];
  return id === undefined || number === undefined ? undefined : { id, number, isNote: reference === undefined };
}

/** A note ends with links back to where it is referred to. */
function nameNote(pdf: PdfFile, item: StructureElement): void {
  const body = item.kids.find((kid) => kid.kind === 'element' && kid.type === 'LBody');
  if (body?.kind !== 'element') return;
  const places = [...elementsOf(body)].map((element) => notePlace(placeLedTo(pdf, element) ?? ''));
  const from = places.find((place) => place?.isNote === false);
  if (from === undefined) return;
  const note = newElement(pdf, 'Note', body.kids);
  note.dict.set(nameOf('ID'), PDFString.of(from.id));
  body.kids = [note];
}

function nameReferences(pdf: PdfFile, element: StructureElement): void {
  element.kids = element.kids.map((kid) =>
    kid.kind === 'element' && placeLedTo(pdf, kid) !== undefined ? newElement(pdf, 'Reference', [kid]) : kid,
  );
}

/** The named destination of a link within the document. */
export function placeLedTo({ context }: PdfFile, { type, kids }: StructureElement): string | undefined {
  if (type !== 'Link') return undefined;
  const [place] = kids.flatMap((kid) => {
    const named = kid.kind === 'object' ? context.lookup(kid.object, PDFDict).lookup(nameOf('Dest')) : undefined;
    return named instanceof PDFName ? [named.decodeText()] : [];
  });
  return place;
}
