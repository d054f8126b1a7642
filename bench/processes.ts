/** Runs programs from outside, as a user does, and watches what they take: time and memory. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

export interface Run {
  readonly milliseconds: number;
  readonly out: string;
}

/** Runs Node with these arguments to its end. A program that fails ends the bench. */
export async function runNode(
  args: readonly string[],
  folder: string,
  watch?: (child: ChildProcess, said: string) => void,
): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    watch?.(child, text);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}\n${said}`);
  return { milliseconds: performance.now() - started, out };
}

export interface Memory {
  /** Resident memory of the program itself, in MiB. */
  readonly program: number;
  /** The same of its browser: of all processes below it, what they share counted once for each. */
  readonly browser: number;
}

/** Linux only: elsewhere undefined. */
export async function memoryOf(pid: number): Promise<Memory | undefined> {
  const parents = await parentsOfAll().catch(() => undefined);
  if (parents === undefined) return undefined;
  const below = new Set([pid]);
  // A child has a higher number than its parent, but for the rare case that numbers began anew: two rounds see to that.
  for (let round = 0; round < 2; round += 1)
    for (const [child, parent] of parents) if (below.has(parent)) below.add(child);
  below.delete(pid);
  const sizes = await Promise.all([...below].map(residentMiB));
  return { program: await residentMiB(pid), browser: sizes.reduce((sum, size) => sum + size, 0) };
}

async function parentsOfAll(): Promise<[number, number][]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (id): Promise<[number, number] | undefined> => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
      return parent === undefined ? undefined : [id, Number(parent)];
    }),
  );
  return found.filter((pair) => pair !== undefined).sort(([one], [other]) => one - other);
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
