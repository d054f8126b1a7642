/** `omkost check --frozen`: builds afresh, beside what was published, and says what no longer agrees with the committed manifest. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildPublications } from '../../build/build-publications.ts';
import type { BuildRequest, BuildResult } from '../../build/build-request.ts';
import { shownChapter } from '../../build/compare-chapters.ts';
import { type Comparison, compareManifests, type NoteDifference } from '../../build/compare-manifests.ts';
import type { ScenarioFile } from '../../files/find-scenarios.ts';
import type { Manifest } from '../../files/manifest.ts';
import { readManifest } from '../../files/read-manifest.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import { requestFor } from '../asked-anthologies.ts';
import { findNotes } from '../find-notes.ts';
import {
  type CommonOptions,
  dateOfBuild,
  type ExitCode,
  exitCodes,
  type OutputFormat,
  type Outside,
  outputFormats,
} from '../outside.ts';
import { describeEvent } from '../printer-events.ts';
import { startProgress } from '../progress.ts';
import { exitCodeOf, problemAsJson, reportProblems } from '../report-problems.ts';
import { type FrozenAnthology, frozenWork } from './frozen-anthologies.ts';

export interface FrozenOptions extends CommonOptions {
  readonly strict?: boolean;
  readonly frozen?: boolean;
  readonly manifest?: string;
}

export async function checkFrozen(
  named: readonly string[],
  options: FrozenOptions,
  outside: Outside,
): Promise<ExitCode> {
  const path = options.manifest ?? join(options.out ?? 'output', 'manifest.json');
  const committed = await readManifest(resolve(outside.workingFolder, path), path, ofDamaged);
  if (committed === undefined) throw manifestMissing(path);
  const { workingFolder } = outside;
  const { anthologies, scenarios } = await frozenWork(named, committed, options, workingFolder);
  const found = scenarios === undefined ? nothingFound : await findNotes(scenarios, options, workingFolder);
  const work = { files: found.files, anthologies };
  const { manifest, result } = await buildWhatCan(work, committed, options, outside);
  const problems = [...found.problems, ...result.problems];
  const names = [...found.files, ...anthologies.map(({ asked }) => asked)].map(({ name }) => name);
  const failed = new Set(names.filter((name) => !result.built.some((note) => note.name === name)));
  const notes = committed.notes.filter(({ name }) => !failed.has(name) && (named.length === 0 || names.includes(name)));
  const comparison = compareManifests({ ...committed, notes }, manifest?.notes ?? []);
  await tell(path, comparison, problems, options, outside);
  const code = exitCodeOf(problems, options);
  return code === exitCodes.ok && comparison.notes.length > 0 ? exitCodes.problems : code;
}

/** Without a browser the figures are compared all the same; that the PDFs were not is said, and is an error. */
async function buildWhatCan(
  work: Work,
  committed: Manifest,
  options: FrozenOptions,
  outside: Outside,
): Promise<Afresh> {
  try {
    return await buildAfresh(work, committed, options, outside);
  } catch (error) {
    if (!(error instanceof UserError) || !isOfBrowser(error) || outside.signal.aborted) throw error;
    const format = (options.format ?? formatsOf(committed)).filter((one) => one !== 'pdf');
    const { manifest, result } = await buildAfresh(work, committed, { ...options, format }, outside);
    const told = error.problems.map((problem) => ({
      ...problem,
      hint: `${problem.hint ?? ''}; or compare without the PDFs: --format html,json`.replace(/^; /, ''),
    }));
    return { manifest, result: { ...result, problems: [...told, ...result.problems] } };
  }
}

interface Work {
  readonly files: readonly ScenarioFile[];
  readonly anthologies: readonly FrozenAnthology[];
}

const nothingFound = { files: [], problems: [] };

interface Afresh {
  readonly manifest: Manifest | undefined;
  readonly result: BuildResult;
}

/** As of the days the notes were built first, in the formats they were built in, into a folder of its own, without the cache. */
async function buildAfresh(
  { files, anthologies }: Work,
  committed: Manifest,
  options: FrozenOptions,
  outside: Outside,
): Promise<Afresh> {
  const { workingFolder, standardInput, signal, environment } = outside;
  const folder = await mkdtemp(join(tmpdir(), 'omkost-frozen-'));
  const progress = await startProgress(outside, options, files.length + anthologies.length);
  const days = committed.notes.flatMap(({ name, options: of }): [string, string][] =>
    of?.issued ? [[name, of.issued]] : [],
  );
  try {
    const request: Omit<BuildRequest, 'files'> = {
      reading: { ...options, workingFolder, standardInput, issued: dateOfBuild(outside), issuedFor: new Map(days) },
      folder,
      shownFolder: folder,
      formats: options.format ?? formatsOf(committed),
      signal,
      printer: {
        ...(options.browser !== undefined && { browserPath: options.browser }),
        ...(options.jobs !== undefined && { pages: options.jobs }),
        environment,
        onEvent: (event) => progress.say(describeEvent(event)),
      },
      onNote: (name, outcome) => progress.step(name, outcome),
    };
    const books = anthologies.map(({ asked, issuedFor }) =>
      requestFor(asked, { ...request, reading: { ...request.reading, issuedFor } }),
    );
    const result = await buildPublications({ ...request, files }, books, isOfBrowser);
    return { manifest: await readManifest(join(folder, 'manifest.json'), 'the fresh manifest', ''), result };
  } finally {
    progress.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function isOfBrowser({ problems }: UserError): boolean {
  return problems.every(({ code }) => code.startsWith('browser-'));
}

function formatsOf({ notes }: Manifest): readonly OutputFormat[] {
  const endings = new Set(notes.flatMap(({ outputs }) => outputs.map(({ name }) => name.split('.').at(-1))));
  return outputFormats.filter((format) => endings.has(format));
}

const ofDamaged =
  'fetch it again from version control, or build the notes and commit their manifest; `omkost diff` tells what has moved since';

function manifestMissing(path: string): UserError {
  const message = `there is no manifest ${path}`;
  const hint = 'build the notes and commit their manifest, or name it with --manifest';
  return new UserError([{ severity: 'error', code: 'file-missing', message, hint }]);
}

async function tell(
  path: string,
  { notes, notCompared }: Comparison,
  problems: readonly Problem[],
  options: FrozenOptions,
  outside: Outside,
): Promise<void> {
  if (options.json) {
    outside.out(
      `${JSON.stringify({ agrees: notes.length === 0, notes, notCompared, problems: problems.map(problemAsJson) }, null, 2)}\n`,
    );
    return;
  }
  await reportProblems(outside, options, problems);
  for (const note of notes) outside.out(describe(note));
  if (notCompared.length > 0) outside.err(`not compared, since they were not made: ${notCompared.join(', ')}\n`);
  if (options.quiet) return;
  const verdict =
    notes.length === 0
      ? 'agrees with'
      : `${notes.length} ${notes.length === 1 ? 'note does' : 'notes do'} not agree with`;
  outside.err(`${notes.length === 0 ? 'a fresh build ' : ''}${verdict} ${path}\n`);
}

function describe({ name, kind, figures, outputs, reasons }: NoteDifference): string {
  if (kind === 'missing') return `${name}: is in the manifest, and there is no scenario for it\n`;
  if (kind === 'added') return `${name}: is not in the manifest\n`;
  const lines = [
    ...figures.map(
      ({ figure, chapter, before, after }) =>
        `  ${chapter ? `${shownChapter(chapter)}: ` : ''}${figure}: ${before ?? 'not printed'} → ${after ?? 'not printed'}`,
    ),
    ...(figures.length === 0 ? ['  no printed figure moved'] : []),
    ...(outputs.length === 0 ? [] : [`  other bytes: ${outputs.join(', ')}`]),
    ...reasons.map((reason) => `  because ${reason}`),
  ];
  return `${name}:\n${lines.join('\n')}\n`;
}
