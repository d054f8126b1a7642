/** A finished PDF or a results file → the note as it was built: what it printed, and what it was computed from where that is inside. */
import type { RecordedNote } from '../changes/changes.types.ts';
import type { Edition } from '../changes/edition.ts';
import { recordedResults } from '../changes/recorded-results.ts';
import { UserError } from '../problem/problem.ts';
import { readAttachments } from './attachments.ts';
import type { BuildFacts, FileRole } from './build-facts-schema.ts';
import { damaged, openPdf } from './open-pdf.ts';
import { type CarriedFiles, jsonOf, readAllBuildFacts, sourceOf } from './read-build-facts.ts';

/** A note, and what its PDF says of how it was built. */
export interface ReadRecordedNote extends RecordedNote {
  readonly language?: string;
  /** Who published it. */
  readonly publisher?: string;
  readonly issued?: string;
}

/** One, or the chapters of an anthology. Throws UserError: no PDF, damaged, or without what omkost puts inside. `shown` is what messages call the file. */
export async function recordedInPdf(bytes: Uint8Array, shown: string): Promise<readonly ReadRecordedNote[]> {
  const pdf = await openPdf(bytes, shown);
  const files = unlessDamaged(shown, () => readAttachments(pdf, shown));
  return readAllBuildFacts(files, shown).map((facts) => recordedNote(files, facts, shown));
}

function recordedNote(files: CarriedFiles, facts: BuildFacts, shown: string): ReadRecordedNote {
  const ofRole = (role: FileRole) => facts.files.filter((file) => file.role === role).map(({ name }) => name);
  const [resultsName = ''] = ofRole('results');
  const results = recordedResults(jsonOf(files.get(resultsName)));
  if (results === undefined) throw notResults(`${shown} › ${resultsName || 'results'}`);
  const { program, language, publisher, issued } = facts;
  const edition = editionIn(files, facts, shown);
  const prose = facts.files.filter(({ role }) => role === 'prose');
  const parts = {
    language,
    theme: facts.theme ?? '',
    ...Object.fromEntries(prose.map(({ name, path, sha256 }) => [`prose ${path ?? name}`, sha256])),
  };
  return { ...results, program, language, publisher, issued, parts, ...(edition && { edition }) };
}

/** Throws UserError where the text is no results file. */
export function recordedInJson(bytes: Uint8Array, shown: string): ReadRecordedNote {
  const results = recordedResults(jsonOf(bytes));
  if (results === undefined) throw notResults(shown);
  return results;
}

function notResults(shown: string): UserError {
  const message = `${shown} is not a results file of omkost`;
  const hint = 'name the .json or the PDF of a note that omkost built';
  return new UserError([{ severity: 'error', code: 'results-invalid', message, hint }]);
}

function editionIn(files: CarriedFiles, facts: BuildFacts, shown: string): Edition | undefined {
  const sources = (role: FileRole) =>
    facts.files.filter((file) => file.role === role).map(({ name }) => sourceOf(files, name, shown));
  const [scenario] = sources('scenario');
  if (scenario === undefined) return undefined;
  const { priceYear } = facts;
  const [row] = sources('row');
  return { scenario, ...(row && { row }), prices: sources('prices'), ...(priceYear !== null && { priceYear }) };
}

/** Whatever the reading of a file from outside stumbles over is the file's fault, not ours. */
export function unlessDamaged<T>(shown: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw damaged(shown, error);
  }
}
