/**
 * Where notes that were built are kept between runs: records by key, outputs by their hash. Every entry is checked when it is read, and
 * one that is missing or damaged is none; a disk that refuses makes the store silent, never the build.
 */
import { rm } from 'node:fs/promises';
import { sha256 } from '../files/digest.ts';
import { makeFolder } from '../files/make-folder.ts';

type Cacache = typeof import('cacache');

/** More than a few years of a large folder of notes; the oldest entries go first. */
const mostBytes = 2 * 1024 ** 3;
const dayMs = 24 * 60 * 60 * 1000;

/** The disk says no to everything, not to one file. */
const refusals = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'ELOOP', 'EIO'];

export interface StoreOptions {
  readonly folder: string;
  /** Called once, when nothing more can be kept. */
  readonly onRefusal: (reason: string) => void;
}

export class NoteStore {
  readonly #cacache: Cacache;
  readonly #options: StoreOptions;
  #written = 0;
  #refused = false;

  private constructor(cacache: Cacache, options: StoreOptions) {
    this.#cacache = cacache;
    this.#options = options;
  }

  static async open(options: StoreOptions): Promise<NoteStore> {
    const cacache = await import('cacache');
    return new NoteStore('default' in cacache ? (cacache.default as Cacache) : cacache, options);
  }

  /** What was kept under a key; undefined where there is nothing whole. */
  async read(key: string): Promise<Buffer | undefined> {
    try {
      const { data } = await this.#cacache.get(this.#options.folder, key, { memoize: false });
      return data;
    } catch (error) {
      // Not there, damaged, or not to be read: in each case the note is made again.
      if (error instanceof Error && 'code' in error && error.code !== 'ENOENT') await this.#remove(key);
      return undefined;
    }
  }

  /** What is damaged must go, or the same content would not be written in its place. */
  async #remove(key: string): Promise<void> {
    const { folder } = this.#options;
    const entry = await this.#cacache.get.info(folder, key).catch(() => null);
    if (entry !== null) await this.#cacache.rm.content(folder, entry.integrity).catch(() => undefined);
  }

  async readValue<T>(key: string): Promise<T | undefined> {
    const bytes = await this.read(key);
    // Keys hold the hash of the program: what is found under one was written by this code.
    return bytes === undefined ? undefined : (JSON.parse(bytes.toString('utf8')) as T);
  }

  async keep(key: string, content: Uint8Array | string): Promise<void> {
    if (this.#refused) return;
    try {
      const bytes = Buffer.from(content);
      // In a folder that takes no new ones cacache would try for ever.
      if (this.#written === 0) await makeFolder(this.#options.folder);
      await this.#cacache.put(this.#options.folder, key, bytes);
      this.#written += bytes.length;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!refusals.includes(code) || this.#refused) return;
      this.#refused = true;
      this.#options.onRefusal(error instanceof Error ? error.message : code);
    }
  }

  async keepValue(key: string, value: unknown): Promise<void> {
    await this.keep(key, JSON.stringify(value));
  }

  /** An output by its own hash, checked against it. */
  async output(hash: string): Promise<Uint8Array | undefined> {
    const bytes = await this.read(outputKey(hash));
    return bytes !== undefined && sha256(bytes) === hash ? bytes : undefined;
  }

  async keepOutput(hash: string, content: Uint8Array | string): Promise<void> {
    await this.keep(outputKey(hash), content);
  }

  /** At the end of a run that kept something, once a day or after a large run: lets the oldest entries go where there are too many. */
  async tidy(limit = mostBytes): Promise<void> {
    if (this.#written === 0 || this.#refused) return;
    const { folder } = this.#options;
    try {
      const last = await this.#cacache.get.info(folder, tidied);
      if (last !== null && Date.now() - last.time < dayMs && this.#written < limit / 8) return;
      const going = oldestBeyond(limit, Object.values(await this.#cacache.ls(folder)));
      for (const key of going) await this.#cacache.rm.entry(folder, key);
      if (going.size > 0) await this.#cacache.verify(folder);
      await this.keep(tidied, new Date().toISOString());
    } catch {
      // Another run may be tidying the same folder; what it leaves is looked at another day.
    }
  }
}

const tidied = 'tidied';

interface Entry {
  readonly key: string;
  readonly time: number;
  readonly size?: number;
}

/** Keys of the oldest entries, so many that the others stay below the limit. */
function oldestBeyond(limit: number, entries: readonly Entry[]): ReadonlySet<string> {
  const newestFirst = [...entries].sort((one, other) => other.time - one.time);
  const going = new Set<string>();
  let kept = 0;
  for (const { key, size = 0 } of newestFirst) {
    kept += size;
    if (kept > limit) going.add(key);
  }
  return going;
}

/** Removes all that is kept. */
export async function clearStore(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function outputKey(hash: string): string {
  return `output ${hash}`;
}
