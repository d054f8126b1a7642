/** Ctrl-C in the middle of a long run: an orderly end, whole files only, and nothing left behind. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ended, projectWith, remove, shippedScenario, start } from './program.ts';

const count = 40;
let folder: string;

beforeEach(async () => {
  const good = await shippedScenario();
  const names = Array.from({ length: count }, (_, index) => `note-${String(index + 1).padStart(2, '0')}`);
  folder = await projectWith(Object.fromEntries(names.map((name) => [name, good])));
  await mkdir(join(folder, 'tmp'));
});

afterEach(() => remove(folder));

interface Manifest {
  readonly notes: readonly { readonly name: string; readonly outputs: readonly { name: string; sha256: string }[] }[];
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a run of many notes with whole files and a true manifest',
  async (signal) => {
    const child = start(['build'], { folder, environment: { TMPDIR: join(folder, 'tmp') } });
    child.stdin.end();
    child.stderr.on('data', (text: Buffer) => {
      if (text.toString().includes(`[3/${count}]`)) child.kill(signal);
    });
    const { code, err } = await ended(child);
    expect(err).toContain('stopped; what was built before stays');
    expect(err).not.toContain('bug');
    expect(code).toBe(1);

    const files = await readdir(join(folder, 'output'));
    // No temporary names: a file is there as a whole or not at all.
    expect(files.filter((file) => !/^(?:note-\d\d\.(?:pdf|html|json)|manifest\.json)$/.test(file))).toEqual([]);
    const manifest = JSON.parse(await readFile(join(folder, 'output', 'manifest.json'), 'utf8')) as Manifest;
    expect(manifest.notes.length).toBeGreaterThanOrEqual(3);
    expect(manifest.notes.length).toBeLessThan(count);
    for (const { name, sha256 } of manifest.notes.flatMap(({ outputs }) => outputs)) {
      const bytes = await readFile(join(folder, 'output', name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    // The browser is gone and took its profile with it.
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  },
);
