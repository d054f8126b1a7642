/** Unpacking the embedded browser: at the same moment, after an accident, and where there is no room. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { provideEmbeddedBrowser } from '../../src/publish/browser/embedded-browser.ts';
import { isUnpacked } from '../../src/publish/browser/unpack-browser.ts';
import type { PrinterEvent } from '../../src/publish/printer.types.ts';

const run = promisify(execFile);

let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'omkost-test-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cache, { recursive: true, force: true });
});

async function provide(folder = cache): Promise<{ executablePath: string; events: PrinterEvent[] }> {
  const events: PrinterEvent[] = [];
  const environment = { OMKOST_CACHE: folder };
  const found = await provideEmbeddedBrowser({ environment, onEvent: (event) => events.push(event) });
  if (found === undefined) throw new Error('the embedded browser is not installed here');
  return { executablePath: found.executablePath, events };
}

/** The module as a program that Node can run by itself. */
async function bundled(): Promise<string> {
  const outDir = join(cache, 'program');
  await build({
    logLevel: 'error',
    configFile: false,
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, 'provide-embedded.ts'), outDir, target: 'node20' },
  });
  return join(outDir, 'provide-embedded.js');
}

test('four processes that start at once on an empty cache all get a browser that runs', async () => {
  const program = await bundled();
  const folder = join(cache, 'shared');
  // The program lies in a temporary folder; it finds the npm package from here.
  const env = {
    ...process.env,
    OMKOST_CACHE: folder,
    NODE_PATH: join(import.meta.dirname, '..', '..', 'node_modules'),
  };
  const answers = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, [program], { env })));
  for (const { stdout } of answers) expect(stdout).toContain('143.');
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^chromium-[\d.]+$/)]);
});

test('a browser that was cut short is unpacked anew, and once is enough', async () => {
  const { executablePath, events } = await provide();
  expect(events.map(({ kind }) => kind)).toEqual(['unpacking', 'unpacked']);
  expect((await provide()).events).toEqual([]);
  await truncate(executablePath, 1000);
  await provide();
  expect(await isUnpacked(join(executablePath, '..'))).toBe(true);
  expect(await readdir(cache)).toHaveLength(1);
});

test('what a killed unpacking left behind is swept after an hour, and not before', async () => {
  const old = join(cache, '.chromium-1.0.1-dead');
  const fresh = join(cache, '.chromium-1.0.2-busy');
  await Promise.all([mkdir(old), mkdir(fresh)]);
  const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(old, twoHoursAgo, twoHoursAgo);
  await provide();
  expect(await readdir(cache)).toEqual(['.chromium-1.0.2-busy', expect.stringMatching(/^chromium-/)]);
});

test('where the cache cannot be written a private temporary folder takes its place, and it is said', async () => {
  const file = join(cache, 'a-file');
  await writeFile(file, '');
  vi.stubEnv('TMPDIR', cache);
  const { executablePath, events } = await provide(join(file, 'below'));
  expect(executablePath.startsWith(join(cache, 'omkost-'))).toBe(true);
  expect(events[0]).toMatchObject({ kind: 'cache-unusable', folder: expect.stringContaining('a-file') });
});
