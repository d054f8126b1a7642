/** Reads all that one note needs; after this nothing is read any more. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import type { House, NoteInputs } from '../note.ts';
import { type PriceList, parsePrices } from '../prices/parse.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { type CheckedScenario, parseScenario } from '../scenario/parse.ts';
import { type ProseFile, proseFiles } from '../scenario/prose.ts';
import type { ScenarioFile } from './find-scenarios.ts';
import { projectFolder } from './project-folder.ts';
import { type HouseChoice, readHouse } from './read-house.ts';
import { readSource, readStandardInput } from './read-source.ts';

export interface ReadOptions {
  readonly workingFolder: string;
  readonly standardInput: NodeJS.ReadableStream;
  /** `--prices`: these tables instead of those beside the scenario. */
  readonly prices?: readonly string[] | undefined;
  /** `--theme`: a folder, instead of the scenario's or the shipped one. */
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
    return { name: file.name, scenario: checked, prose, prices, house, issued };
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

  #houseFor(checked: CheckedScenario, folder: string): Promise<House> {
    const { theme, workingFolder } = this.#options;
    const own = checked.scenario.theme;
    const themeFolder =
      theme !== undefined ? resolve(workingFolder, theme) : own === undefined ? undefined : resolve(folder, own);
    const choice: HouseChoice = { theme: themeFolder, language: checked.scenario.language ?? 'da' };
    const key = JSON.stringify(choice);
    const known = this.#houses.get(key) ?? readHouse(choice);
    this.#houses.set(key, known);
    return known;
  }
}

function inPriceYear(checked: CheckedScenario, priceYear: number | undefined): CheckedScenario {
  return priceYear === undefined ? checked : { ...checked, scenario: { ...checked.scenario, priceYear } };
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

/** Prose files lie in the scenario's folder or below it, also behind symbolic links, so that a scenario cannot print other files. */
async function readProse(
  files: readonly ProseFile[],
  folder: string,
  shownFolder: string,
): Promise<Map<string, Source>> {
  const problems: Problem[] = [];
  const read = new Map<string, Source>();
  for (const { file, place } of files) {
    try {
      const path = resolve(folder, file);
      if (!(await isBelow(path, folder)) || extname(path) !== '.md') {
        const message = `“${file}” is not a .md file in the scenario’s folder`;
        problems.push({
          severity: 'error',
          code: 'file-outside',
          message,
          place,
          hint: 'put the text in a .md file beside the scenario',
        });
        continue;
      }
      read.set(file, await readSource(path, join(shownFolder, file)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, place })));
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return read;
}

async function isBelow(path: string, folder: string): Promise<boolean> {
  if (!path.startsWith(folder + sep)) return false;
  const [real, realFolder] = await Promise.all([realpath(path).catch(() => path), realpath(folder)]);
  return real === path || real.startsWith(realFolder + sep);
}
