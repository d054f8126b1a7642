/** Reads all that one note needs; after this nothing is read any more. */
import { dirname, resolve } from 'node:path';
import type { NoteInputs } from '../note.ts';
import { type PriceList, parsePrices } from '../prices/parse.ts';
import { priceProblems } from '../prices/price.ts';
import { Gathering } from '../problem/gathering.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Place, Source } from '../problem/source.ts';
import { publisherOf } from '../render/publisher.ts';
import { inOrder } from '../scenario/check/report.ts';
import { inPriceYear } from '../scenario/in-price-year.ts';
import { type CheckedScenario, lookAtScenario, type SeenScenario } from '../scenario/parse.ts';
import { proseFiles } from '../scenario/prose.ts';
import { defaultLanguage } from '../scenario/schema/scenario.ts';
import { type Located, parseYaml } from '../yaml/parse-yaml.ts';
import type { ScenarioFile } from './find-scenarios.ts';
import { findTheme } from './find-theme.ts';
import type { HouseChoice } from './house-files.ts';
import { interventionsIn } from './neighbours.ts';
import { digestTables, tablesBeside, tablesNamed } from './note-tables.ts';
import { readEdition } from './read-edition.ts';
import { type ReadHouse, readHouse } from './read-house.ts';
import { readProse } from './read-prose.ts';
import { readSource, readStandardInput } from './read-source.ts';

export interface ReadOptions {
  readonly workingFolder: string;
  readonly standardInput: NodeJS.ReadableStream;
  /** `--prices`: these tables instead of those beside the scenario. */
  readonly prices?: readonly string[] | undefined;
  /** `--theme`: a folder or the name of a shipped one, instead of the scenario's or the shipped one. */
  readonly theme?: string | undefined;
  /** `--price-year`: instead of the scenario's. */
  readonly priceYear?: number | undefined;
  /** Date of issue where the scenario gives none. */
  readonly issued: string;
  /** The same by the name of a note: it is built again as of the day it was built first. */
  readonly issuedFor?: ReadonlyMap<string, string> | undefined;
}

/** The inputs of a note, and what of them cannot be seen in them any more. */
export interface ReadNote extends NoteInputs {
  readonly house: ReadHouse;
  /** All the price tables there are, by their hash. */
  readonly tables: string;
  /** Of the file of the edition before. */
  readonly previousSha256?: string;
}

interface ReadPrices {
  readonly list: PriceList;
  readonly sha256: string;
}

/** Reads scenarios one after the other; price tables and houses that several share are read once. */
export class InputReader {
  readonly #options: ReadOptions;
  readonly #houses = new Map<string, Promise<ReadHouse>>();
  readonly #prices = new Map<string, Promise<ReadPrices>>();
  readonly #scenarios = new Map<string, Promise<Located<unknown>>>();
  readonly #interventions = new Map<string, Promise<readonly string[]>>();

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** Throws UserError with what is wrong in the scenario, its prose files, its prices or its theme. */
  async read(file: ScenarioFile): Promise<ReadNote> {
    const { workingFolder, issuedFor } = this.#options;
    const located = await this.#scenarioOf(file);
    const seen = lookAtScenario(located, file.row);
    if (seen.problems.some(({ severity }) => severity === 'error')) {
      const all = [...seen.problems, ...(await this.#problemsBeside(file, seen.checked))];
      const isOwn = ({ place }: Problem) => place === undefined || place.source.path === located.source.path;
      throw new UserError([...inOrder(all.filter(isOwn)), ...all.filter((problem) => !isOwn(problem))]);
    }
    const checked = inPriceYear(checkedIn(seen), this.#options.priceYear);
    const folder = file.path === undefined ? workingFolder : dirname(resolve(workingFolder, file.path));
    const shownFolder = file.path === undefined ? '' : dirname(file.path);
    const [prose, prices, house, edition] = await allOrProblems([
      readProse(proseFiles(checked), folder, file.path === undefined ? '' : dirname(file.path)),
      this.#pricesFor(folder, file.path === undefined ? '' : dirname(file.path)),
      this.#houseFor(checked, folder),
      readEdition(checked, folder, shownFolder),
    ] as const);
    const interventionsBeside = file.path === undefined ? [] : await this.#interventionsIn(folder);
    const issued = issuedFor?.get(file.name) ?? this.#options.issued;
    const { priceYear } = this.#options;
    const shared = { house, prices: prices.list, tables: prices.sha256, interventionsBeside };
    return {
      name: file.name,
      scenario: checked,
      prose,
      issued,
      ...shared,
      ...(edition && { previous: edition.recorded, previousSha256: edition.sha256 }),
      ...(priceYear !== undefined && { priceYear }),
    };
  }

  /** What is wrong besides, where a scenario is: in the price tables, and in what it names and can be looked for all the same. */
  async #problemsBeside(file: ScenarioFile, seen: CheckedScenario | undefined): Promise<readonly Problem[]> {
    const { workingFolder, priceYear } = this.#options;
    const folder = file.path === undefined ? workingFolder : dirname(resolve(workingFolder, file.path));
    const shownFolder = file.path === undefined ? '' : dirname(file.path);
    const gathering = new Gathering();
    const prices = await gathering.await(this.#pricesFor(folder, shownFolder));
    if (seen === undefined) return gathering.problems;
    const checked = inPriceYear(seen, priceYear);
    await gathering.await(readProse(proseFiles(checked), folder, shownFolder));
    await gathering.await(readEdition(checked, folder, shownFolder));
    const house = await gathering.await(this.#houseFor(checked, folder));
    if (house !== undefined) gathering.attempt(() => publisherOf(checked, house.theme.publisher));
    return [...gathering.problems, ...(prices === undefined ? [] : priceProblems(checked, prices.list))];
  }

  /** A scenario of many rows is read once. */
  #scenarioOf({ path, row }: ScenarioFile): Promise<Located<unknown>> {
    const { workingFolder, standardInput } = this.#options;
    if (path === undefined) return readStandardInput(standardInput).then(parseYaml);
    const read = this.#scenarios.get(path) ?? readSource(resolve(workingFolder, path), path).then(parseYaml);
    if (row !== undefined) this.#scenarios.set(path, read);
    return read;
  }

  #interventionsIn(folder: string): Promise<readonly string[]> {
    const known = this.#interventions.get(folder) ?? interventionsIn(folder);
    this.#interventions.set(folder, known);
    return known;
  }

  #pricesFor(folder: string, shownFolder: string): Promise<ReadPrices> {
    const { prices, workingFolder } = this.#options;
    const key = prices === undefined ? folder : '--prices';
    const known =
      this.#prices.get(key) ??
      readPrices(prices === undefined ? tablesBeside(folder, shownFolder) : tablesNamed(prices, workingFolder));
    this.#prices.set(key, known);
    return known;
  }

  async #houseFor(checked: CheckedScenario, folder: string): Promise<ReadHouse> {
    const { theme, workingFolder } = this.#options;
    const own = checked.scenario.theme;
    const at = (key: 'theme' | 'language') => checked.located.locate([key]);
    const found =
      theme !== undefined
        ? await findTheme(theme, workingFolder)
        : own === undefined
          ? undefined
          : await namedAt(findTheme(own, folder), at('theme'));
    const { language = defaultLanguage } = checked.scenario;
    const choice: HouseChoice = { ...(found && { theme: found }), language };
    const key = JSON.stringify(choice);
    const known = this.#houses.get(key) ?? readHouse(choice);
    this.#houses.set(key, known);
    return namedAt(known, ({ code }) =>
      code === 'value-unknown' ? at('language') : theme === undefined && own !== undefined ? at('theme') : undefined,
    );
  }
}

function checkedIn({ checked }: SeenScenario): CheckedScenario {
  if (checked === undefined) throw new Error('a scenario was refused without saying why');
  return checked;
}

/** What is wrong with a file as a whole is told where the scenario names it. */
async function namedAt<T>(read: Promise<T>, place: Place | ((problem: Problem) => Place | undefined)): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const placed = error.problems.map((problem): Problem => {
      const found = typeof place === 'function' ? place(problem) : place;
      return problem.place !== undefined || found === undefined ? problem : { ...problem, place: found };
    });
    throw new UserError(placed, { cause: error });
  }
}

/** All of them, or the problems of all that failed. */
async function allOrProblems<T extends readonly unknown[]>(
  promises: { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const settled = await Promise.allSettled(promises);
  const problems: Problem[] = [];
  for (const outcome of settled) {
    if (outcome.status === 'fulfilled') continue;
    if (!(outcome.reason instanceof UserError)) throw outcome.reason;
    problems.push(...outcome.reason.problems);
  }
  if (problems.length > 0) throw new UserError(problems);
  return settled.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined)) as unknown as T;
}

async function readPrices(tables: Promise<readonly Source[]>): Promise<ReadPrices> {
  const sources = await tables;
  return { list: parsePrices(sources), sha256: digestTables(sources) };
}
