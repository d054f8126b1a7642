/** Problems of a note that was made from a row, told to who keeps the table: in which row and column. */
import type { ScenarioFile } from '../files/find-scenarios.ts';
import type { InputReader } from '../files/read-inputs.ts';
import { composeNote } from '../note.ts';
import { placeName } from '../problem/excerpt.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import { toldInRow } from '../scenario/rows/in-row.ts';

/** What is wrong in the scenario without any row is told as it is, so that all rows say the same; the rest in the row. */
export function rowProblemsBeside(
  reader: InputReader,
): (file: ScenarioFile, problems: readonly Problem[]) => Promise<readonly Problem[]> {
  const own = new Map<string, Promise<ReadonlySet<string>>>();
  return async ({ row, ...file }, problems) => {
    if (row === undefined || problems.length === 0) return problems;
    const elsewhere = problems.some(({ place }) => place?.source !== row.source);
    const path = file.path ?? '';
    if (elsewhere && !own.has(path)) own.set(path, ownProblems(reader, file));
    const known = (await own.get(path)) ?? new Set();
    return problems.map((problem) => (known.has(nameOf(problem)) ? problem : toldInRow(problem, row)));
  };
}

/** What a build of the scenario alone would say. */
async function ownProblems(reader: InputReader, file: ScenarioFile): Promise<ReadonlySet<string>> {
  try {
    return new Set(composeNote(await reader.read(file)).warnings.map(nameOf));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return new Set(error.problems.map(nameOf));
  }
}

function nameOf({ code, message, place }: Problem): string {
  return `${place === undefined ? '' : placeName(place)} ${code} ${message}`;
}
