/** Reads the scenarios of an anthology: all of them, or all that is wrong in any of them at once. */
import { composeAnthology } from '../anthology/compose-anthology.ts';
import { InputReader, type ReadNote } from '../files/read-inputs.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { AnthologyRequest } from './anthology-request.ts';

type Chapters = Pick<AnthologyRequest, 'files' | 'reading' | 'signal' | 'anthology'>;

/** Throws UserError with what is wrong in any of them; where something is, also with what shows only when the others are composed. */
export async function readChapters(request: Chapters): Promise<readonly ReadNote[]> {
  const reader = new InputReader(request.reading);
  const problems: Problem[] = [];
  const read: ReadNote[] = [];
  for (const file of request.files) {
    request.signal.throwIfAborted();
    try {
      read.push(await reader.read(file));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length === 0) return read;
  // The foreword may name figures of the chapters that could not be read: of what stands before them nothing can be said.
  throw new UserError([...problems, ...errorsIn(read, request.anthology.name)]);
}

/** All that is wrong with the chapters of an anthology that is not built. */
export async function problemsOfChapters(request: Chapters): Promise<readonly Problem[]> {
  try {
    return errorsIn(await readChapters(request), request.anthology.name);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

/** Goes the whole way of a build but the printing: errors and warnings of the anthology and all of its chapters. */
export async function checkChapters(
  request: Chapters & Pick<AnthologyRequest, 'problems'>,
): Promise<readonly Problem[]> {
  if (request.problems.length > 0) return [...request.problems, ...(await problemsOfChapters(request))];
  try {
    const { name, title, file } = request.anthology;
    return composeAnthology({ name, title, file, chapters: await readChapters(request) }).warnings;
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

function errorsIn(read: readonly ReadNote[], name: string): readonly Problem[] {
  if (read.length === 0) return [];
  try {
    composeAnthology({ name, chapters: read });
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}
