/** `omkost diff`: which printed figures differ between two builds, and why. */
import { buildChanges, hasChanges } from '../../../changes/build-changes.ts';
import type { BuildChanges } from '../../../changes/changes.types.ts';
import { type ReadBuild, readBuild } from '../../../diff/read-build.ts';
import { type Problem, UserError } from '../../../problem/problem.ts';
import { type ExitCode, exitCodes, type Outside } from '../../outside.ts';
import { exitCodeOf, problemAsJson, reportProblems } from '../../report-problems.ts';
import type { ChangeNoteArguments, NotesSay } from './write-change-note.ts';

export interface DiffOptions extends ChangeNoteArguments {
  readonly markdown?: boolean;
  readonly exitCode?: boolean;
}

/** A difference is no problem: unless `--exit-code` asks for it, the exit code tells only whether both sides could be read. */
export async function diff(before: string, after: string, options: DiffOptions, outside: Outside): Promise<ExitCode> {
  try {
    const [one, other] = await bothRead(before, after, outside);
    const changes = buildChanges(one, other);
    outside.out(await changesIn(changes, options));
    const { pdf } = options;
    if (pdf !== undefined) {
      const { writeChangeNote } = await import('./write-change-note.ts');
      await writeChangeNote(changes, { ...options, pdf }, saidBy([other, one]), outside);
    }
    return options.exitCode === true && hasChanges(changes) ? exitCodes.problems : exitCodes.ok;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (options.json === true)
      outside.out(`${JSON.stringify({ problems: error.problems.map(problemAsJson) }, null, 2)}\n`);
    else await reportProblems(outside, options, error.problems);
    return exitCodeOf(error.problems);
  }
}

/** In the form that was asked for. */
export async function changesIn(changes: BuildChanges, options: DiffOptions): Promise<string> {
  if (options.json === true) return `${JSON.stringify({ schemaVersion: 1, ...changes }, null, 2)}\n`;
  if (options.markdown === true) return (await import('./changes-markdown.ts')).changesMarkdown(changes);
  return (await import('./changes-text.ts')).changesText(changes);
}

/** Language and publisher of the first note that says them; the later build is asked first. */
function saidBy(builds: readonly ReadBuild[]): NotesSay {
  const notes = builds.flatMap((build) => build.notes);
  return {
    language: notes.find(({ language }) => language !== undefined)?.language,
    publisher: notes.find(({ publisher }) => publisher !== undefined)?.publisher,
  };
}

async function bothRead(before: string, after: string, { workingFolder }: Outside): Promise<[ReadBuild, ReadBuild]> {
  const read = await Promise.allSettled([readBuild(before, workingFolder), readBuild(after, workingFolder)]);
  const problems: Problem[] = [];
  for (const outcome of read) {
    if (outcome.status === 'fulfilled') continue;
    if (!(outcome.reason instanceof UserError)) throw outcome.reason;
    problems.push(...outcome.reason.problems);
  }
  const [one, other] = read;
  if (one.status === 'fulfilled' && other.status === 'fulfilled') return [one.value, other.value];
  throw new UserError(problems);
}
