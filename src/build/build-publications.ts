/** Notes and anthologies in one run, with one browser for all. */
import { UserError } from '../problem/problem.ts';
import type { AnthologyRequest } from './anthology-request.ts';
import { buildNotes } from './build-notes.ts';
import type { BuildRequest, BuildResult } from './build-request.ts';

const nothing: BuildResult = { built: [], problems: [] };

/**
 * The notes (undefined where none are meant), then each anthology. One that cannot be built is told and does not stop the others, unless
 * its error `isFatal` to the run. Throws UserError where nothing can be built at all.
 */
export async function buildPublications(
  notes: BuildRequest | undefined,
  anthologies: readonly AnthologyRequest[],
  isFatal: (error: UserError) => boolean = () => false,
): Promise<BuildResult> {
  // Notes alone start their browser while the first of them is composed.
  if (anthologies.length === 0) return notes === undefined ? nothing : buildNotes(notes);
  const { KeptPress } = await import('./kept-press.ts');
  const press = new KeptPress();
  try {
    const results = [notes === undefined ? nothing : await buildNotes({ ...notes, lendPress: press.lend })];
    for (const request of anthologies) results.push(await buildOne({ ...request, lendPress: press.lend }, isFatal));
    return { built: results.flatMap(({ built }) => built), problems: results.flatMap(({ problems }) => problems) };
  } finally {
    await press.close();
  }
}

/** An anthology is one publication, or nothing: with a chapter missing it would not be what was asked for. */
async function buildOne(request: AnthologyRequest, isFatal: (error: UserError) => boolean): Promise<BuildResult> {
  const { buildAnthology } = await import('./build-anthology.ts');
  try {
    return await buildAnthology(request);
  } catch (error) {
    if (!(error instanceof UserError) || isFatal(error) || request.signal.aborted) throw error;
    request.onNote(request.anthology.name, 'failed');
    return { built: [], problems: error.problems };
  }
}
