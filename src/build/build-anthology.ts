/** Builds an anthology: recalled where nothing has changed; else all scenarios read and composed, printed as one publication, and written; nothing where one of them is wrong. */
import { type Anthology, composeAnthology } from '../anthology/compose-anthology.ts';
import { addToManifest, type ManifestEntry, withOutputs } from '../files/manifest.ts';
import { programVersion } from '../files/program.ts';
import type { ReadNote } from '../files/read-inputs.ts';
import { writeOutputs } from '../files/write-outputs.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import { resultsCsv } from '../report/results-csv.ts';
import { anthologyEntry } from './anthology-entry.ts';
import { anthologyDocumentFacts } from './anthology-facts.ts';
import { AnthologyMemory } from './anthology-memory.ts';
import type { AnthologyOutput, AnthologyRequest } from './anthology-request.ts';
import type { BuildResult } from './build-request.ts';
import { problemsOfChapters, readChapters } from './read-chapters.ts';

/** A browser prints an anthology in the time of its notes: the usual limit is for one note. */
const timeoutPerNoteMs = 15_000;

/** Throws UserError where nothing can be built: with all problems of all scenarios, or for want of a browser. */
export async function buildAnthology(request: AnthologyRequest): Promise<BuildResult> {
  const { name } = request.anthology;
  if (request.problems.length > 0) {
    throw new UserError([...request.problems, ...(await problemsOfChapters(request))]);
  }
  const version = await programVersion();
  const memory = await AnthologyMemory.of(request);
  const recalled = await memory?.recall();
  if (recalled !== undefined) {
    const warnings = await record(request, version, withOutputs(recalled.entry, recalled.outputs));
    request.onNote(name, 'unchanged');
    const problems = [...recalled.warnings, ...warnings];
    return { built: [{ name, outcome: 'unchanged', outputs: recalled.outputs }], problems };
  }
  const inputs = await readChapters(request);
  const { title, file } = request.anthology;
  const anthology = composeAnthology({ name, title, file, chapters: inputs });
  const { files, browser } = await makeFiles(request, anthology, inputs, { version, memory });
  const entry = anthologyEntry(request, anthology, inputs, { version, browser });
  const outputs = await writeOutputs(request.folder, request.shownFolder, files);
  await memory?.remember({ anthology, inputs, entry, files });
  const warnings = await record(request, version, withOutputs(entry, outputs));
  await memory?.tidy();
  request.onNote(name, 'built');
  return { built: [{ name, outcome: 'built', outputs }], problems: [...anthology.warnings, ...warnings] };
}

async function record(request: AnthologyRequest, version: string, entry: ManifestEntry): Promise<readonly Problem[]> {
  const browser = entry.madeWith?.browser ?? null;
  return addToManifest(request, { program: { name: 'omkost', version }, browser }, [entry]);
}

interface Making {
  readonly version: string;
  readonly memory: AnthologyMemory | undefined;
}

async function makeFiles(
  request: AnthologyRequest,
  anthology: Anthology,
  inputs: readonly ReadNote[],
  { version, memory }: Making,
): Promise<{ files: readonly AnthologyOutput[]; browser: string | null }> {
  const texts = textsOf(request.formats, anthology);
  if (!request.formats.includes('pdf')) return { files: texts, browser: null };
  const { printer, signal, files, lendPress = (await import('./press.ts')).withPress } = request;
  const timeoutMs = Math.max(printer.timeoutMs ?? 0, 60_000 + files.length * timeoutPerNoteMs);
  return lendPress({ ...printer, timeoutMs, signal }, async (press) => {
    const facts = anthologyDocumentFacts(anthology, { file: request.anthology.file, inputs }, `omkost ${version}`);
    const pagesBefore = await memory?.pagesBefore();
    const { pdf, pages } = await press.publishPages({ ...anthology, ...(pagesBefore && { pagesBefore }) }, facts);
    await memory?.keepPages(pages);
    const printed: AnthologyOutput = { format: 'pdf', name: `${anthology.name}.pdf`, content: pdf };
    return { files: [printed, ...texts], browser: press.printer.version };
  });
}

function textsOf(
  formats: AnthologyRequest['formats'],
  { name, summaryPage, results }: Anthology,
): readonly AnthologyOutput[] {
  const texts: readonly AnthologyOutput[] = [
    { format: 'html', name: `${name}.html`, content: summaryPage },
    { format: 'json', name: `${name}.json`, content: `${JSON.stringify(results, null, 2)}\n` },
    ...results.notes.map((one): AnthologyOutput => {
      return { format: 'csv', name: `${name}-${one.scenario.name}.csv`, content: resultsCsv(one) };
    }),
  ];
  return texts.filter(({ format }) => formats.includes(format));
}
