/** What other price tables, or another price year, would make of each note: composed with both in memory, nothing written. */

import type { ReadRecordedNote } from '../../../carried/read-recorded-note.ts';
import { buildChanges } from '../../../changes/build-changes.ts';
import type { BuildChanges } from '../../../changes/changes.types.ts';
import { recordNote } from '../../../diff/record-note.ts';
import { findScenarios, type ScenarioFile } from '../../../files/find-scenarios.ts';
import { programVersion } from '../../../files/program.ts';
import { InputReader } from '../../../files/read-inputs.ts';
import type { PriceList } from '../../../prices/parse.ts';
import { type Problem, UserError } from '../../../problem/problem.ts';
import { dateOfBuild, type Outside } from '../../outside.ts';
import type { NotesSay } from '../diff/write-change-note.ts';

export interface TwoPricings {
  readonly before: PriceList;
  readonly after: PriceList;
  /** Notes to compare by name; all where it is left out. */
  readonly only?: ReadonlySet<string>;
  /** The year of prices that the notes are built in after; their own where it is left out. */
  readonly priceYear?: number | undefined;
}

export interface MovedNotes {
  readonly changes: BuildChanges;
  /** Language and publisher of the first of them. */
  readonly notesSay: NotesSay;
  /** Why notes that can be built now could not be built then, as warnings: nothing is built here. */
  readonly problems: readonly Problem[];
}

/** A note that cannot be composed as it is now is left to `omkost check`. */
export async function movedNotes(
  { before, after, only, priceYear }: TwoPricings,
  outside: Outside,
): Promise<MovedNotes> {
  const { workingFolder, standardInput } = outside;
  const reading = { workingFolder, standardInput, issued: dateOfBuild(outside) };
  const program = `omkost ${await programVersion()}`;
  const own = new InputReader(reading);
  const inYear = priceYear === undefined ? own : new InputReader({ ...reading, priceYear });
  const compose = (reader: InputReader, file: ScenarioFile, prices: PriceList) =>
    noteOrProblems(async () => recordNote({ ...(await reader.read(file)), prices }, program));
  const pairs: (readonly [ReadRecordedNote, ReadRecordedNote])[] = [];
  const problems: Problem[] = [];
  for (const file of await scenariosIn(workingFolder)) {
    outside.signal.throwIfAborted();
    if (only !== undefined && !only.has(file.name)) continue;
    const now = await compose(own, file, before);
    if (isProblems(now)) continue;
    const then = await compose(inYear, file, after);
    if (isProblems(then)) problems.push(...then.map((problem) => ({ ...problem, severity: 'warning' as const })));
    else pairs.push([now, then]);
  }
  const year = priceYear === undefined ? '' : `, in prices of ${priceYear}`;
  const changes = buildChanges(
    { shown: 'prices before', notes: pairs.map(([now]) => now) },
    { shown: `prices after${year}`, notes: pairs.map(([, then]) => then) },
  );
  const [first] = pairs;
  return { changes, notesSay: { language: first?.[0].language, publisher: first?.[0].publisher }, problems };
}

async function noteOrProblems<T>(make: () => Promise<T>): Promise<T | readonly Problem[]> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

function isProblems<T>(found: T | readonly Problem[]): found is readonly Problem[] {
  return Array.isArray(found);
}

/** A folder of price tables alone has no scenarios. */
async function scenariosIn(workingFolder: string): Promise<readonly ScenarioFile[]> {
  const found = await noteOrProblems(async () => findScenarios([], workingFolder));
  return isProblems(found) ? [] : found.files;
}
