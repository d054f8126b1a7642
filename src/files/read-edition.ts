/** Reads the edition before, which a scenario names: a PDF or a results file in its folder or below, and nothing else. */
import { extname, join, resolve } from 'node:path';
import type { RecordedNote } from '../changes/changes.types.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Place } from '../problem/source.ts';
import type { CheckedScenario } from '../scenario/parse.ts';
import { sha256 } from './digest.ts';
import { isBelow } from './read-prose.ts';
import { readBytes } from './read-source.ts';

export interface ReadEdition {
  readonly recorded: RecordedNote;
  /** Of the file, as the scenario names it. */
  readonly sha256: string;
}

const largestBytes = 64 * 1024 * 1024;

/** Undefined where the scenario names none. Throws UserError at the place where it is named. */
export async function readEdition(
  { scenario, located }: CheckedScenario,
  folder: string,
  shownFolder: string,
): Promise<ReadEdition | undefined> {
  const named = scenario.previousEdition?.file;
  if (named === undefined) return undefined;
  const place = located.locate(['previousEdition', 'file'], 'value');
  try {
    const path = resolve(folder, named);
    const isPdf = extname(path).toLowerCase() === '.pdf';
    if (!isPdf && extname(path).toLowerCase() !== '.json')
      throw refused('file-outside', `“${named}” is not a .pdf or .json file`, 'name the PDF or results of the edition');
    if (!(await isBelow(path, folder)))
      throw refused(
        'file-outside',
        `“${named}” lies outside the scenario’s folder`,
        'put it beside the scenario or below',
      );
    const shown = join(shownFolder, named);
    const bytes = await readBytes(path, shown, largestBytes);
    // Opening PDFs takes a library that few notes need.
    const { recordedInJson, recordedInPdf } = await import('../carried/read-recorded-note.ts');
    const notes = isPdf ? await recordedInPdf(bytes, shown) : [recordedInJson(bytes, shown)];
    const recorded = notes.find((note) => isSameIntervention(note, scenario));
    if (recorded !== undefined) return { recorded, sha256: sha256(bytes) };
    const message = `“${named}” is an edition of “${notes[0]?.title}”, another intervention`;
    throw refused('edition-other', message, 'name an earlier edition of this note');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      error.problems.map((problem) => atPlace(problem, named, place)),
      { cause: error },
    );
  }
}

/** By the name of the intervention; of results without their scenario by the title. */
function isSameIntervention({ title, edition }: RecordedNote, scenario: CheckedScenario['scenario']): boolean {
  const written = /^intervention:[ \t]+(.+?)[ \t]*(?:[ \t]#.*)?\r?$/m.exec(edition?.scenario.text ?? '')?.[1];
  const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
  if (same(title, scenario.title)) return true;
  return written !== undefined && same(written.replace(/^(["'])(.*)\1$/, '$2'), scenario.intervention);
}

function atPlace(problem: Problem, named: string, place: Place): Problem {
  if (problem.code !== 'file-missing') return { ...problem, place };
  return { ...problem, message: `there is no “${named}”`, place, hint: 'it is looked for in the scenario’s folder' };
}

function refused(code: Problem['code'], message: string, hint: string): UserError {
  return new UserError([{ severity: 'error', code, message, hint }]);
}
