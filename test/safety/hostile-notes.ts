/** Puts a text into every place of a scenario where an author writes freely, and composes the notes that come of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseDocument, visit } from 'yaml';
import { composeNote, type Note, type NoteInputs, readNote } from '../../src/index.ts';
import { type Problem, UserError } from '../../src/problem/problem.ts';
import { root } from '../cli/program.ts';

type Path = readonly (string | number)[];

/** The shipped scenario with every part of a publication that it leaves out. */
function fullScenario(): string {
  const text = readFileSync(join(root, 'scenarios', 'processuelle-netvaerksmoeder.yaml'), 'utf8');
  const document = parseDocument(text);
  document.setIn(
    ['publisher'],
    document.createNode({
      name: 'Udgiver',
      address: ['Vejen 1', '1000 By'],
      phone: '12 34 56 78',
      web: 'www.eksempel.dk',
      authorUnit: 'Kontor',
      isbn: '978-87-0000-000-0',
      licence: 'Der kan frit citeres.',
      download: 'Hentes her.',
    }),
  );
  return document.toString({ lineWidth: 0 });
}

const scenario = fullScenario();

function read(text: string): Promise<NoteInputs> {
  const workingFolder = join(root, 'scenarios');
  return readNote({ scenario: { text, name: 'fjendtlig' }, workingFolder, issued: '2026-11-22' });
}

function withTexts(paths: readonly Path[], text: string): string {
  const document = parseDocument(scenario);
  for (const path of paths) document.setIn(path, text);
  return document.toString({ lineWidth: 0 });
}

export interface Places {
  readonly plain: readonly Path[];
  /** Markdown in which figures are named. */
  readonly prose: readonly Path[];
}

/** Where any text is taken: names, titles, reasons, sources, the publisher. Found by trying a harmless one. */
export async function freePlaces(): Promise<Places> {
  const free: Path[] = [];
  for (const path of textPaths()) {
    const tried = await problemsOf(async () => composeNote(await read(withTexts([path], 'Harmløs tekst'))));
    if (tried.length === 0) free.push(path);
  }
  const isProse = (path: Path) => path[0] === 'text';
  return { plain: free.filter((path) => !isProse(path)), prose: free.filter(isProse) };
}

function textPaths(): Path[] {
  const document = parseDocument(scenario);
  const paths: Path[] = [];
  visit(document, {
    Pair: (_, pair, ancestors) => {
      if (isScalar(pair.value) && typeof pair.value.value === 'string') paths.push(pathTo([...ancestors, pair]));
    },
  });
  return paths;
}

function pathTo(ancestors: readonly unknown[]): Path {
  const keys: (string | number)[] = [];
  ancestors.forEach((node, index) => {
    if (typeof node === 'object' && node !== null && 'key' in node && isScalar(node.key))
      keys.push(String(node.key.value));
    const parent = ancestors[index - 1];
    const isInList = typeof parent === 'object' && parent !== null && 'items' in parent && Array.isArray(parent.items);
    if (isInList && !(typeof node === 'object' && node !== null && 'key' in node)) {
      keys.push((parent.items as unknown[]).indexOf(node));
    }
  });
  return keys;
}

export interface Outcome {
  readonly notes: readonly Note[];
  readonly refusals: readonly Problem[];
}

/** The notes with this text everywhere at once; where prose refuses it, in the plain places and in each piece of prose. */
export async function notesWith(text: string, { plain, prose }: Places): Promise<Outcome> {
  const notes: Note[] = [];
  const refusals: Problem[] = [];
  const tryIn = async (paths: readonly Path[]): Promise<boolean> => {
    const problems = await problemsOf(async () => {
      notes.push(composeNote(await read(withTexts(paths, text))));
    });
    refusals.push(...problems);
    return problems.length === 0;
  };
  if (!(await tryIn([...plain, ...prose])))
    for (const paths of [plain, ...prose.map((path) => [path])]) await tryIn(paths);
  return { notes, refusals };
}

/** Anything but a UserError is a failure of the test. */
async function problemsOf(work: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}
