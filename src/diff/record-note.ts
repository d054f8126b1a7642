/** A note composed in memory, as a build of it would be recorded: to compare what is not built. */
import type { ReadRecordedNote } from '../carried/read-recorded-note.ts';
import { editionOf } from '../changes/edition-of.ts';
import { recordedResults } from '../changes/recorded-results.ts';
import { composeNote, type NoteInputs } from '../note.ts';

/** Throws UserError with what is wrong in the inputs. */
export function recordNote(inputs: NoteInputs, program: string): ReadRecordedNote {
  const note = composeNote(inputs);
  // Through JSON, as the file would be.
  const results = recordedResults(JSON.parse(JSON.stringify(note.results)));
  if (results === undefined) throw new Error('a results file of our own is not understood');
  const { language, publisher } = note.view;
  const edition = editionOf(inputs, note.assessment.priced);
  return { ...results, program, edition, language, publisher: publisher.name };
}
