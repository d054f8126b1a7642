/** `omkost build`: scenarios → PDF, web summary page, results and manifest. */
import { resolve } from 'node:path';
import { type BuildResult, buildNotes } from '../../build/build-notes.ts';
import { findScenarios, type ScenarioFile } from '../../files/find-scenarios.ts';
import { InputReader } from '../../files/read-inputs.ts';
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
  const reader = new InputReader({ ...options, workingFolder, standardInput, issued: dateOfBuild(outside) });
  const progress = await startProgress(outside, options, files.length);
  const shownFolder = options.out ?? 'output';
  try {
    return await buildNotes({
      files,
      read: (file) => reader.read(file),
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
    const notes = built.map(({ name, outputs }) => ({
      name,
      outputs: outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    }));
    outside.out(`${JSON.stringify({ notes, problems: problems.map(problemAsJson) }, null, 2)}\n`);
    return exitCodeOf(problems);
  }
  await reportProblems(outside, options, problems);
  for (const { outputs } of built) for (const { path } of outputs) outside.out(`${path}\n`);
  if (!options.quiet) outside.err(`${summary(built.length, problems)} in ${(milliseconds / 1000).toFixed(1)} s\n`);
  return exitCodeOf(problems);
}

function summary(built: number, problems: readonly Problem[]): string {
  return `${built} ${built === 1 ? 'note' : 'notes'} built, ${countProblems(problems)}`;
}
