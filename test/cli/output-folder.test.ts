/** Folders that cannot be made or written to: said with the place that stands in the way and the next step, and never for ever. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ended, omkost, projectWith, remove, shippedScenario, start } from './program.ts';

let folder: string;

beforeEach(async () => {
  folder = await projectWith({ good: await shippedScenario() });
  await writeFile(join(folder, 'file'), '');
  await symlink('nowhere', join(folder, 'dangling'));
  await symlink('loop', join(folder, 'loop'));
});

afterEach(() => remove(folder));

/** Ends what would go on for ever: a thread of Node's own that spins does not listen to a signal. */
async function withinTime(args: readonly string[], environment: Record<string, string> = {}) {
  const child = start(args, { folder, environment });
  child.stdin.end();
  const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
  try {
    return await ended(child);
  } finally {
    clearTimeout(limit);
  }
}

test.each([
  ['file', 'file is a file, not a folder'],
  ['file/a/b', 'file is a file, not a folder'],
  ['dangling', 'dangling is a link to a folder that is not there'],
  ['dangling/a', 'dangling is a link to a folder that is not there'],
  ['loop', 'loop is a link that leads back to itself'],
])('--out %s: %s', async (out, message) => {
  const { code, err } = await withinTime(['build', '--quiet', '--format', 'json', '--out', out]);
  expect(err).toContain(`${message} [output-unwritable]\nhint: choose another folder with --out, or `);
  expect(code).toBe(1);
});

const hasProc = process.platform === 'linux';

test.skipIf(!hasProc)('a folder where the system takes no new ones (there is none like /proc elsewhere)', async () => {
  const { code, err } = await withinTime(['build', '--quiet', '--format', 'json', '--out', '/proc/omkost/a']);
  expect(err).toContain('/proc/omkost may not be written to [output-unwritable]\n');
  expect(code).toBe(1);
  const made = await withinTime(['new', 'x', '--out', '/proc/omkost']);
  expect(made.err).toContain('/proc/omkost may not be written to [output-unwritable]\n');
});

test.skipIf(!hasProc)('a cache where the system takes no folders is told, and the note is built', async () => {
  const environment = { OMKOST_NOTES_CACHE: '/proc/omkost' };
  const { code, err } = await withinTime(['build', '--format', 'json'], environment);
  expect(err).toContain('nothing is kept for the next build: EPERM');
  expect(err).toContain('set OMKOST_CACHE or OMKOST_NOTES_CACHE to a folder that can be written to');
  expect(code).toBe(0);
});

test('a folder in the place of an output is named itself', async () => {
  await mkdir(join(folder, 'output', 'good.json'), { recursive: true });
  const { code, err } = await omkost(['build', '--format', 'json'], { folder });
  expect(err).toContain(`${join('output', 'good.json')} is a folder, not a file [output-unwritable]`);
  expect(code).toBe(1);
});

test('a cache folder that is a file: the browser is unpacked elsewhere, once, and the next step is said', async () => {
  const environment = { OMKOST_CACHE: join(folder, 'file') };
  const { code, err } = await omkost(['build', '--format', 'pdf'], { folder, environment });
  expect(err).toContain('the browser cannot be kept in the cache folder (ENOTDIR');
  expect(err).toContain('set OMKOST_CACHE to a folder that can be written to');
  expect(code).toBe(0);
  const again = await omkost(['build', '--format', 'pdf', '--no-cache'], { folder, environment });
  expect(again.err).toContain('set OMKOST_CACHE');
  expect(again.err).not.toContain('unpacking');
});
