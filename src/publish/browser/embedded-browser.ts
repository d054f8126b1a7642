/** The headless Chromium that comes with the npm package: pinned by the lockfile, so a note is the same on every machine. */
import { existsSync } from 'node:fs';
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { cacheFolder } from '../../files/cache-folder.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { UserError } from '../../problem/problem.ts';
import type { Environment, FoundBrowser, PrinterEvent } from '../printer.types.ts';

export interface EmbeddedOptions {
  readonly environment: Environment;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: PrinterEvent) => void;
}

/** The npm package, as far as we use it: its files, never its code (its launch arguments switch web security off). */
export interface BrowserPackage {
  readonly folder: string;
  readonly version: string;
}

/** The interpreter the binary asks for: where it is missing (Alpine, ARM) the binary cannot start. */
const dynamicLinker = '/lib64/ld-linux-x86-64.so.2';

const spaceNeeded = '250 MB';

/** The embedded browser, unpacked on first use; undefined where it cannot run or is not installed. */
export async function provideEmbeddedBrowser(options: EmbeddedOptions): Promise<FoundBrowser | undefined> {
  const source = await usablePackage();
  if (source === undefined) return undefined;
  return embeddedIn(await unpackedFolder(source, options), options.environment);
}

/** Which embedded browser would print here, without unpacking it; undefined where there is none. */
export async function embeddedVersion(): Promise<string | undefined> {
  return (await usablePackage())?.version;
}

async function usablePackage(): Promise<BrowserPackage | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(dynamicLinker)) return undefined;
  return browserPackage();
}

async function browserPackage(): Promise<BrowserPackage | undefined> {
  const entry = resolvePackage('@sparticuz/chromium');
  if (entry === undefined) return undefined;
  // The package exports only its code; its root is the nearest folder above that with the compressed browser in it.
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    if (folder === dirname(folder)) return undefined;
    folder = dirname(folder);
  }
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? { folder, version: String(manifest.version) } : undefined;
}

function resolvePackage(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    // Left out of the installation, as one may where another browser is used.
    return undefined;
  }
}

/** The folder with the browser in it: the cache, else a private temporary folder where the cache cannot be written. */
async function unpackedFolder(source: BrowserPackage, options: EmbeddedOptions): Promise<string> {
  const { isUnpacked } = await import('./unpack-browser.ts');
  const reasons: string[] = [];
  for (const provide of [async () => cacheFolder(options.environment), privateTemporaryFolder]) {
    let folder = 'a folder for the browser';
    try {
      folder = join(await provide(), `chromium-${source.version}`);
      if (await isUnpacked(folder)) return folder;
      return await unpack(source, folder, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!isDiskRefusal(error)) throw error;
      reasons.push(`${folder}: ${error.message}`);
      options.onEvent?.({ kind: 'cache-unusable', folder, reason: error.message });
    }
  }
  throw new UserError([
    {
      severity: 'error',
      code: 'browser-failed',
      message: `the embedded browser cannot be unpacked: ${reasons.join('; ')}`,
      hint: `free ${spaceNeeded}, set OMKOST_CACHE to a folder that can be written, or name a browser with --browser`,
    },
  ]);
}

async function unpack(source: BrowserPackage, folder: string, options: EmbeddedOptions): Promise<string> {
  const started = performance.now();
  const { unpackBrowser } = await import('./unpack-browser.ts');
  await makeFolder(dirname(folder));
  options.onEvent?.({ kind: 'unpacking', folder });
  await unpackBrowser({ source, folder, ...(options.signal && { signal: options.signal }) });
  options.onEvent?.({ kind: 'unpacked', folder, milliseconds: performance.now() - started });
  return folder;
}

/** A temporary folder that is ours alone: a program is run from it, so nobody else may have put it there. */
async function privateTemporaryFolder(): Promise<string> {
  const folder = join(tmpdir(), `omkost-${userInfo().uid}`);
  await mkdir(folder, { mode: 0o700, recursive: true });
  const stats = await lstat(folder);
  const isOurs = stats.isDirectory() && stats.uid === userInfo().uid && (stats.mode & 0o022) === 0;
  if (!isOurs) throw Object.assign(new Error(`EACCES: ${folder} belongs to somebody else`), { code: 'EACCES' });
  return folder;
}

function embeddedIn(folder: string, environment: Environment): FoundBrowser {
  // Our libraries come first also where the system has its own: the same code draws on every machine.
  const libraries = [join(folder, 'lib'), environment.LD_LIBRARY_PATH].filter(
    (path) => path !== undefined && path !== '',
  );
  return {
    origin: 'embedded',
    executablePath: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: libraries.join(delimiter) },
    fontFolder: join(folder, 'fonts'),
  };
}

/** The disk says no (no permission, read-only, full): another folder may do. */
function isDiskRefusal(error: unknown): error is NodeJS.ErrnoException {
  const codes = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ELOOP', 'EIO'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
