/** The change note as a finished PDF: composed as a note is, printed and finished by the same press. */
import type { DocumentFacts } from '../archive/facts.ts';
import { json, viewFacts } from '../build/document-facts.ts';
import type { Press, PublishedNote } from '../build/press.ts';
import type { BuildChanges } from '../changes/changes.types.ts';
import type { House } from '../note.ts';
import { UserError } from '../problem/problem.ts';
import { renderNote } from '../render/page.ts';
import { viewChanges } from '../report/changes/change-note.ts';
import type { NoteView, PublisherView } from '../report/view.types.ts';

export interface ChangeNoteOptions {
  readonly house: House;
  /** `da`, `en` */
  readonly language: string;
  /** Who publishes, where the house names nobody. */
  readonly publisher?: string | undefined;
  /** Date of issue: `2026-11-22`. */
  readonly issued: string;
  /** “omkost 1.0.0” */
  readonly program: string;
}

/** The pages to print, and what they say. Throws UserError where nobody publishes. */
export function composeChangeNote(
  changes: BuildChanges,
  { house, language, publisher, issued }: ChangeNoteOptions,
): { readonly view: NoteView; readonly html: string; readonly contents: readonly string[] } {
  const view = viewChanges(changes, {
    language: house.language,
    languageName: language,
    labels: house.labels,
    publisher: publisherOf(house, publisher),
    issued,
  });
  return { view, ...renderNote(view, { texts: new Map() }, house.templates, house.theme) };
}

/** Throws UserError with what keeps it from being printed. */
export async function publishChangeNote(
  changes: BuildChanges,
  options: ChangeNoteOptions,
  press: Press,
): Promise<PublishedNote> {
  const { view, html, contents } = composeChangeNote(changes, options);
  return press.publishPages({ html, contents, name: view.title }, factsOf(view, changes, options.program));
}

function publisherOf({ theme }: House, named: string | undefined): PublisherView {
  if (theme.publisher !== undefined) return theme.publisher;
  if (named !== undefined && named !== '') return { name: named, addressLines: [] };
  const message = 'the change note has no publisher';
  const hint = 'name one with --publisher, or use a theme that names one';
  throw new UserError([{ severity: 'error', code: 'key-missing', message, hint }]);
}

function factsOf(view: NoteView, changes: BuildChanges, program: string): DocumentFacts {
  return viewFacts(view, program, [
    {
      name: 'changes.json',
      mime: 'application/json',
      relationship: 'Data',
      description: view.labels.attachedChanges ?? '',
      bytes: new TextEncoder().encode(json({ schemaVersion: 1, ...changes })),
    },
  ]);
}
