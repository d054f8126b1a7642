/** Runs the built program as a child process, in a project folder of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const ownProgram = join(root, 'dist', 'cli', 'main.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Given {
  readonly folder: string;
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Another copy of the program than the one that was built here. */
  readonly program?: string;
}

/** What a test's own surroundings must not decide. */
const notInherited = ['CI', 'FORCE_COLOR', 'NO_COLOR', 'SOURCE_DATE_EPOCH', 'PUPPETEER_EXECUTABLE_PATH', 'NODE_ENV'];

export function start(
  args: readonly string[],
  { folder, environment, program = ownProgram }: Given,
): ChildProcessWithoutNullStreams {
  const inherited = Object.entries(process.env).filter(([name]) => !notInherited.includes(name));
  return spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), OMKOST_NOTES_CACHE: keptNotes(folder), ...environment },
  });
}

/** Notes that another test built are not this one's; and the program's own folder is left as it is. */
function keptNotes(folder: string): string {
  return relative(root, folder) === ''
    ? join(tmpdir(), `omkost-kept-notes-${process.pid}`)
    : join(folder, '.kept-notes');
}

export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, out, err };
}

export async function omkost(args: readonly string[], given: Given): Promise<Ended> {
  const child = start(args, given);
  child.stdin.end(given.input ?? '');
  return ended(child);
}

/** A temporary folder with the shipped price tables and the scenarios given as texts by name. */
export async function projectWith(scenarios: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'omkost-cli-'));
  await mkdir(join(folder, 'scenarios'));
  await cp(join(root, 'scenarios', 'prices'), join(folder, 'scenarios', 'prices'), { recursive: true });
  for (const [name, text] of Object.entries(scenarios)) {
    await writeFile(join(folder, 'scenarios', `${name}.yaml`), text);
  }
  return folder;
}

export async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The text of a scenario that is shipped and builds. */
export async function shippedScenario(name = 'inddragende-netvaerksmoeder'): Promise<string> {
  return readFile(join(root, 'scenarios', `${name}.yaml`), 'utf8');
}
