/** Unpacks the embedded browser so that a folder with its final name is always whole, whoever else unpacks or dies meanwhile. */
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar';

export interface UnpackOptions {
  readonly source: { readonly folder: string };
  readonly folder: string;
  readonly signal?: AbortSignal;
}

/** Written last, with the size of every file: what lacks it, or does not match it, is not whole. */
const markerName = 'complete.json';

/** A temporary folder this old belongs to a process that is gone. */
const abandonedAfterMs = 60 * 60 * 1000;

/** Whether every file is there in its full length. */
export async function isUnpacked(folder: string): Promise<boolean> {
  try {
    const sizes: unknown = JSON.parse(await readFile(join(folder, markerName), 'utf8'));
    if (typeof sizes !== 'object' || sizes === null) return false;
    const checks = Object.entries(sizes).map(async ([name, size]) => (await stat(join(folder, name))).size === size);
    return checks.length > 0 && (await Promise.all(checks)).every(Boolean);
  } catch {
    // Not there, not readable or not JSON: in each case to be unpacked anew, which says what is wrong with the disk.
    return false;
  }
}

export async function unpackBrowser({ source, folder, signal }: UnpackOptions): Promise<void> {
  await sweepAbandoned(dirname(folder));
  const temporary = temporaryName(folder);
  try {
    await mkdir(temporary);
    await fill(temporary, join(source.folder, 'bin'), signal);
    await moveIntoPlace(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function fill(folder: string, packed: string, signal?: AbortSignal): Promise<void> {
  const options = signal === undefined ? {} : { signal };
  await Promise.all([
    pipeline(
      createReadStream(join(packed, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(folder, 'chromium'), { mode: 0o755 }),
      options,
    ),
    extractPart({ archive: join(packed, 'al2023.tar.br'), folder, part: 'lib/', options }),
    // Fontconfig must see at least one font, or Chromium loads no web fonts either.
    extractPart({ archive: join(packed, 'fonts.tar.br'), folder, part: 'fonts/', options }),
  ]);
  await syncToDisk(join(folder, 'chromium'));
  await writeFile(join(folder, markerName), JSON.stringify(await sizesOf(folder)));
  await syncToDisk(join(folder, markerName));
}

interface ArchivePart {
  readonly archive: string;
  readonly folder: string;
  readonly part: string;
  readonly options: { readonly signal?: AbortSignal };
}

async function extractPart({ archive, folder, part, options }: ArchivePart): Promise<void> {
  const unpack = extract({ cwd: folder, filter: (path) => path.startsWith(part), strict: true, preserveOwner: false });
  await pipeline(createReadStream(archive), createBrotliDecompress(), unpack, options);
}

/** Without it a power cut after the rename could leave the right length and the wrong bytes. */
async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sizesOf(folder: string): Promise<Record<string, number>> {
  const names = await readdir(folder, { recursive: true });
  const all = await Promise.all(names.map(async (name) => ({ name, stats: await stat(join(folder, name)) })));
  return Object.fromEntries(all.filter(({ stats }) => stats.isFile()).map(({ name, stats }) => [name, stats.size]));
}

/** A rename is all or nothing. Whoever comes second finds the folder taken: theirs is used if it is whole, else put aside. */
async function moveIntoPlace(temporary: string, folder: string): Promise<void> {
  try {
    await rename(temporary, folder);
  } catch (error) {
    if (await isUnpacked(folder)) return;
    const broken = temporaryName(folder);
    // Somebody else may be putting the same stump aside: what counts is whether our rename then works.
    await rename(folder, broken).catch(() => undefined);
    await rename(temporary, folder).catch(async () => {
      if (!(await isUnpacked(folder))) throw error;
    });
    await rm(broken, { recursive: true, force: true });
  }
}

function temporaryName(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.${process.pid}-${randomBytes(4).toString('hex')}`);
}

/** Takes away what killed unpackings left behind: up to 200 MB each. */
async function sweepAbandoned(parent: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith('.chromium-'));
  for (const name of names) {
    const path = join(parent, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats === undefined || Date.now() - stats.mtimeMs < abandonedAfterMs) continue;
    await rm(path, { recursive: true, force: true });
  }
}
