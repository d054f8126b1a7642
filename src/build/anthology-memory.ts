/** What is kept of an anthology between runs: recalled where none of its chapters, nor what stands before them, has changed. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Anthology } from '../anthology/compose-anthology.ts';
import { sha256, sha256OfValue } from '../files/digest.ts';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import type { ManifestEntry } from '../files/manifest.ts';
import { programDigest } from '../files/program.ts';
import type { ReadNote } from '../files/read-inputs.ts';
import { type OutputFile, type WrittenFile, writeOutputs } from '../files/write-outputs.ts';
import type { Problem } from '../problem/problem.ts';
import type { AnthologyOutput, AnthologyRequest } from './anthology-request.ts';
import { dependenciesOf } from './make-note.ts';
import {
  type Dependencies,
  type Format,
  type KeptOutput,
  type KeptWarning,
  keptWarning,
  warningAgain,
} from './note-record.ts';
import { NoteStore } from './note-store.ts';
import { ofFormats } from './recall-all.ts';
import { type Memory, neighboursKey, scenarioText, stillHold } from './recall-note.ts';
import { RunSurroundings } from './run-surroundings.ts';

type Entry = Omit<ManifestEntry, 'outputs'>;

/** What is known of it without its chapters' surroundings (program, options, texts of the scenarios) is in the key. */
interface AnthologyRecord {
  readonly chapters: readonly Dependencies[];
  readonly entry: Entry;
  /** An anthology has a table of results for each chapter. */
  readonly outputs: Readonly<Partial<Record<Format, readonly KeptOutput[]>>>;
  readonly warnings: readonly KeptWarning[];
}

interface RecalledAnthology {
  readonly entry: Entry;
  readonly outputs: readonly WrittenFile[];
  readonly warnings: readonly Problem[];
}

interface MadeAnthology {
  readonly anthology: Anthology;
  readonly inputs: readonly ReadNote[];
  readonly entry: Entry;
  readonly files: readonly AnthologyOutput[];
}

export class AnthologyMemory {
  readonly #request: AnthologyRequest;
  readonly #memory: Memory;

  private constructor(request: AnthologyRequest, memory: Memory) {
    this.#request = request;
    this.#memory = memory;
  }

  /** Undefined where nothing is to be kept, or a chapter comes from standard input, which is read once, by the build. */
  static async of(request: AnthologyRequest): Promise<AnthologyMemory | undefined> {
    const { cache, reading, printer, files } = request;
    if (cache === undefined || files.some(({ path }) => path === undefined)) return undefined;
    const store = await NoteStore.open(cache);
    return new AnthologyMemory(request, { store, surroundings: new RunSurroundings(reading, printer) });
  }

  /** Undefined where it must be built. Its outputs stand in the folder as they were made. Never throws for what a build would tell. */
  async recall(): Promise<RecalledAnthology | undefined> {
    const { formats, shownFolder } = this.#request;
    const record = await this.#unchanged().catch(() => undefined);
    if (record === undefined) return undefined;
    const kept = formats.map((format) => record.outputs[format]);
    if (!kept.every((outputs) => outputs !== undefined)) return undefined;
    const outputs = kept.flat();
    if (!(await this.#putBack(outputs))) return undefined;
    return {
      entry: ofFormats(record.entry, formats),
      outputs: outputs.map((output) => ({ ...output, path: join(shownFolder, output.name) })),
      warnings: record.warnings.map(warningAgain),
    };
  }

  /** What failed to be kept is made again next time: nothing is thrown. */
  async remember({ anthology, inputs, entry, files }: MadeAnthology): Promise<void> {
    const { store, surroundings } = this.#memory;
    const browser = files.some(({ format }) => format === 'pdf') ? await surroundings.browser() : null;
    const chapters = anthology.chapters.flatMap((note, index): Dependencies[] => {
      const input = inputs[index];
      return input === undefined ? [] : [{ ...dependenciesOf(note, input, browser), rowAt: null }];
    });
    const outputs: Partial<Record<Format, KeptOutput[]>> = {};
    for (const { format, name, content } of files) {
      const hash = sha256(content);
      await store.keepOutput(hash, content);
      outputs[format] = [...(outputs[format] ?? []), { name, bytes: Buffer.byteLength(content), sha256: hash }];
    }
    for (const [index, { neighbours }] of chapters.entries()) {
      await store.keepValue(neighboursKey(neighbours), inputs[index]?.interventionsBeside ?? []);
    }
    const record: AnthologyRecord = { chapters, entry, outputs, warnings: anthology.warnings.map(keptWarning) };
    const key = await this.#key(inputs.map(({ scenario }) => sha256(scenario.located.source.text)));
    await store.keepValue(key, withEarlier(record, await store.readValue<AnthologyRecord>(key)));
  }

  /** Page numbers of an earlier print, which may save one. */
  async pagesBefore(): Promise<ReadonlyMap<string, number> | undefined> {
    const kept = await this.#memory.store.readValue<[string, number][]>(this.#pagesKey());
    return kept === undefined ? undefined : new Map(kept);
  }

  async keepPages(pages: ReadonlyMap<string, number>): Promise<void> {
    await this.#memory.store.keepValue(this.#pagesKey(), [...pages]);
  }

  tidy(): Promise<void> {
    return this.#memory.store.tidy();
  }

  async #unchanged(): Promise<AnthologyRecord | undefined> {
    const { store, surroundings } = this.#memory;
    const { files, formats } = this.#request;
    const texts = await Promise.all(files.map((file) => scenarioText(surroundings, file)));
    const record = await store.readValue<AnthologyRecord>(await this.#key(texts.map(sha256)));
    if (record === undefined) return undefined;
    const isPrinted = formats.includes('pdf');
    const hold = async (file: ScenarioFile, on: Dependencies | undefined) =>
      on !== undefined && (await stillHold(this.#memory, file, on, isPrinted));
    for (const [index, file] of files.entries()) {
      if (!(await hold(file, record.chapters[index]))) return undefined;
    }
    return record;
  }

  /** `scenarios` are the hashes of the chapters' texts. */
  async #key(scenarios: readonly string[]): Promise<string> {
    const { anthology, files, reading } = this.#request;
    const { prices = null, theme = null, priceYear = null } = reading;
    const { name, title = null, file } = anthology;
    const own =
      file === undefined
        ? null
        : [file.checked.located.source, ...file.prose.values()].map(({ path, text }) => [path, sha256(text)]);
    const chapters = files.map(({ name: chapter, path }, index) => [chapter, path, scenarios[index]]);
    return `anthology ${sha256OfValue([await programDigest(), name, title, own, chapters, prices, theme, priceYear])}`;
  }

  #pagesKey(): string {
    const { anthology, reading } = this.#request;
    return `pages anthology ${sha256OfValue([resolve(reading.workingFolder), anthology.name])}`;
  }

  /** False where one is neither in the folder nor kept whole. */
  async #putBack(outputs: readonly KeptOutput[]): Promise<boolean> {
    const { folder, shownFolder } = this.#request;
    const missing: OutputFile[] = [];
    for (const { name, sha256: hash } of outputs) {
      const standing = await readFile(join(folder, name)).catch(() => undefined);
      if (standing !== undefined && sha256(standing) === hash) continue;
      const content = await this.#memory.store.output(hash);
      if (content === undefined) return false;
      missing.push({ name, content });
    }
    if (missing.length > 0) await writeOutputs(folder, shownFolder, missing);
    return true;
  }
}

/** A record of the same inputs keeps the formats that this run did not ask for. */
function withEarlier(record: AnthologyRecord, earlier: AnthologyRecord | undefined): AnthologyRecord {
  if (earlier === undefined) return record;
  const browserOf = ({ chapters }: AnthologyRecord) => chapters[0]?.browser ?? null;
  const others = ({ chapters }: AnthologyRecord) => sha256OfValue(chapters.map((one) => ({ ...one, browser: null })));
  const [now, before] = [browserOf(record), browserOf(earlier)];
  if (others(record) !== others(earlier) || (now !== null && before !== null && now !== before)) return record;
  return {
    ...record,
    chapters: record.chapters.map((one) => ({ ...one, browser: now ?? before })),
    entry: now === null ? earlier.entry : record.entry,
    outputs: { ...earlier.outputs, ...record.outputs },
  };
}
