/** Files are written whole or not at all, also where the disk takes only a part of one and says nothing. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/files/write-whole.ts';
import { root } from '../cli/program.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-whole-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** In a process of its own whose files cannot grow beyond 4,096 bytes: as on a full disk, the write that crosses the limit is cut short. */
function writeWithLittleRoom(path: string, size: number): { readonly code: string } {
  const module = pathToFileURL(join(root, 'dist', 'files', 'write-whole.js')).href;
  const script = `process.on('SIGXFSZ', () => {}); import(process.argv[1]).then(({ writeWhole }) => writeWhole(process.argv[2], 'x'.repeat(${size})))
    .then(() => 'written', (error) => error.code).then((code) => process.stdout.write(code))`;
  const { stdout } = spawnSync(
    'sh',
    ['-c', 'ulimit -f 8 && exec "$@"', 'sh', process.execPath, '-e', script, module, path],
    {
      encoding: 'utf8',
    },
  );
  return { code: stdout };
}

test.skipIf(process.platform === 'win32')('a file that finds no room is refused, and stays as it was', async () => {
  const path = join(folder, 'note.json');
  await writeFile(path, 'before');
  expect(writeWithLittleRoom(path, 6000)).toEqual({ code: 'EFBIG' });
  expect(await readFile(path, 'utf8')).toBe('before');
  expect(await readdir(folder)).toEqual(['note.json']);
  expect(writeWithLittleRoom(path, 4000)).toEqual({ code: 'written' });
  expect((await readFile(path, 'utf8')).length).toBe(4000);
});

test('bytes and texts, empty ones too, are written as they are', async () => {
  const path = join(folder, 'note');
  for (const content of [new Uint8Array([0, 255, 10]), 'æøå\n', '', Buffer.alloc(300_000, 7)]) {
    await writeWhole(path, content);
    expect(Buffer.compare(await readFile(path), Buffer.from(content))).toBe(0);
  }
  expect(await readdir(folder)).toEqual(['note']);
});

test.skipIf(process.platform === 'win32')('a link stays a link, and what it leads to is written', async () => {
  await writeFile(join(folder, 'table.yaml'), 'before');
  await symlink('table.yaml', join(folder, 'link.yaml'));
  await writeWhole(join(folder, 'link.yaml'), 'after');
  expect(await readFile(join(folder, 'table.yaml'), 'utf8')).toBe('after');
});
