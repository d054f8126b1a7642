/** What is kept between builds: found again whole or not at all, within a limit, and silent on a disk that is full. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearStore, NoteStore } from '../../src/build/note-store.ts';
import { sha256 } from '../../src/files/digest.ts';

let folder: string;
let refusals: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-store-'));
  refusals = [];
});

afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

const open = (at = folder) => NoteStore.open({ folder: at, onRefusal: (reason) => refusals.push(reason) });

test('what was kept is found by another run', async () => {
  await (await open()).keepValue('a', { b: 1 });
  expect(await (await open()).readValue('a')).toEqual({ b: 1 });
  expect(await (await open()).readValue('other')).toBeUndefined();
});

test('an output is found by its hash, and is none under another', async () => {
  const store = await open();
  await store.keepOutput(sha256('text'), 'text');
  await store.keepOutput(sha256('other'), 'not the other');
  expect(Buffer.from((await store.output(sha256('text'))) ?? []).toString()).toBe('text');
  expect(await store.output(sha256('other'))).toBeUndefined();
});

test('beyond the limit the oldest go, and the others stay', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const store = await open();
  const large = (letter: string) => letter.repeat(1000);
  for (const letter of ['a', 'b', 'c', 'd']) {
    await store.keep(letter, large(letter));
    // Entries are dated to the millisecond.
    vi.setSystemTime(Date.now() + 1000);
  }
  await store.tidy(2500);
  const found = await Promise.all(['a', 'b', 'c', 'd'].map((letter) => store.read(letter)));
  expect(found.map((bytes) => bytes?.length)).toEqual([undefined, undefined, 1000, 1000]);
});

test('a store that is cleared holds nothing', async () => {
  const store = await open();
  await store.keepValue('a', 1);
  await clearStore(folder);
  expect(await store.readValue('a')).toBeUndefined();
});

test('on a full disk nothing more is kept, which is said once, and what is there is read', async ({ skip }) => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    skip('a small disk can only be mounted by root on Linux');
  }
  try {
    const store = await open(join(disk, 'kept'));
    await store.keepValue('small', 'kept');
    await store.keep('large', Buffer.alloc(1_000_000, 'x'));
    await store.keep('large too', Buffer.alloc(1_000_000, 'y'));
    expect(refusals).toEqual([expect.stringContaining('ENOSPC')]);
    expect(await store.readValue('small')).toBe('kept');
    expect(await store.read('large')).toBeUndefined();
  } finally {
    execFileSync('umount', [disk]);
  }
});
