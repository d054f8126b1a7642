/** Which browser is taken, and what is said when it cannot be. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../src/publish/browser/find-browser.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { problemsOf } from './problems-of.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-test-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function program(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  await chmod(path, 0o755);
  return path;
}

test('the option goes before the environment, and both before the embedded browser', async () => {
  const one = await program('one', '');
  const two = await program('two', '');
  const environment = { PUPPETEER_EXECUTABLE_PATH: two };
  expect(await findBrowser({ browserPath: one, environment })).toMatchObject({ origin: 'option', executablePath: one });
  expect(await findBrowser({ environment })).toMatchObject({ origin: 'environment', executablePath: two });
  expect(await findBrowser({ environment: process.env })).toMatchObject({ origin: 'embedded' });
});

test('a browser is also named by a bare word that is on the path', async () => {
  const path = await program('my-chrome', '');
  const found = await findBrowser({ browserPath: 'my-chrome', environment: { PATH: folder } });
  expect(found.executablePath).toBe(path);
});

test('a named browser that does not exist is an error and no other is taken', async () => {
  const path = join(folder, 'nowhere');
  for (const named of [{ browserPath: path, environment: {} }, { environment: { PUPPETEER_EXECUTABLE_PATH: path } }]) {
    expect(await problemsOf(findBrowser(named))).toMatchObject([
      { code: 'browser-missing', message: expect.stringContaining('does not exist'), hint: expect.any(String) },
    ]);
  }
});

test('the folder of a macOS app leads to the program inside it', async () => {
  const app = join(folder, 'Google Chrome.app');
  await mkdir(app);
  const [problem] = await problemsOf(findBrowser({ browserPath: app, environment: {} }));
  expect(problem?.hint).toContain(join(app, 'Contents', 'MacOS', 'Google Chrome'));
});

test.each([
  ['ends at once', '#!/bin/sh\necho "no display to be found" >&2\nexit 7\n', 'no display to be found'],
  ['lacks a library', '#!/bin/sh\necho "libnss3.so: cannot open shared object file" >&2\nexit 127\n', 'libnss3.so'],
  ['is not a program', 'not a program at all', 'does not start'],
])('a browser that %s fails with what it said', async (_, text, said) => {
  const browserPath = await program('broken', text);
  const problems = await problemsOf(withPrinter({ browserPath }, () => Promise.resolve()));
  expect(problems).toMatchObject([
    { code: 'browser-failed', message: expect.stringContaining(said), hint: expect.any(String) },
  ]);
});
