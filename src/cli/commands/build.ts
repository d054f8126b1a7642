/** `omkost build`: scenarios → PDF, web summary page, results and manifest. */
import { resolve } from 'node:path';
import { buildPublications } from '../../build/build-publications.ts';
import type { BuildRequest, BuildResult } from '../../build/build-request.ts';
import { notesCacheFolder } from '../../files/cache-folder.ts';
import type { FoundScenarios } from '../../files/find-scenarios.ts';
import { type Shard, shardText } from '../../files/shard.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import {
  type AnthologyOptions,
  type AskedAnthology,
  findAsked,
  nameProblems,
  requestFor,
} from '../asked-anthologies.ts';
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

export type BuildOptions = CommonOptions & AnthologyOptions;

export async function build(named: readonly string[], options: BuildOptions, outside: Outside): Promise<ExitCode> {
  const started = performance.now();
  const passed = () => performance.now() - started;
  let asked: Pick<Reported, 'files' | 'asked'> = { files: [], asked: options.anthology ? 1 : 0 };
  try {
    const { anthologies, scenarios, leftOut = [] } = await findAsked(named, options, outside.workingFolder);
    if (leftOut.length > 0 && !options.quiet) {
      const paths = leftOut.map(({ path }) => path).join(' ');
      outside.err(`not built in parts: ${paths}\n`);
    }
    const found = scenarios === undefined ? nothingFound : await findNotes(scenarios, options, outside.workingFolder);
    asked = {
      files: [...found.files, ...anthologies.flatMap(({ path, files }) => [...(path ? [{ path }] : []), ...files])],
      asked: found.files.length + anthologies.length,
    };
    const { built, problems } = await buildAll(found, anthologies, { scenarios, options, outside, asked: asked.asked });
    return await report(outside, options, { ...asked, built, problems: [...found.problems, ...problems] }, passed());
  } catch (error) {
    if (!(error instanceof UserError) || outside.signal.aborted) throw error;
    return report(outside, options, { ...asked, built: [], problems: error.problems }, passed());
  }
}

interface Building {
  /** Undefined where no notes are meant, also not all. */
  readonly scenarios: readonly string[] | undefined;
  readonly options: BuildOptions;
  readonly outside: Outside;
  readonly asked: number;
}

async function buildAll(
  { files }: FoundScenarios,
  anthologies: readonly AskedAnthology[],
  { scenarios, options, outside, asked }: Building,
): Promise<BuildResult> {
  const progress = await startProgress(outside, options, asked);
  try {
    const request = requestOf(options, outside, progress);
    const books = anthologies.map((one) => {
      const others = [...files, ...anthologies.filter((other) => other !== one)].map(({ name }) => name);
      return requestFor({ ...one, problems: [...one.problems, ...nameProblems(one, others)] }, request);
    });
    return await buildPublications(scenarios === undefined ? undefined : { ...request, files }, books);
  } finally {
    progress.stop();
  }
}

const nothingFound: FoundScenarios = { files: [], problems: [] };

function requestOf(options: BuildOptions, outside: Outside, progress: Progress): Omit<BuildRequest, 'files'> {
  const { workingFolder, standardInput, signal } = outside;
  const shownFolder = options.out ?? 'output';
  return {
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

interface Reported extends BuildResult {
  /** Files that were looked at. */
  readonly files: readonly { readonly path?: string }[];
  /** How many publications were asked for. */
  readonly asked: number;
}

async function report(
  outside: Outside,
  options: CommonOptions,
  result: Reported,
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
