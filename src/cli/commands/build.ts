/** `omkost build`: scenarios → PDF, web summary page, results and manifest. */
import { resolve } from 'node:path';
import { type BuildResult, buildNotes } from '../../build/build-notes.ts';
import { notesCacheFolder } from '../../files/cache-folder.ts';
import { findScenarios, type ScenarioFile } from '../../files/find-scenarios.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import { type CommonOptions, dateOfBuild, type ExitCode, type Outside, usualFormats } from '../outside.ts';
import { describeEvent } from '../printer-events.ts';
import { startProgress } from '../progress.ts';
import { countProblems, exitCodeOf, problemAsJson, reportProblems, reportToEngines } from '../report-problems.ts';

export async function build(named: readonly string[], options: CommonOptions, outside: Outside): Promise<ExitCode> {
  const started = performance.now();
  const passed = () => performance.now() - started;
  let files: readonly ScenarioFile[] = [];
  try {
    const found = await findScenarios(named, outside.workingFolder);
    files = found.files;
    const { built, problems } = await buildFiles(files, options, outside);
    return await report(outside, options, { files, built, problems: [...found.problems, ...problems] }, passed());
  } catch (error) {
    if (!(error instanceof UserError) || outside.signal.aborted) throw error;
    return report(outside, options, { files, built: [], problems: error.problems }, passed());
  }
}

async function buildFiles(
  files: readonly ScenarioFile[],
  options: CommonOptions,
  outside: Outside,
): Promise<BuildResult> {
  const { workingFolder, standardInput, signal } = outside;
  const progress = await startProgress(outside, options, files.length);
  const shownFolder = options.out ?? 'output';
  try {
    return await buildNotes({
      files,
      reading: { ...options, workingFolder, standardInput, issued: dateOfBuild(outside) },
      folder: resolve(workingFolder, shownFolder),
      shownFolder,
      formats: options.format ?? usualFormats,
      signal,
      printer: {
        ...(options.browser !== undefined && { browserPath: options.browser }),
        ...(options.jobs !== undefined && { pages: options.jobs }),
        environment: outside.environment,
        onEvent: (event) => progress.say(describeEvent(event)),
      },
      onNote: (name, outcome) => progress.step(name, outcome),
      cache:
        options.cache === false
          ? undefined
          : {
              folder: notesCacheFolder(outside.environment),
              onRefusal: (reason) => progress.say(`nothing is kept for the next build: ${reason}`),
            },
    });
  } finally {
    progress.stop();
  }
}

async function report(
  outside: Outside,
  options: CommonOptions,
  result: Pick<BuildResult, 'built' | 'problems'> & { readonly files: readonly ScenarioFile[] },
  milliseconds: number,
): Promise<ExitCode> {
  const { files, built, problems } = result;
  await reportToEngines(outside, options, files, problems);
  if (options.json) {
    const notes = built.map(({ name, outcome, outputs }) => ({
      name,
      outcome,
      outputs: outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    }));
    const counts = countNotes(files, built);
    outside.out(`${JSON.stringify({ notes, counts, problems: problems.map(problemAsJson) }, null, 2)}\n`);
    return exitCodeOf(problems);
  }
  await reportProblems(outside, options, problems);
  for (const { outputs } of built) for (const { path } of outputs) outside.out(`${path}\n`);
  if (!options.quiet)
    outside.err(`${summary(countNotes(files, built), problems)} in ${(milliseconds / 1000).toFixed(1)} s\n`);
  return exitCodeOf(problems);
}

interface Counts {
  readonly built: number;
  readonly unchanged: number;
  readonly failed: number;
}

function countNotes(files: readonly ScenarioFile[], notes: BuildResult['built']): Counts {
  const built = notes.filter(({ outcome }) => outcome === 'built').length;
  return { built, unchanged: notes.length - built, failed: files.length - notes.length };
}

/** “3 notes built, 997 unchanged, 1 failed, 2 errors” */
function summary({ built, unchanged, failed }: Counts, problems: readonly Problem[]): string {
  const parts = [
    `${built} ${built === 1 ? 'note' : 'notes'} built`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    countProblems(problems),
  ];
  return parts.join(', ');
}
