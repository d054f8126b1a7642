/** A browser that crashes at its start: once is forgiven, twice is told. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../src/publish/browser/launch-browser.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-crash-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')(
  'a crash at the start is tried again, and told when it comes twice',
  async () => {
    const executablePath = join(folder, 'browser');
    const count = join(folder, 'count');
    await writeFile(executablePath, `#!/bin/sh\necho start >> '${count}'\nkill -SEGV $$\n`);
    await chmod(executablePath, 0o755);
    const found = { origin: 'option', executablePath, environment: {} } as const;
    await expect(launchBrowser(found, { environment: { PATH: process.env.PATH } })).rejects.toThrow(/SIGSEGV/);
    expect((await readFile(count, 'utf8')).trim().split('\n')).toHaveLength(2);
  },
);
