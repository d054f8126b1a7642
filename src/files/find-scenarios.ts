/** Which scenario files a command line means. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { type Problem, UserError } from '../problem/problem.ts';
import { nearest, suggestion } from '../problem/suggest.ts';
import type { ScenarioRow } from '../scenario/rows/read-rows.ts';

/** A scenario to read. `path` is undefined for standard input. */
export interface ScenarioFile {
  /** Name of its outputs. */
  readonly name: string;
  readonly path?: string;
  /** The row whose values stand in the place of the file's own. */
  readonly row?: ScenarioRow;
}

export interface FoundScenarios {
  readonly files: readonly ScenarioFile[];
  readonly problems: readonly Problem[];
}

export const scenarioFolder = 'scenarios';

/** The scenarios named, or all in `scenarios/`; a bare name means `scenarios/<name>.yaml`, `-` standard input. */
export async function findScenarios(named: readonly string[], workingFolder: string): Promise<FoundScenarios> {
  if (named.length === 0) return allScenarios(workingFolder);
  const files: ScenarioFile[] = [];
  const problems: Problem[] = [];
  for (const name of new Set(named)) {
    if (name === '-') files.push({ name: 'scenario' });
    else {
      const found = await findOne(name, workingFolder);
      if ('code' in found) problems.push(found);
      else files.push(found);
    }
  }
  return withOwnOutputs(files, problems);
}

/** The one scenario named; that there is none of that name is the author's to hear. */
export async function findScenario(named: string, workingFolder: string): Promise<ScenarioFile> {
  const { files, problems } = await findScenarios([named], workingFolder);
  const [file] = files;
  if (file === undefined) throw new UserError(problems);
  return file;
}

async function allScenarios(workingFolder: string): Promise<FoundScenarios> {
  const names = await scenarioNames(join(workingFolder, scenarioFolder));
  if (names.length === 0) {
    const message = `there is no scenario in ${scenarioFolder}/`;
    const hint = 'name a file, or write a first scenario with: omkost new my-intervention';
    throw new UserError([{ severity: 'error', code: 'file-missing', message, hint }]);
  }
  return withOwnOutputs(
    names.map((file) => scenarioFile(join(scenarioFolder, file))),
    [],
  );
}

/** The YAML files of a folder, by their names. */
export async function scenarioNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  return files.filter((file) => isYaml(file) && !file.startsWith('.')).sort();
}

function isYaml(file: string): boolean {
  return ['.yaml', '.yml'].includes(extname(file));
}

async function findOne(name: string, workingFolder: string): Promise<ScenarioFile | Problem> {
  const tried = extname(name) === '' ? [name, `${name}.yaml`, join(scenarioFolder, `${name}.yaml`)] : [name];
  for (const path of tried) {
    // A folder named as a scenario is left to the reader, which says what it is, unless a file of that name is found.
    const found = await stat(join(isAbsolutePath(path) ? '' : workingFolder, path)).catch(() => undefined);
    if (found?.isFile()) return scenarioFile(shownPath(path, workingFolder));
  }
  const isThere = await stat(join(isAbsolutePath(name) ? '' : workingFolder, name)).catch(() => undefined);
  if (isThere !== undefined) return scenarioFile(shownPath(name, workingFolder));
  return {
    severity: 'error',
    code: 'file-missing',
    message: `there is no scenario “${name}”`,
    hint: await missingHint(name, workingFolder),
  };
}

/** The nearest scenario, by name or by path; else the names there are. */
async function missingHint(name: string, workingFolder: string): Promise<string> {
  const files = await scenarioNames(join(workingFolder, scenarioFolder));
  if (files.length === 0) return 'name a file, or write a first scenario with: omkost new my-intervention';
  const names = files.map((file) => basename(file, extname(file)));
  const near = nearest(name, [...names, ...files, ...files.map((file) => join(scenarioFolder, file))]);
  return near === undefined ? suggestion(name, names) : `did you mean “${near}”?`;
}

function isAbsolutePath(path: string): boolean {
  return join('/', path) === path || /^[A-Za-z]:/.test(path);
}

/** As the user knows a file: below the working folder where it lies there. */
export function shownPath(path: string, workingFolder: string): string {
  if (!isAbsolutePath(path)) return path;
  const below = relative(workingFolder, path);
  return below.startsWith('..') ? path : below;
}

export function scenarioFile(path: string): ScenarioFile {
  return { name: basename(path, extname(path)), path };
}

/** Without those whose files another one or the run itself would write: the second is refused, not lost. */
function withOwnOutputs(files: readonly ScenarioFile[], problems: readonly Problem[]): FoundScenarios {
  const byName = new Map<string, ScenarioFile>();
  const taken = files.flatMap((file): Problem[] => {
    const earlier = byName.get(file.name);
    // Some systems take “Manifest” for the same name.
    if (file.name.toLowerCase() === 'manifest') {
      const message = `${file.path} would write ${file.name}.json, where the list of all that was built stands`;
      return [{ severity: 'error', code: 'name-invalid', message, hint: 'give the scenario another name' }];
    }
    if (earlier === undefined) byName.set(file.name, file);
    if (earlier === undefined || earlier.path === file.path) return [];
    const message = `${file.path} and ${earlier.path} would both write ${file.name}.pdf`;
    const hint = 'rename one of them, or build them to two folders with --out';
    return [{ severity: 'error', code: 'name-taken', message, hint }];
  });
  return { files: [...byName.values()], problems: [...problems, ...taken] };
}
