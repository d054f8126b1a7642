/** `omkost build`: scenarios → PDF, web summary page, results and manifest. */
import { resolve } from 'node:path';
import type { AnthologyRequest } from '../../build/build-anthology.ts';
import { type BuildRequest, type BuildResult, buildNotes } from '../../build/build-notes.ts';
import { notesCacheFolder } from '../../files/cache-folder.ts';
import type { ScenarioFile } from '../../files/find-scenarios.ts';
import { type Shard, shardText } from '../../files/shard.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import { findNotes } from '../find-notes.ts';
import { type CommonOptions, dateOfBuild, type ExitCode, type Outside, usualFormats } from '../outside.ts';
import { describeEvent } from '../printer-events.ts';
import { type Progress, startProgress } from '../progress.ts';
import {
  countProblems,
  exitCodeOf,
  problemAsJson,
  reportProblems,
  reportToEngines,
  uniqueProblems,
} from '../report-problems.ts';

export interface BuildOptions extends CommonOptions {
  /** One publication of all the scenarios. */
  readonly anthology?: boolean;
  /** Of an anthology, as it is printed. */
  readonly title?: string;
}

export async function build(named: readonly string[], options: BuildOptions, outside: Outside): Promise<ExitCode> {
  const started = performance.now();
  const passed = () => performance.now() - started;
  let files: readonly ScenarioFile[] = [];
  try {
    const found = await findNotes(named, options, outside.workingFolder);
    files = found.files;
    const { built, problems } = await (options.anthology
      ? buildOne(files, found.problems, options, outside)
      : buildFiles(files, options, outside));
    const asked = options.anthology ? 1 : files.length;
    return await report(
      outside,
      options,
      { files, asked, built, problems: [...found.problems, ...problems] },
      passed(),
    );
  } catch (error) {
    if (!(error instanceof UserError) || outside.signal.aborted) throw error;
    const asked = options.anthology ? 1 : files.length;
    return report(outside, options, { files, asked, built: [], problems: error.problems }, passed());
  }
}

async function buildFiles(
  files: readonly ScenarioFile[],
  options: CommonOptions,
  outside: Outside,
): Promise<BuildResult> {
  const progress = await startProgress(outside, options, files.length);
  try {
    return await buildNotes(requestOf(files, options, outside, progress));
  } finally {
    progress.stop();
  }
}

/** All in one publication, or nothing: an anthology with a chapter missing would not be what was asked for. */
async function buildOne(
  files: readonly ScenarioFile[],
  missing: readonly Problem[],
  options: BuildOptions,
  outside: Outside,
): Promise<BuildResult> {
  const anthology = { name: anthologyName(options, files), title: options.title };
  const { buildAnthology } = await import('../../build/build-anthology.ts');
  const progress = await startProgress(outside, options, 1);
  const request: AnthologyRequest = { ...requestOf(files, options, outside, progress), anthology };
  try {
    if (missing.length === 0) return await buildAnthology(request);
    const { problemsOf } = await import('../../build/build-anthology.ts');
    return { built: [], problems: await problemsOf(request) };
  } finally {
    progress.stop();
  }
}

const defaultAnthologyName = 'antologi';

/** Throws UserError where the name cannot be a file's, or is one of the chapters'. */
function anthologyName({ name = defaultAnthologyName }: BuildOptions, files: readonly ScenarioFile[]): string {
  const refused = (code: Problem['code'], message: string, hint: string) =>
    new UserError([{ severity: 'error', code, message, hint }]);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name)) {
    throw refused(
      'name-invalid',
      `“${name}” cannot be a file name here`,
      'use letters, digits and hyphens: --name antologi',
    );
  }
  if (!files.some((file) => file.name === name)) return name;
  throw refused(
    'name-taken',
    `the anthology would be ${name}.pdf, as one of its scenarios is`,
    'give it a name of its own with --name',
  );
}

function requestOf(
  files: readonly ScenarioFile[],
  options: BuildOptions,
  outside: Outside,
  progress: Progress,
): BuildRequest {
  const { workingFolder, standardInput, signal } = outside;
  const shownFolder = options.out ?? 'output';
  return {
    files,
    reading: { ...options, workingFolder, standardInput, issued: dateOfBuild(outside) },
    folder: resolve(workingFolder, shownFolder),
    shownFolder,
    shard: options.shard,
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
            onRefusal: (reason) => progress.say(`nothing is kept for the next build: ${reason}; ${otherCache}`),
          },
  };
}

const otherCache = 'set OMKOST_CACHE or OMKOST_NOTES_CACHE to a folder that can be written to';

async function report(
  outside: Outside,
  options: CommonOptions,
  result: Pick<BuildResult, 'built' | 'problems'> & { readonly files: readonly ScenarioFile[]; readonly asked: number },
  milliseconds: number,
): Promise<ExitCode> {
  const { files, asked, built } = result;
  // What is wrong with a scenario or a price table shows in each note made of it.
  const problems = uniqueProblems(result.problems);
  await reportToEngines(outside, options, files, problems);
  if (options.json) {
    const notes = built.map(({ name, outcome, outputs }) => ({
      name,
      outcome,
      outputs: outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    }));
    const counts = countNotes(asked, built);
    outside.out(`${JSON.stringify({ notes, counts, problems: problems.map(problemAsJson) }, null, 2)}\n`);
    return exitCodeOf(problems);
  }
  await reportProblems(outside, options, problems);
  for (const { outputs } of built) for (const { path } of outputs) outside.out(`${path}\n`);
  if (!options.quiet) {
    const part = options.shard === undefined ? '' : shardSummary(options.shard, files.length);
    const counts = countNotes(asked, built);
    outside.err(
      `${part}${summary(counts, problems)} in ${(milliseconds / 1000).toFixed(1)} s${rate(counts, milliseconds)}\n`,
    );
  }
  return exitCodeOf(problems);
}

/** A part of a small build may be empty: nothing is wrong with that. */
function shardSummary(shard: Shard, notes: number): string {
  return notes === 0 ? `shard ${shardText(shard)} has no notes: ` : `shard ${shardText(shard)}: `;
}

/** Of a run of many notes, for who plans a larger one. */
function rate({ built }: Counts, milliseconds: number): string {
  return built < 10 ? '' : `, ${((built * 1000) / milliseconds).toFixed(1)} notes a second`;
}

interface Counts {
  readonly built: number;
  readonly unchanged: number;
  readonly failed: number;
}

function countNotes(asked: number, notes: BuildResult['built']): Counts {
  const built = notes.filter(({ outcome }) => outcome === 'built').length;
  return { built, unchanged: notes.length - built, failed: asked - notes.length };
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
