/** Lets one process at a time do a short piece of work on a file that several add to. */
import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';

/** The work takes milliseconds: who holds a lock for so long is gone. */
const staleMs = 10_000;

/** Does the work while the file `path` exists and is ours. A lock whose process was killed is taken over. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await makeFolder(dirname(path)).catch(() => undefined);
  const isOurs = await take(path);
  try {
    return await work();
  } finally {
    if (isOurs) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** False where no lock can be made (a folder that may not be written to): the work itself says so better. */
async function take(path: string): Promise<boolean> {
  const mine = JSON.stringify({ host: hostname(), process: process.pid, token: randomUUID() });
  let tookOver = false;
  for (;;) {
    try {
      await create(path, mine);
      if (!tookOver) return true;
      // Another process that saw the same stale lock may have removed ours in its place.
      await pause(100);
      if ((await readFile(path, 'utf8').catch(() => '')) === mine) return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false;
    }
    if (await isStale(path)) {
      await rm(path, { force: true });
      tookOver = true;
    } else await pause(20);
  }
}

/** On a full disk the file itself can be made, but nothing written into it: then it goes again. */
async function create(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function isStale(path: string): Promise<boolean> {
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age > staleMs) return true;
  const holder = await readFile(path, 'utf8').catch(() => '');
  const [, host, id] = /"host":"([^"]*)","process":(\d+)/.exec(holder) ?? [];
  return host === hostname() && id !== undefined && !isAlive(Number(id));
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
