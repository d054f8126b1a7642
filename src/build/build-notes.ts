/** Builds many notes in one run: read, compose, print, write; one bad note does not stop the others. */
import pLimit from 'p-limit';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { type ManifestEntry, outputsOf, updatedManifest } from '../files/manifest.ts';
import { programVersion } from '../files/program.ts';
import { type OutputFile, sha256, type WrittenFile, writeOutputs } from '../files/write-outputs.ts';
import { composeNote, type Note, type NoteInputs } from '../note.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Printer, PrinterOptions } from '../publish/printer.types.ts';

export interface BuildRequest {
  readonly files: readonly ScenarioFile[];
  readonly read: (file: ScenarioFile) => Promise<NoteInputs>;
  readonly folder: string;
  /** The folder as the user named it. */
  readonly shownFolder: string;
  readonly formats: readonly ('pdf' | 'html' | 'json')[];
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

type Composed = { readonly note: Note; readonly entry: Omit<ManifestEntry, 'outputs'> };

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
  const run = (print: Printer['print'] | undefined) => buildQueue(request, first, next, print, problems);
  const { done, version } = request.formats.includes('pdf')
    ? await runWithPrinter(request, run)
    : { done: await run(undefined), version: null };
  await writeManifest(request, done, version);
  return { built: inOrder(request.files, done), problems };
}

interface DoneNote extends BuiltNote {
  readonly entry: ManifestEntry;
}

async function runWithPrinter(
  request: BuildRequest,
  run: (print: Printer['print']) => Promise<readonly DoneNote[]>,
): Promise<{ done: readonly DoneNote[]; version: string }> {
  const { withPrinter } = await import('../publish/printer.ts');
  return withPrinter({ ...request.printer, signal: request.signal }, async (printer) => ({
    done: await run(printer.print),
    version: printer.version,
  }));
}

/** Notes are composed while others print: two more are under way than there are pages, so that no page waits. */
async function buildQueue(
  request: BuildRequest,
  first: Composed,
  next: () => Promise<Composed | undefined>,
  print: Printer['print'] | undefined,
  problems: Problem[],
): Promise<readonly DoneNote[]> {
  const done: DoneNote[] = [];
  const limit = pLimit((request.printer.pages ?? 2) + 2);
  const work = async (given: Composed | undefined): Promise<void> => {
    request.signal.throwIfAborted();
    const composed = given ?? (await next());
    if (composed === undefined) return;
    const built = await finish(request, composed, print, problems);
    if (built !== undefined) done.push(built);
    request.onNote(composed.note.name, built === undefined ? 'failed' : 'built');
  };
  await Promise.all(request.files.map((_, place) => limit(() => work(place === 0 ? first : undefined))));
  return done;
}

async function compose(request: BuildRequest, file: ScenarioFile, problems: Problem[]): Promise<Composed | undefined> {
  return caught(problems, async () => {
    const inputs = await request.read(file);
    const note = composeNote(inputs);
    problems.push(...note.warnings);
    const { source } = inputs.scenario.located;
    const prices = [...note.assessment.priced.pricesUsed.values()].map(({ id, year, price }) => ({
      name: id,
      year,
      amount: price.values[String(year)] ?? 0,
    }));
    const entry = {
      name: note.name,
      title: note.view.title,
      scenario: { path: source.path.replaceAll('\\', '/'), sha256: sha256(source.text) },
      prices,
      printed: { ...note.results.printed },
    };
    return { note, entry };
  });
}

async function finish(
  request: BuildRequest,
  { note, entry }: Composed,
  print: Printer['print'] | undefined,
  problems: Problem[],
): Promise<DoneNote | undefined> {
  return caught(problems, async () => {
    const pdf = print === undefined ? [] : [{ name: `${note.name}.pdf`, content: (await print(note)).pdf }];
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

async function writeManifest(request: BuildRequest, done: readonly DoneNote[], version: string | null): Promise<void> {
  if (done.length === 0) return;
  const program = { name: 'omkost', version: await programVersion() };
  const manifest = await updatedManifest(
    request.folder,
    program,
    version,
    done.map(({ entry }) => entry),
  );
  await writeOutputs(request.folder, request.shownFolder, [
    { name: 'manifest.json', content: `${JSON.stringify(manifest, null, 2)}\n` },
  ]);
}

function inOrder(files: readonly ScenarioFile[], done: readonly DoneNote[]): readonly BuiltNote[] {
  return files.flatMap((file) => done.filter((note) => note.name === file.name));
}
