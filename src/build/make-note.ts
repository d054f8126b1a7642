/** Makes one note that was not made before: read, compose, print, write, and remember what it was made from. */
import { sha256, sha256OfValue } from '../files/digest.ts';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { InputReader, type ReadNote } from '../files/read-inputs.ts';
import type { OutputFile } from '../files/write-outputs.ts';
import { composeNote, type Note } from '../note.ts';
import { usedRows } from '../prices/extract.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import { resultsCsv } from '../report/results-csv.ts';
import { proseTexts } from '../scenario/prose.ts';
import { rowFileOf } from '../scenario/rows/row-file.ts';
import type { BuildRequest } from './build-request.ts';
import type { Dependencies, Format, NoteRecord, RowDigest } from './note-record.ts';
import { keptWarning } from './note-record.ts';
import type { Press } from './press.ts';
import { type Memory, neighboursKey, rowAt } from './recall-note.ts';
import { digestRow } from './row-digest.ts';
import { rowProblemsBeside } from './row-problems.ts';
import { themeNameOf } from './theme-name.ts';

export interface Composed {
  readonly file: ScenarioFile;
  readonly note: Note;
  /** Of what is the same in all notes of a table of rows only what was not told before. */
  readonly warnings: readonly Problem[];
  readonly inputs: ReadNote;
}

export interface MadeNote {
  readonly entry: NoteRecord['entry'];
  readonly files: readonly (OutputFile & { readonly format: Format })[];
}

export class NoteMaker {
  readonly #request: BuildRequest;
  readonly #reader: InputReader;
  readonly #told: (file: ScenarioFile, problems: readonly Problem[]) => Promise<readonly Problem[]>;
  readonly #memory: Memory | undefined;
  readonly #version: string;

  constructor(request: BuildRequest, version: string, memory: Memory | undefined) {
    this.#request = request;
    this.#reader = new InputReader(request.reading);
    this.#told = rowProblemsBeside(this.#reader);
    this.#memory = memory;
    this.#version = version;
  }

  /** Throws UserError with what is wrong in the inputs. */
  async compose(file: ScenarioFile): Promise<Composed> {
    try {
      const inputs = await this.#reader.read(file);
      const note = composeNote(inputs);
      return { file, inputs, note, warnings: await this.#told(file, note.warnings) };
    } catch (error) {
      if (!(error instanceof UserError) || file.row === undefined) throw error;
      throw new UserError(await this.#told(file, error.problems), { cause: error });
    }
  }

  /** Throws UserError with what keeps the note from being printed. */
  async make({ file, note, inputs }: Composed, press: Press | undefined): Promise<MadeNote> {
    const published = await press?.publish(note, inputs, await this.#pagesOf(file));
    if (published !== undefined) await this.#keepPages(file, published.pages);
    const pdf =
      published === undefined ? [] : [{ format: 'pdf', name: `${note.name}.pdf`, content: published.pdf } as const];
    const files = [...pdf, ...texts(this.#request.formats, note)];
    const made = { reading: this.#request.reading, version: this.#version, browser: press?.printer.version ?? null };
    return { files, entry: entryOf(note, inputs, made) };
  }

  /** What failed to be kept is made again next time: nothing is thrown. */
  async remember({ file, note, warnings, inputs }: Composed, { entry, files }: MadeNote): Promise<void> {
    if (this.#memory === undefined || file.path === undefined) return;
    const { store, surroundings } = this.#memory;
    const key = await surroundings.keyOf(file, entry.scenario.sha256);
    const isPrinted = files.some(({ format }) => format === 'pdf');
    const browser = isPrinted ? await surroundings.browser() : null;
    const saysRow = warnings.some(({ place }) => place?.source === file.row?.source);
    const dependencies = { ...dependenciesOf(note, inputs, browser), rowAt: saysRow ? rowAt(file) : null };
    const outputs: NoteRecord['outputs'] = Object.fromEntries(
      files.map(({ format, name, content }) => [
        format,
        { name, bytes: Buffer.byteLength(content), sha256: sha256(content) },
      ]),
    );
    for (const { content } of files) await store.keepOutput(sha256(content), content);
    await store.keepValue(neighboursKey(dependencies.neighbours), inputs.interventionsBeside ?? []);
    const record: NoteRecord = { dependencies, entry, outputs, warnings: warnings.map(keptWarning) };
    await store.keepValue(key, withEarlier(record, await store.readValue<NoteRecord>(key)));
  }

  async #pagesOf(file: ScenarioFile): Promise<ReadonlyMap<string, number> | undefined> {
    if (this.#memory === undefined) return undefined;
    const { store, surroundings } = this.#memory;
    const kept = await store.readValue<[string, number][]>(surroundings.pagesKeyOf(file));
    return kept === undefined ? undefined : new Map(kept);
  }

  async #keepPages(file: ScenarioFile, pages: ReadonlyMap<string, number>): Promise<void> {
    if (this.#memory === undefined || file.path === undefined) return;
    await this.#memory.store.keepValue(this.#memory.surroundings.pagesKeyOf(file), [...pages]);
  }
}

/** What the manifest says of a note beside its outputs. */
export function entryOf(
  note: Note,
  inputs: ReadNote,
  made: { readonly reading: BuildRequest['reading']; readonly version: string; readonly browser: string | null },
): NoteRecord['entry'] {
  const { located, row } = inputs.scenario;
  const { source } = located;
  const { templates, language, theme, assets } = inputs.house.files;
  return {
    name: note.name,
    title: note.view.title,
    scenario: {
      path: relativePath(source.path),
      sha256: sha256(source.text),
      ...(row !== undefined && { row: { path: relativePath(row.source.path), sha256: sha256(rowFileOf(row)) } }),
    },
    prices: pricesOf(note),
    inputs: {
      prose: proseOf(inputs),
      ...editionOf(inputs),
      rows: rowsOf(note, inputs),
      templates,
      language,
      theme,
      themeName: themeNameOf(inputs, made.reading),
      assets: assets.map(({ file, sha256: hash }) => ({ file, sha256: hash })),
    },
    options: { priceYear: made.reading.priceYear ?? null, issued: issuedOf(inputs) },
    madeWith: { program: made.version, browser: made.browser },
    printed: { ...note.results.printed },
  };
}

/** A record of the same inputs keeps the formats that this run did not ask for. */
function withEarlier(record: NoteRecord, earlier: NoteRecord | undefined): NoteRecord {
  if (earlier === undefined) return record;
  const { browser, ...inputs } = record.dependencies;
  const { browser: browserBefore, ...inputsBefore } = earlier.dependencies;
  const isSame = sha256OfValue(inputs) === sha256OfValue(inputsBefore);
  if (!isSame || (browser !== null && browserBefore !== null && browser !== browserBefore)) return record;
  return {
    ...record,
    dependencies: { ...inputs, browser: browser ?? browserBefore },
    entry: record.entry.madeWith?.browser === null ? earlier.entry : record.entry,
    outputs: { ...earlier.outputs, ...record.outputs },
  };
}

export function dependenciesOf(note: Note, inputs: ReadNote, browser: string | null): Omit<Dependencies, 'rowAt'> {
  const texts = proseTexts(inputs.scenario, inputs.prose);
  return {
    prose: proseOf(inputs),
    ...editionOf(inputs),
    rows: rowsOf(note, inputs),
    tables: inputs.tables,
    theme: inputs.scenario.scenario.theme ?? null,
    house: inputs.house.files,
    issued: issuedOf(inputs),
    neighbours: sha256OfValue(inputs.interventionsBeside ?? []),
    prosePrinted: [...texts.values()].map(({ markdown }) => markdown.toLowerCase()),
    browser,
  };
}

function proseOf({ prose }: ReadNote): { file: string; sha256: string }[] {
  return [...prose].map(([file, { text }]) => ({ file, sha256: sha256(text) }));
}

function editionOf({ scenario, previousSha256 }: ReadNote): { edition?: { file: string; sha256: string } } {
  const file = scenario.scenario.previousEdition?.file;
  return file === undefined || previousSha256 === undefined ? {} : { edition: { file, sha256: previousSha256 } };
}

function rowsOf({ assessment }: Note, { prices }: ReadNote): RowDigest[] {
  return usedRows(assessment.priced).flatMap((row) => {
    const digest = digestRow(prices, row);
    return digest === undefined ? [] : [{ ...row, sha256: digest }];
  });
}

/** The day of the build, where it is printed: a scenario that says when it was issued looks the same every day. */
function issuedOf({ scenario, issued }: ReadNote): string | null {
  return scenario.scenario.issued === undefined ? issued : null;
}

/** Each price once, though many resources may use it. */
function pricesOf({ assessment }: Note): NoteRecord['entry']['prices'] {
  const used = [...assessment.priced.pricesUsed.values()];
  const prices = used.map(({ id, year, price }) => ({ name: id, year, amount: price.values[String(year)] ?? 0 }));
  return [...new Map(prices.map((price) => [`${price.name} ${price.year}`, price])).values()];
}

function texts(formats: BuildRequest['formats'], note: Note): MadeNote['files'] {
  return [
    ...(formats.includes('html')
      ? [{ format: 'html', name: `${note.name}.html`, content: note.summaryPage } as const]
      : []),
    ...(formats.includes('json')
      ? [{ format: 'json', name: `${note.name}.json`, content: `${JSON.stringify(note.results, null, 2)}\n` } as const]
      : []),
    ...(formats.includes('csv')
      ? [{ format: 'csv', name: `${note.name}.csv`, content: resultsCsv(note.results) } as const]
      : []),
  ];
}

/** A manifest names no folder of one machine: of a scenario from elsewhere only its file. */
function relativePath(path: string): string {
  const shown = path.replaceAll('\\', '/');
  return /^(?:\/|[A-Za-z]:)/.test(shown) ? (shown.split('/').at(-1) ?? shown) : shown;
}
