/** The anthologies that a command line means, and the words that are left for scenarios. */
import type { AnthologyRequest } from '../build/anthology-request.ts';
import type { BuildRequest } from '../build/build-request.ts';
import type { AnthologyFile } from '../files/find-anthologies.ts';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import { findNotes } from './find-notes.ts';
import type { CommonOptions } from './outside.ts';

/** An anthology to build or check. */
export interface AskedAnthology {
  /** Of its outputs. */
  readonly name: string;
  /** Of its file; absent where only its chapters were named. */
  readonly path?: string;
  /** `--title` */
  readonly title?: string | undefined;
  readonly own?: AnthologyRequest['anthology']['file'];
  /** Folder of the house style that its file names. */
  readonly theme?: string;
  readonly files: readonly ScenarioFile[];
  readonly problems: readonly Problem[];
}

export interface AnthologyOptions extends Pick<CommonOptions, 'name' | 'rows' | 'shard'> {
  /** The words are chapters of one publication, or files of anthologies. */
  readonly anthology?: boolean;
  /** As it is printed. */
  readonly title?: string;
}

export interface Asked {
  readonly anthologies: readonly AskedAnthology[];
  /** What is left to be found among the scenarios; undefined where none is meant. */
  readonly scenarios: readonly string[] | undefined;
  /** Those that are there and are not built in parts. */
  readonly leftOut?: readonly AnthologyFile[];
}

const defaultName = 'antologi';

/** Throws UserError where the words cannot mean anything together. */
export async function findAsked(
  named: readonly string[],
  options: AnthologyOptions,
  workingFolder: string,
): Promise<Asked> {
  if (options.rows !== undefined) return { anthologies: [], scenarios: named };
  const { allAnthologies, findAnthology } = await import('../files/find-anthologies.ts');
  if (named.length === 0 && !options.anthology) {
    const all = await allAnthologies(workingFolder);
    // A part of a build is a part of its notes.
    if (options.shard !== undefined) return { anthologies: [], scenarios: named, leftOut: all };
    return { anthologies: await readAll(all, options, workingFolder), scenarios: named };
  }
  const words = await Promise.all(
    named.map(async (word) => ({ word, file: await findAnthology(word, workingFolder, options.anthology) })),
  );
  const files = words.flatMap(({ file }) => file ?? []);
  const others = words.flatMap(({ word, file }) => (file === undefined ? [word] : []));
  if (options.anthology && files.length === 0) {
    return { anthologies: [await ofChapters(named, options, workingFolder)], scenarios: undefined };
  }
  if (options.anthology && others.length > 0) throw mixed(files, others);
  if (options.shard !== undefined && files.length > 0) throw whole(files);
  if (files.length > 1 && (options.name !== undefined || options.title !== undefined)) throw oneName(files);
  return {
    anthologies: await readAll(files, options, workingFolder),
    scenarios: others.length === 0 ? undefined : others,
  };
}

/** The request of one, made of what holds for all that is built or checked in the run. */
export function requestFor<C extends Pick<BuildRequest, 'reading'>>(
  { name, title, own, theme, files, problems }: AskedAnthology,
  common: C,
): C & Pick<AnthologyRequest, 'files' | 'problems' | 'anthology'> {
  const reading = { ...common.reading, theme: common.reading.theme ?? theme };
  return { ...common, files, reading, problems, anthology: { name, title, file: own } };
}

/** What is wrong with the name of an anthology's files, beside those of the notes `others`. */
export function nameProblems({ name, path, files }: AskedAnthology, others: readonly string[]): readonly Problem[] {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name)) {
    const message = `“${name}” cannot be a file name here`;
    const hint = 'use letters, digits and hyphens: --name antologi';
    return [{ severity: 'error', code: 'name-invalid', message, hint }];
  }
  if (![...files.map((file) => file.name), ...others].includes(name)) return [];
  const message = `the anthology would be ${name}.pdf, as one of ${files.some((file) => file.name === name) ? 'its' : 'the'} scenarios is`;
  const hint =
    path === undefined
      ? 'give it a name of its own with --name'
      : `rename ${path}, or give it another name with --name`;
  return [{ severity: 'error', code: 'name-taken', message, hint }];
}

async function readAll(
  files: readonly AnthologyFile[],
  { name, title }: AnthologyOptions,
  workingFolder: string,
): Promise<readonly AskedAnthology[]> {
  return Promise.all(files.map((file) => askedOf(file, { name, title }, workingFolder)));
}

/** The anthology of a file, called and titled as it says where nothing else was asked for. */
export async function askedOf(
  file: AnthologyFile,
  { name = file.name, title }: { readonly name?: string | undefined; readonly title?: string | undefined },
  workingFolder: string,
): Promise<AskedAnthology> {
  const { readAnthology } = await import('../files/read-anthology.ts');
  const { read, chapters, problems } = await readAnthology(file, workingFolder);
  const theme = read?.theme?.folder;
  const shared = { name, path: file.path, title, files: chapters, problems };
  return { ...shared, ...(read && { own: read }), ...(theme !== undefined && { theme }) };
}

async function ofChapters(
  named: readonly string[],
  { name = defaultName, title }: AnthologyOptions,
  workingFolder: string,
): Promise<AskedAnthology> {
  const { files, problems } = await findNotes(named, {}, workingFolder);
  return { name, title, files, problems };
}

function mixed(files: readonly AnthologyFile[], others: readonly string[]): UserError {
  const message = `${files[0]?.path} names its chapters itself; “${others[0]}” is not one of them`;
  const hint = 'add it to `chapters:` in that file, or leave the file out and name all scenarios';
  return new UserError([{ severity: 'error', code: 'anthology-mixed', message, hint }]);
}

function whole(files: readonly AnthologyFile[]): UserError {
  const message = `${files[0]?.path} is one publication: it cannot be built with --shard`;
  const hint = 'build it by itself, on one of the machines';
  return new UserError([{ severity: 'error', code: 'anthology-mixed', message, hint }]);
}

function oneName(files: readonly AnthologyFile[]): UserError {
  const message = `--name and --title are of one anthology, and ${files.length} are named`;
  const hint = 'leave them out: each file has its own, or build one at a time';
  return new UserError([{ severity: 'error', code: 'anthology-mixed', message, hint }]);
}
