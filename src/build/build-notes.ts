/** Builds many notes in one run: read, compose, print, write; one bad note does not stop the others. */
import pLimit from 'p-limit';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { type ManifestEntry, outputsOf, updatedManifest } from '../files/manifest.ts';
import { programVersion } from '../files/program.ts';
import { type OutputFile, sha256, type WrittenFile, writeOutputs } from '../files/write-outputs.ts';
import { composeNote, type Note, type NoteInputs } from '../note.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { PrinterOptions } from '../publish/printer.types.ts';
import { resultsCsv } from '../report/results-csv.ts';
import type { Press } from './press.ts';

export interface BuildRequest {
  readonly files: readonly ScenarioFile[];
  readonly read: (file: ScenarioFile) => Promise<NoteInputs>;
  readonly folder: string;
  /** The folder as the user named it. */
  readonly shownFolder: string;
  readonly formats: readonly ('pdf' | 'html' | 'json' | 'csv')[];
  readonly printer: PrinterOptions;
  readonly signal: AbortSignal;
  readonly onNote: (name: string, outcome: 'built' | 'failed') => void;
}

export interface BuiltNote {
  readonly name: string;
  readonly outputs: readonly WrittenFile[];
}

export interface BuildResult {
  readonly built: readonly BuiltNote[];
  readonly problems: readonly Problem[];
}

interface Composed {
  readonly note: Note;
  readonly inputs: NoteInputs;
  readonly entry: Omit<ManifestEntry, 'outputs'>;
}

/** Throws UserError only where nothing can be built at all (no browser); else problems come back with what was built. */
export async function buildNotes(request: BuildRequest): Promise<BuildResult> {
  const problems: Problem[] = [];
  const queue = [...request.files];
  const next = async (): Promise<Composed | undefined> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const composed = await compose(request, file, problems);
      if (composed !== undefined) return composed;
      request.onNote(file.name, 'failed');
    }
    return undefined;
  };
  // The browser is started only when there is something to print.
  const first = await next();
  if (first === undefined) return { built: [], problems };
  const run: Run = { request, first, next, problems, done: [] };
  if (request.formats.includes('pdf')) await runWithPress(run);
  else await recorded(run, null, () => buildQueue(run, undefined));
  return { built: inOrder(request.files, run.done), problems };
}

/** A run under way: where notes come from, and where the finished ones are gathered. */
interface Run {
  readonly request: BuildRequest;
  readonly first: Composed;
  readonly next: () => Promise<Composed | undefined>;
  readonly problems: Problem[];
  readonly done: DoneNote[];
}

interface DoneNote extends BuiltNote {
  readonly entry: ManifestEntry;
}

async function runWithPress(run: Run): Promise<void> {
  const { printer: options, signal } = run.request;
  const { withPress } = await import('./press.ts');
  await withPress({ ...options, signal }, (press) =>
    recorded(run, press.printer.version, () => buildQueue(run, press)),
  );
}

/** Does the work and writes the manifest, also where the work was cut short: what was built by then stands in the folder. */
async function recorded(run: Run, browser: string | null, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // The first error is the one to hear about; a manifest that cannot be written either would hide it.
    await writeManifest(run, browser).catch(() => undefined);
    throw error;
  }
  await writeManifest(run, browser);
}

/** Notes are composed while others print: two more are under way than there are pages, so that no page waits. */
async function buildQueue(run: Run, press: Press | undefined): Promise<void> {
  const { request, problems } = run;
  const limit = pLimit((request.printer.pages ?? 2) + 2);
  const work = async (given: Composed | undefined): Promise<void> => {
    request.signal.throwIfAborted();
    const composed = given ?? (await run.next());
    if (composed === undefined) return;
    const built = await finish(request, composed, press, problems);
    if (built !== undefined) run.done.push(built);
    request.onNote(composed.note.name, built === undefined ? 'failed' : 'built');
  };
  try {
    await Promise.all(request.files.map((_, place) => limit(() => work(place === 0 ? run.first : undefined))));
  } finally {
    // Where one ends the run, those that have not begun do not begin.
    limit.clearQueue();
  }
}

async function compose(request: BuildRequest, file: ScenarioFile, problems: Problem[]): Promise<Composed | undefined> {
  return caught(problems, async () => {
    const inputs = await request.read(file);
    const note = composeNote(inputs);
    problems.push(...note.warnings);
    const { source } = inputs.scenario.located;
    const entry = {
      name: note.name,
      title: note.view.title,
      scenario: { path: source.path.replaceAll('\\', '/'), sha256: sha256(source.text) },
      prices: pricesOf(note),
      printed: { ...note.results.printed },
    };
    return { note, inputs, entry };
  });
}

/** Each price once, though many resources may use it. */
function pricesOf({ assessment }: Note): ManifestEntry['prices'] {
  const used = [...assessment.priced.pricesUsed.values()];
  const prices = used.map(({ id, year, price }) => ({ name: id, year, amount: price.values[String(year)] ?? 0 }));
  return [...new Map(prices.map((price) => [`${price.name} ${price.year}`, price])).values()];
}

async function finish(
  request: BuildRequest,
  { note, inputs, entry }: Composed,
  press: Press | undefined,
  problems: Problem[],
): Promise<DoneNote | undefined> {
  return caught(problems, async () => {
    const published = await press?.publish(note, inputs);
    const pdf = published === undefined ? [] : [{ name: `${note.name}.pdf`, content: published.pdf }];
    const outputs = await writeOutputs(request.folder, request.shownFolder, [...pdf, ...texts(request, note)]);
    return { name: note.name, outputs, entry: { ...entry, outputs: outputsOf(outputs) } };
  });
}

function texts({ formats }: BuildRequest, note: Note): OutputFile[] {
  return [
    ...(formats.includes('html') ? [{ name: `${note.name}.html`, content: note.summaryPage }] : []),
    ...(formats.includes('json')
      ? [{ name: `${note.name}.json`, content: `${JSON.stringify(note.results, null, 2)}\n` }]
      : []),
    ...(formats.includes('csv') ? [{ name: `${note.name}.csv`, content: resultsCsv(note.results) }] : []),
  ];
}

/** Keeps a user's problem with one note from stopping the others. What is no user's problem is ours, and goes on up. */
async function caught<T>(problems: Problem[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.problems.some(({ code }) => code.startsWith('browser-'))) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

async function writeManifest({ request, done }: Run, browser: string | null): Promise<void> {
  if (done.length === 0) return;
  const program = { name: 'omkost', version: await programVersion() };
  const entries = done.map(({ entry }) => entry);
  const manifest = await updatedManifest(request.folder, program, browser, entries);
  await writeOutputs(request.folder, request.shownFolder, [
    { name: 'manifest.json', content: `${JSON.stringify(manifest, null, 2)}\n` },
  ]);
}

function inOrder(files: readonly ScenarioFile[], done: readonly DoneNote[]): readonly BuiltNote[] {
  return files.flatMap((file) => done.filter((note) => note.name === file.name));
}
