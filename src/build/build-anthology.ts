/** Builds an anthology: all scenarios read and composed, printed as one publication, and written; nothing where one of them is wrong. */
import { type Anthology, composeAnthology } from '../anthology.ts';
import { sha256OfValue } from '../files/digest.ts';
import { addToManifest, type ManifestEntry, withOutputs } from '../files/manifest.ts';
import { programVersion } from '../files/program.ts';
import { InputReader, type ReadNote } from '../files/read-inputs.ts';
import { type OutputFile, writeOutputs } from '../files/write-outputs.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import { resultsCsv } from '../report/results-csv.ts';
import { anthologyDocumentFacts } from './anthology-facts.ts';
import type { BuildRequest, BuildResult } from './build-request.ts';
import { entryOf } from './make-note.ts';

export interface AnthologyRequest extends BuildRequest {
  readonly anthology: { readonly name: string; readonly title?: string | undefined };
}

/** A browser prints an anthology in the time of its notes: the usual limit is for one note. */
const timeoutPerNoteMs = 15_000;

/** Throws UserError where nothing can be built: with all problems of all scenarios, or for want of a browser. */
export async function buildAnthology(request: AnthologyRequest): Promise<BuildResult> {
  const { name, title } = request.anthology;
  const inputs = await readAll(request);
  const anthology = composeAnthology({ name, title, chapters: inputs });
  const version = await programVersion();
  const { pdf, browser } = await print(request, anthology, inputs, version);
  const files = [...pdf, ...texts(request.formats, anthology)];
  const outputs = await writeOutputs(request.folder, request.shownFolder, files);
  const entry = withOutputs(manifestEntry(request, anthology, inputs, { version, browser }), outputs);
  const warnings = await addToManifest(request, { program: { name: 'omkost', version }, browser }, [entry]);
  request.onNote(name, 'built');
  return { built: [{ name, outcome: 'built', outputs }], problems: [...anthology.warnings, ...warnings] };
}

/** All problems of the scenarios there are, where others are missing. */
export async function problemsOf(request: AnthologyRequest): Promise<readonly Problem[]> {
  try {
    return problemsIn(await readAll(request));
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

/** What is wrong in any is told of all, also what shows only when it is composed. */
async function readAll({ files, reading, signal }: AnthologyRequest): Promise<readonly ReadNote[]> {
  const reader = new InputReader(reading);
  const problems: Problem[] = [];
  const read: ReadNote[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    try {
      read.push(await reader.read(file));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length === 0) return read;
  throw new UserError([...problems, ...problemsIn(read)]);
}

function problemsIn(read: readonly ReadNote[]): readonly Problem[] {
  if (read.length === 0) return [];
  try {
    composeAnthology({ name: 'anthology', chapters: read });
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

async function print(
  { formats, printer, signal, files }: AnthologyRequest,
  anthology: Anthology,
  inputs: readonly ReadNote[],
  version: string,
): Promise<{ pdf: readonly OutputFile[]; browser: string | null }> {
  if (!formats.includes('pdf')) return { pdf: [], browser: null };
  const { withPress } = await import('./press.ts');
  const timeoutMs = Math.max(printer.timeoutMs ?? 0, 60_000 + files.length * timeoutPerNoteMs);
  return withPress({ ...printer, timeoutMs, signal }, async (press) => {
    const facts = anthologyDocumentFacts(anthology, inputs, `omkost ${version}`);
    const { pdf } = await press.publishPages(anthology, facts);
    return { pdf: [{ name: `${anthology.name}.pdf`, content: pdf }], browser: press.printer.version };
  });
}

function texts(formats: BuildRequest['formats'], { name, summaryPage, results }: Anthology): readonly OutputFile[] {
  return [
    ...(formats.includes('html') ? [{ name: `${name}.html`, content: summaryPage }] : []),
    ...(formats.includes('json') ? [{ name: `${name}.json`, content: `${JSON.stringify(results, null, 2)}\n` }] : []),
    ...(formats.includes('csv')
      ? results.notes.map((one) => ({ name: `${name}-${one.scenario.name}.csv`, content: resultsCsv(one) }))
      : []),
  ];
}

/** Like a note's; its scenario is the list of its chapters. */
function manifestEntry(
  { reading }: AnthologyRequest,
  { name, view, chapters, results }: Anthology,
  inputs: readonly ReadNote[],
  { version, browser }: { readonly version: string; readonly browser: string | null },
): Omit<ManifestEntry, 'outputs'> {
  const entries = chapters.flatMap((note, index) => {
    const input = inputs[index];
    return input === undefined ? [] : [entryOf(note, input, { reading, version, browser })];
  });
  const [first] = entries;
  const prices = entries.flatMap((entry) => entry.prices);
  return {
    name,
    title: view.title,
    scenario: { path: '', sha256: sha256OfValue(entries.map(({ scenario }) => scenario)) },
    chapters: entries.map(({ name: chapter, scenario }) => ({ name: chapter, ...scenario })),
    prices: [...new Map(prices.map((price) => [`${price.name} ${price.year}`, price])).values()],
    ...(first?.options && { options: first.options }),
    madeWith: { program: version, browser },
    printed: { ...results.printed },
  };
}
