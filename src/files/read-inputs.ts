/** Reads all that one note needs; after this nothing is read any more. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import type { House, NoteInputs } from '../note.ts';
import { type PriceList, parsePrices } from '../prices/parse.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Place } from '../problem/source.ts';
import { type CheckedScenario, parseScenario } from '../scenario/parse.ts';
import { proseFiles } from '../scenario/prose.ts';
import { defaultLanguage } from '../scenario/schema/scenario.ts';
import type { ScenarioFile } from './find-scenarios.ts';
import { findTheme } from './find-theme.ts';
import { interventionsIn } from './neighbours.ts';
import { projectFolder } from './project-folder.ts';
import { type HouseChoice, readHouse } from './read-house.ts';
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
}

/** Reads scenarios one after the other; price tables and houses that several share are read once. */
export class InputReader {
  readonly #options: ReadOptions;
  readonly #houses = new Map<string, Promise<House>>();
  readonly #prices = new Map<string, Promise<PriceList>>();
  readonly #interventions = new Map<string, Promise<readonly string[]>>();

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** Throws UserError with what is wrong in the scenario, its prose files, its prices or its theme. */
  async read(file: ScenarioFile): Promise<NoteInputs> {
    const { workingFolder, standardInput, issued } = this.#options;
    const source =
      file.path === undefined
        ? await readStandardInput(standardInput)
        : await readSource(resolve(workingFolder, file.path), file.path);
    const checked = inPriceYear(parseScenario(source), this.#options.priceYear);
    const folder = file.path === undefined ? workingFolder : dirname(resolve(workingFolder, file.path));
    const [prose, prices, house] = await allOrProblems([
      readProse(proseFiles(checked), folder, file.path === undefined ? '' : dirname(file.path)),
      this.#pricesFor(folder, file.path === undefined ? '' : dirname(file.path)),
      this.#houseFor(checked, folder),
    ] as const);
    const interventionsBeside = file.path === undefined ? [] : await this.#interventionsIn(folder);
    const { priceYear } = this.#options;
    return {
      name: file.name,
      scenario: checked,
      prose,
      prices,
      house,
      issued,
      interventionsBeside,
      ...(priceYear !== undefined && { priceYear }),
    };
  }

  #interventionsIn(folder: string): Promise<readonly string[]> {
    const known = this.#interventions.get(folder) ?? interventionsIn(folder);
    this.#interventions.set(folder, known);
    return known;
  }

  #pricesFor(folder: string, shownFolder: string): Promise<PriceList> {
    const { prices, workingFolder } = this.#options;
    const key = prices === undefined ? folder : '--prices';
    const known =
      this.#prices.get(key) ??
      (prices === undefined ? pricesBeside(folder, shownFolder) : readPrices(prices, workingFolder));
    this.#prices.set(key, known);
    return known;
  }

  async #houseFor(checked: CheckedScenario, folder: string): Promise<House> {
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

/** The scenario in the prices of another year than it says itself. */
export function inPriceYear(checked: CheckedScenario, priceYear: number | undefined): CheckedScenario {
  if (priceYear === undefined) return checked;
  const { scenario } = checked;
  return { ...checked, scenario: { ...scenario, priceYear }, writtenPriceYear: scenario.priceYear };
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

/** `prices/` beside the scenario; where there is none, the tables that omkost ships. */
async function pricesBeside(folder: string, shownFolder: string): Promise<PriceList> {
  const beside = join(folder, 'prices');
  const isThere = (await stat(beside).catch(() => undefined))?.isDirectory() ?? false;
  const own = isThere ? beside : join(projectFolder, 'scenarios', 'prices');
  const files = (await readdir(own)).filter((name) => ['.yaml', '.yml'].includes(extname(name))).sort();
  const shown = isThere ? join(shownFolder, 'prices') : 'scenarios/prices';
  return parsePrices(await Promise.all(files.map((name) => readSource(join(own, name), join(shown, name)))));
}

async function readPrices(paths: readonly string[], workingFolder: string): Promise<PriceList> {
  return parsePrices(await Promise.all(paths.map((path) => readSource(resolve(workingFolder, path), path))));
}
