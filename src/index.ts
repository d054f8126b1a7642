/**
 * The library: the functions that the command line uses, for programs of others. `buildNote` goes the whole way; `composeNote` is its
 * pure middle, for who reads inputs and prints in a way of their own.
 */
import { Readable } from 'node:stream';
import type { Press } from './build/press.ts';
import type { ScenarioFile } from './files/find-scenarios.ts';
import { findScenarios } from './files/find-scenarios.ts';
import { InputReader, type ReadOptions } from './files/read-inputs.ts';
import { composeNote, type Note, type NoteInputs } from './note.ts';
import { UserError } from './problem/problem.ts';
import type { PrinterOptions } from './publish/printer.types.ts';

export { type Anthology, type AnthologyInputs, composeAnthology } from './anthology/compose-anthology.ts';
export type { Press, PublishedNote } from './build/press.ts';
export type { ScenarioFile } from './files/find-scenarios.ts';
export { InputReader, type ReadOptions } from './files/read-inputs.ts';
export { composeNote, type House, type Note, type NoteInputs } from './note.ts';
export { type Problem, type ProblemCode, UserError } from './problem/problem.ts';
export type { Place, Source } from './problem/source.ts';
export type { PrinterEvent, PrinterOptions } from './publish/printer.types.ts';
export type { Results } from './report/results.ts';

/** What goes into one note. Only `scenario` must be given. */
export interface BuildNoteOptions {
  /** A file, or a name in `scenarios/`, as on the command line; or the text of a scenario itself. */
  readonly scenario: string | { readonly text: string; readonly name?: string };
  /** Where relative paths, and a text's own price tables and pictures, are looked for: the process's working folder by default. */
  readonly workingFolder?: string;
  /** Price tables to use instead of those in `prices/` beside the scenario. */
  readonly prices?: readonly string[];
  /** Builds in the prices of this year instead of the scenario's. */
  readonly priceYear?: number;
  /** Name of a shipped house style or folder of another, instead of the scenario's own. */
  readonly theme?: string;
  /** Date of issue where the scenario gives none, `2026-11-22`: today in UTC by default. Fix it to get the same bytes again. */
  readonly issued?: string;
  /** A press of `withPress`, so that many notes share one browser. Without it a browser is started for this note alone. */
  readonly press?: Press;
  /** Which browser, and how to stop it: for a note that brings no press. */
  readonly browser?: PrinterOptions;
}

/** A finished note: the same bytes and texts that `omkost build` writes. */
export interface BuiltNote extends Pick<Note, 'name' | 'results' | 'warnings'> {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** The web summary page; it links to `<name>.pdf` beside it. */
  readonly html: string;
  /** Everything between: the assessment with every line, the texts of the note, and the page that was printed. */
  readonly note: Note;
}

/**
 * Builds one note and writes nothing.
 *
 *     const { pdf, results } = await buildNote({ scenario: 'scenarios/my-intervention.yaml' });
 *
 * Throws UserError with everything that is wrong in the inputs, each problem with its place, or with why no browser can be used.
 */
export async function buildNote(options: BuildNoteOptions): Promise<BuiltNote> {
  const inputs = await readNote(options);
  const note = composeNote(inputs);
  const { press, browser = {} } = options;
  const publish = (given: Press) => given.publish(note, inputs);
  const { pdf, pageCount } = await (press === undefined ? withPress(browser, publish) : publish(press));
  const { name, results, warnings, summaryPage } = note;
  return { name, pdf, pageCount, html: summaryPage, results, warnings, note };
}

/**
 * Reads and checks what one note needs, without composing or printing it.
 *
 *     const { results } = composeNote(await readNote({ scenario: 'my-intervention' }));
 *
 * Throws UserError with everything that is wrong in the inputs.
 */
export async function readNote(options: Omit<BuildNoteOptions, 'press' | 'browser'>): Promise<NoteInputs> {
  const { scenario, issued = new Date().toISOString().slice(0, 10), workingFolder = process.cwd() } = options;
  const text = typeof scenario === 'string' ? '' : scenario.text;
  const reading: ReadOptions = { ...options, workingFolder, issued, standardInput: Readable.from([text]) };
  return new InputReader(reading).read(await fileOf(scenario, workingFolder));
}

/**
 * Starts a browser and the threads that finish what it prints, lends them to `use` as a press, and closes them, whoever fails.
 *
 *     const notes = await withPress({}, (press) => Promise.all(paths.map((scenario) => buildNote({ scenario, press }))));
 *
 * Throws UserError where no browser can be found or started.
 */
export async function withPress<T>(options: PrinterOptions, use: (press: Press) => Promise<T>): Promise<T> {
  return (await import('./build/press.ts')).withPress(options, use);
}

async function fileOf(scenario: BuildNoteOptions['scenario'], workingFolder: string): Promise<ScenarioFile> {
  if (typeof scenario !== 'string') return { name: scenario.name ?? 'scenario' };
  const { files, problems } = await findScenarios([scenario], workingFolder);
  const [file] = files;
  if (file === undefined) throw new UserError(problems);
  return file;
}
