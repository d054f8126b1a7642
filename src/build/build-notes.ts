/** Builds many notes in one run: those that changed are made, the others recalled; one bad note does not stop the others. */
import pLimit from 'p-limit';
import { sha256OfValue } from '../files/digest.ts';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { addToManifest, type ManifestEntry, refuseOtherShard, withOutputs } from '../files/manifest.ts';
import { programVersion } from '../files/program.ts';
import { writeOutputs } from '../files/write-outputs.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { BuildRequest, FollowedNote, NotesResult } from './build-request.ts';
import type { Composed, NoteMaker } from './make-note.ts';
import type { Press } from './press.ts';
import type { Memory } from './recall-note.ts';

export type { BuildRequest, BuildResult, BuiltNote } from './build-request.ts';

interface DoneNote extends FollowedNote {
  readonly entry: ManifestEntry;
}

interface Told {
  readonly name: string;
  readonly problem: Problem;
}

/** A run under way, and where the finished notes are gathered. */
interface Run {
  readonly request: BuildRequest;
  readonly memory: Memory | undefined;
  readonly program: { readonly name: string; readonly version: string };
  readonly told: Told[];
  readonly done: DoneNote[];
}

/** Throws UserError only where nothing can be built at all (no browser); else problems come back with what was built. */
export async function buildNotes(request: BuildRequest): Promise<NotesResult> {
  if (request.shard !== undefined) await refuseOtherShard(request, request.shard);
  const program = { name: 'omkost', version: await programVersion() };
  const run: Run = { request, memory: await memoryOf(request), program, told: [], done: [] };
  const changed = run.memory === undefined ? request.files : await recallAll(run, run.memory);
  if (changed.length > 0) await makeAll(run, changed);
  else await writeManifest(run);
  await run.memory?.store.tidy();
  return {
    built: request.files.flatMap((file) => run.done.filter(({ name }) => name === file.name)),
    problems: run.told.map(({ problem }) => problem),
    problemsOf: new Map(request.files.map(({ name }) => [name, problemsOf(run, name)])),
  };
}

function problemsOf({ told }: Run, name: string): readonly Problem[] {
  return told.flatMap((one) => (one.name === name ? [one.problem] : []));
}

function tell({ told }: Run, name: string, problems: readonly Problem[]): void {
  told.push(...problems.map((problem) => ({ name, problem })));
}

async function memoryOf({ cache, reading, printer }: BuildRequest): Promise<Memory | undefined> {
  if (cache === undefined) return undefined;
  const [{ NoteStore }, { RunSurroundings }] = await Promise.all([
    import('./note-store.ts'),
    import('./run-surroundings.ts'),
  ]);
  return { store: await NoteStore.open(cache), surroundings: new RunSurroundings(reading, printer) };
}

/** Takes note of all that are unchanged; the others come back, in their order. */
async function recallAll(run: Run, memory: Memory): Promise<readonly ScenarioFile[]> {
  const { recallAmong } = await import('./recall-all.ts');
  const { changed, recalled } = await recallAmong(run.request, memory);
  for (const { name, entry, outputs, warnings } of recalled) {
    tell(run, name, warnings);
    run.done.push({ ...knownOf(entry), outcome: 'unchanged', outputs, entry: withOutputs(entry, outputs) });
  }
  return changed;
}

async function makeAll(run: Run, files: readonly ScenarioFile[]): Promise<void> {
  const { NoteMaker } = await import('./make-note.ts');
  const maker = new NoteMaker(run.request, run.program.version, run.memory);
  const queue = [...files];
  const next = async (): Promise<Composed | undefined> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      if (run.request.isEnough?.()) return undefined;
      const composed = await compose(run, maker, file);
      if (composed !== undefined) return composed;
      run.request.onNote(file.name, 'failed');
    }
    return undefined;
  };
  const makers: Makers = { maker, first: next(), next, count: files.length };
  if (run.request.formats.includes('pdf')) await makeWithPress(run, makers);
  else await recorded(run, () => makeQueue(run, makers, undefined));
}

interface Makers {
  readonly maker: NoteMaker;
  /** Under way; undefined where there is none to make. */
  readonly first: Promise<Composed | undefined>;
  readonly next: () => Promise<Composed | undefined>;
  readonly count: number;
}

async function makeWithPress(run: Run, makers: Makers): Promise<void> {
  const { printer, signal, lendPress } = run.request;
  const print = (press: Press) => recorded(run, () => makeQueue(run, makers, press));
  if (lendPress === undefined) return startMeanwhile(run, makers, print);
  // A press that is kept from run to run is opened for something to print, and not stopped.
  if ((await makers.first) === undefined) return recorded(run, async () => {});
  return lendPress({ ...printer, signal }, print);
}

/** Starts a browser while the first note is composed. Where none turns out to be made, it is stopped, and no word said of it. */
async function startMeanwhile(run: Run, { first }: Makers, print: (press: Press) => Promise<void>): Promise<void> {
  const { withPress } = await import('./press.ts');
  const needless = new AbortController();
  const isNeeded = first.then((composed) => composed !== undefined);
  const stop = () => needless.abort();
  isNeeded.then((needed) => needed || stop(), stop);
  const signal = AbortSignal.any([run.request.signal, needless.signal]);
  try {
    await withPress({ ...run.request.printer, signal }, async (press) => ((await isNeeded) ? print(press) : undefined));
  } catch (error) {
    if (await isNeeded) throw error;
  }
  if (!(await isNeeded)) await recorded(run, async () => {});
}

/** Does the work and writes the manifest, also where the work was cut short: what was built by then stands in the folder. */
async function recorded(run: Run, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // The first error is the one to hear about; a manifest that cannot be written either would hide it.
    await writeManifest(run).catch(() => undefined);
    throw error;
  }
  await writeManifest(run);
}

/** Notes are composed while others print: two more are under way than there are pages, so that no page waits. */
async function makeQueue(run: Run, { maker, first, next, count }: Makers, press: Press | undefined): Promise<void> {
  const { request } = run;
  const limit = pLimit((request.printer.pages ?? 2) + 2);
  const work = async (given: Makers['first'] | undefined): Promise<void> => {
    request.signal.throwIfAborted();
    const composed = await (given ?? next());
    if (composed === undefined) return;
    const made = await finish(run, maker, composed, press);
    if (made !== undefined) run.done.push(made);
    request.onNote(composed.note.name, made?.outcome ?? 'failed');
  };
  try {
    await Promise.all(Array.from({ length: count }, (_, place) => limit(() => work(place === 0 ? first : undefined))));
  } finally {
    // Where one ends the run, those that have not begun do not begin.
    limit.clearQueue();
  }
}

function knownOf({ name, title, scenario, inputs, options }: Omit<ManifestEntry, 'outputs'>) {
  return { name, title, inputs: sha256OfValue([scenario, inputs, options]) };
}

async function compose(run: Run, maker: NoteMaker, file: ScenarioFile): Promise<Composed | undefined> {
  return caught(run, file.name, async () => {
    const composed = await maker.compose(file);
    tell(run, file.name, composed.warnings);
    return composed;
  });
}

async function finish(
  run: Run,
  maker: NoteMaker,
  composed: Composed,
  press: Press | undefined,
): Promise<DoneNote | undefined> {
  return caught(run, composed.file.name, async () => {
    const { request } = run;
    const made = await maker.make(composed, press);
    const outputs = await writeOutputs(request.folder, request.shownFolder, made.files);
    await maker.remember(composed, made);
    return { ...knownOf(made.entry), outcome: 'built', outputs, entry: withOutputs(made.entry, outputs) };
  });
}

/** Keeps a user's problem with one note from stopping the others. What is no user's problem is ours, and goes on up. */
async function caught<T>(run: Run, name: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.problems.some(({ code }) => code.startsWith('browser-'))) throw error;
    tell(run, name, error.problems);
    return undefined;
  }
}

/** One browser prints a whole run; what was recalled was printed by the same. */
async function writeManifest(run: Run): Promise<void> {
  const { request, program, done } = run;
  const browser = done.map(({ entry }) => entry.madeWith?.browser ?? null).find((one) => one !== null) ?? null;
  const { shard } = request;
  const warnings = await addToManifest(
    request,
    { program, browser, shard },
    done.map(({ entry }) => entry),
  );
  // Of no single note.
  tell(run, '', warnings);
}
