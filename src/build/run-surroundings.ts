/** What the notes of one run have around them, read and hashed once: price tables, houses, neighbours, the program, the browser. */
import { dirname, resolve } from 'node:path';
import { sha256, sha256OfValue } from '../files/digest.ts';
import type { ScenarioFile } from '../files/find-scenarios.ts';
import { findTheme } from '../files/find-theme.ts';
import { type AssetFile, digestHouse, type HouseDigest, readAssets, readHouseTexts } from '../files/house-files.ts';
import { interventionsIn } from '../files/neighbours.ts';
import { digestTables, tablesBeside, tablesNamed } from '../files/note-tables.ts';
import { programDigest } from '../files/program.ts';
import type { ReadOptions } from '../files/read-inputs.ts';
import type { UsedRow } from '../prices/extract.ts';
import type { PriceList } from '../prices/parse.ts';
import type { Source } from '../problem/source.ts';
import type { PrinterOptions } from '../publish/printer.types.ts';
import { rowFileOf } from '../scenario/rows/row-file.ts';

/** What a row of values puts into a note; where it stands in its table is nothing to the note. */
export function rowDigestOf({ row }: ScenarioFile): string | null {
  return row === undefined ? null : sha256(rowFileOf(row));
}

/** The row as it stands in the tables now, by its hash; undefined where it is gone. */
export type RowDigests = (row: UsedRow) => string | undefined;

export class RunSurroundings {
  readonly #options: ReadOptions;
  readonly #printer: PrinterOptions;
  readonly #once = new Map<string, Promise<unknown>>();

  constructor(options: ReadOptions, printer: PrinterOptions) {
    this.#options = options;
    this.#printer = printer;
  }

  /** The key of a note's record: all that decides about it and is known before anything else is read. */
  keyOf(file: ScenarioFile, scenario: string): Promise<string> {
    const { prices = null, theme = null, priceYear = null } = this.#options;
    return this.#kept('program', async () => programDigest()).then((program) => {
      const path = file.path?.replaceAll('\\', '/') ?? null;
      const row = rowDigestOf(file);
      return `note ${sha256OfValue([program, file.name, path, scenario, row, prices, theme, priceYear])}`;
    });
  }

  /** Where the page numbers of a note are kept, whatever becomes of its text. */
  pagesKeyOf(file: ScenarioFile): string {
    return `pages ${sha256OfValue([resolve(this.#options.workingFolder, file.path ?? ''), file.name])}`;
  }

  issued(name: string): string {
    return this.#options.issuedFor?.get(name) ?? this.#options.issued;
  }

  folderOf(file: ScenarioFile): string {
    const { workingFolder } = this.#options;
    return file.path === undefined ? workingFolder : dirname(resolve(workingFolder, file.path));
  }

  /** Identity of the browser that would print. */
  browser(): Promise<string> {
    return this.#kept('browser', async () => {
      const { identifyBrowser } = await import('../publish/browser/identify-browser.ts');
      return identifyBrowser({ ...this.#printer, environment: this.#printer.environment ?? process.env });
    });
  }

  tables(file: ScenarioFile): Promise<{ readonly sha256: string; readonly sources: readonly Source[] }> {
    const { prices, workingFolder } = this.#options;
    const folder = this.folderOf(file);
    return this.#kept(prices === undefined ? `tables ${folder}` : 'tables', async () => {
      const shown = file.path === undefined ? '' : dirname(file.path);
      const sources = await (prices === undefined ? tablesBeside(folder, shown) : tablesNamed(prices, workingFolder));
      return { sha256: digestTables(sources), sources };
    });
  }

  /** Parses the tables: for when they are not those of the record. */
  async rows(file: ScenarioFile): Promise<RowDigests> {
    const { sha256, sources } = await this.tables(file);
    return this.#kept(`rows ${sha256}`, async () => {
      const { parsePrices } = await import('../prices/parse.ts');
      const { digestRow } = await import('./row-digest.ts');
      const list: PriceList = parsePrices(sources);
      return (row: UsedRow) => digestRow(list, row);
    });
  }

  house(file: ScenarioFile, own: string | null, language: string, assets: readonly AssetFile[]): Promise<HouseDigest> {
    const { theme = own ?? undefined, workingFolder } = this.#options;
    const from = this.#options.theme === undefined ? this.folderOf(file) : workingFolder;
    return this.#kept(`house ${JSON.stringify([theme, from, language, assets])}`, async () => {
      const found = theme === undefined ? undefined : await findTheme(theme, from);
      const texts = await readHouseTexts({ ...(found && { theme: found }), language });
      const bytes = await readAssets(assets, texts.themeFolder);
      const read = assets.map((asset) => ({ ...asset, bytes: bytes.get(asset) }));
      return digestHouse(texts, language, read);
    });
  }

  /** Names of the interventions beside a scenario, and their hash. */
  neighbours(file: ScenarioFile): Promise<{ readonly names: readonly string[]; readonly sha256: string }> {
    const folder = this.folderOf(file);
    return this.#kept(`neighbours ${folder}`, async () => {
      const names = file.path === undefined ? [] : await interventionsIn(folder);
      return { names, sha256: sha256OfValue(names) };
    });
  }

  #kept<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#once.get(key) as Promise<T> | undefined;
    const made = known ?? make();
    this.#once.set(key, made);
    return made;
  }
}
