/** A build that is split between machines: each shard a process of its own, and together the bytes of a single run. */
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inShard, shardOf } from '../../src/files/shard.ts';
import { omkost, remove, root } from './program.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-shards-'));
  await cp(join(root, 'test', 'fixtures', 'rows'), folder, { recursive: true });
  const text = await readFile(join(folder, 'kommuner.csv'), 'utf8');
  await writeFile(join(folder, 'kommuner.csv'), text.split('\r\n').slice(0, 9).join('\r\n'));
});

afterEach(() => remove(folder));

const inFolder = (...names: string[]) => join(folder, ...names);
const run = (...args: string[]) => omkost(args, { folder, environment: { SOURCE_DATE_EPOCH: '1763769600' } });
const build = (...more: string[]) =>
  run('build', 'netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--no-cache', ...more);
const light = ['--format', 'html,json'];

/** The files of a folder with their bytes. */
async function bytesOf(name: string): Promise<Record<string, string>> {
  const files = (await readdir(inFolder(name))).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(inFolder(name, file), 'latin1')])),
  );
}

async function buildShards(count: number, ...more: string[]): Promise<readonly string[]> {
  const folders = Array.from({ length: count }, (_, index) => `shards/${index + 1}`);
  const ends = await Promise.all(
    folders.map((out, index) => build('--shard', `${index + 1}/${count}`, '--out', out, ...more)),
  );
  expect(ends.map(({ code }) => code)).toEqual(ends.map(() => 0));
  return folders;
}

test('shards in processes of their own give the bytes of the single run, manifest and all', async () => {
  await build('--out', 'single');
  const folders = await buildShards(2);
  const { code, err } = await run('manifest', 'merge', ...folders, '--out', 'merged');
  expect(err).toBe('2 shards with 8 notes put together\n');
  expect(code).toBe(0);
  expect(Object.keys(await bytesOf('merged'))).toHaveLength(3 * 8 + 1);
  expect(await bytesOf('merged')).toEqual(await bytesOf('single'));
}, 120_000);

test('a shard without notes is fine, says so, and has its part in the merge', async () => {
  const text = await readFile(inFolder('kommuner.csv'), 'utf8');
  await writeFile(inFolder('kommuner.csv'), text.split('\r\n').slice(0, 3).join('\r\n'));
  await build(...light, '--out', 'single');
  const folders = await buildShards(4, ...light);
  const full = ['albertslund', 'alleroed'].map((name) => shardOf(`netvaerksmoeder-${name}-kommune`, 4));
  const empty = [1, 2, 3, 4].find((index) => !full.includes(index));
  const { code, err } = await build('--shard', `${empty}/4`, '--out', `shards/${empty}`, ...light);
  expect(err).toMatch(new RegExp(`^shard ${empty}/4 has no notes: 0 notes built, no problems`));
  expect(code).toBe(0);
  await run('manifest', 'merge', ...folders, '--out', 'merged', '--no-outputs');
  expect(await bytesOf('merged')).toEqual({ 'manifest.json': (await bytesOf('single'))['manifest.json'] });
}, 120_000);

test('what keeps the parts from being one build is told, all at once, and nothing is written', async () => {
  await buildShards(3, ...light);
  const merge = async (...folders: string[]) => {
    const { code, err } = await run('manifest', 'merge', ...folders, '--out', 'merged');
    expect(code).toBe(1);
    expect(await readdir(inFolder('merged')).catch(() => [])).toEqual([]);
    return err;
  };
  expect(await merge('shards/1', 'shards/3')).toContain('shard 2/3 is missing [shard-missing]');
  expect(await merge('shards/1', 'shards/nowhere')).toContain('shards/nowhere has no manifest.json');
  await cp(inFolder('shards', '1'), inFolder('cut'), { recursive: true });
  await writeFile(inFolder('cut', 'manifest.json'), (await readFile(inFolder('cut', 'manifest.json'))).subarray(0, 99));
  const damaged = await merge('cut', 'shards/2', 'shards/nowhere');
  expect(damaged).toMatch(/cut\/manifest\.json:\d+:\d+: the manifest is cut off \[manifest-invalid\]/);
  expect(damaged).toContain('hint: build the shard again, or fetch its folder again');
  expect(damaged).toContain('shards/nowhere has no manifest.json');
  const onto = await build(...light, '--shard', '1/3', '--out', 'cut');
  expect([onto.code, onto.err]).toEqual([1, expect.stringContaining('the manifest is cut off [manifest-invalid]')]);
  expect(onto.err).toContain('build the shard into an empty folder');
  await cp(inFolder('shards', '1'), inFolder('twice'), { recursive: true });
  expect(await merge('shards/1', 'shards/2', 'shards/3', 'twice')).toContain('shards/1 and twice both hold shard 1/3');
  await build(...light, '--out', 'single');
  expect(await merge('single')).toContain('single was not built as a shard');
  // A file that is not what its manifest says.
  const [file = ''] = (await readdir(inFolder('shards', '2'))).filter(
    (name) => name.endsWith('.json') && name !== 'manifest.json',
  );
  const whole = await readFile(inFolder('shards', '2', file));
  await appendFile(inFolder('shards', '2', file), ' ');
  expect(await merge('shards/1', 'shards/2', 'shards/3')).toContain(`shards/2/${file} is not as its manifest says`);
  await writeFile(inFolder('shards', '2', file), whole);
  const edit = async (change: (text: string) => string) => {
    const path = inFolder('shards', '2', 'manifest.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, change(text));
    const told = await merge('shards/1', 'shards/2', 'shards/3');
    await writeFile(path, text);
    return told;
  };
  expect(await edit((text) => text.replace('"version": "', '"version": "9'))).toContain(
    'the program is not the same in shards/1 and shards/2',
  );
  const stranger = ['a', 'b', 'c', 'd', 'e'].find((name) => shardOf(name, 3) === 1);
  expect(await edit((text) => text.replace(/"name": "netvaerksmoeder-[a-z-]+"/, `"name": "${stranger}"`))).toContain(
    `shards/2 holds the note “${stranger}”, which belongs to shard 1/3`,
  );
  expect(await edit((text) => text.replaceAll(`"${file}"`, '"../../evil"'))).toContain('which is no file in it');
  expect(await edit((text) => text.replace(/("path": "netvaerksmoeder.yaml",\s*"sha256": ")./g, '$1_'))).toContain(
    'the scenario netvaerksmoeder.yaml is not the same in shards/1 and shards/2',
  );
  // A mix of what they were made with, each by its own name; the notes that agree are not told of.
  const mix = async (from: RegExp, to: string) =>
    (await edit((text) => text.replaceAll(from, to))).match(/^.*shards-differ.*$/gm);
  const where = 'is not the same in shards/1 and shards/2';
  expect(await mix(/("program": ")\d[^"]*/g, '$10.0.1')).toEqual([
    expect.stringMatching(/^the program is not the same in shards\/1 and shards\/2: omkost \S+ and omkost 0\.0\.1 /),
  ]);
  expect(await mix(/("templates": ")./g, '$1_')).toEqual([
    `the set of templates with the house style “standard” ${where} [shards-differ]`,
  ]);
  expect(await mix(/("theme": ")./g, '$1_')).toEqual([
    `theme.yaml of the house style “standard” ${where} [shards-differ]`,
  ]);
  expect(await mix(/("file": "logo.svg",\s*"sha256": ")./g, '$1_')).toEqual([
    `the file logo.svg of the house style “standard” ${where} [shards-differ]`,
  ]);
  expect(await mix(/(It\.ttf\.woff2",\s*"sha256": ")./g, '$1_')).toEqual([
    `the font WOFF2/TTF/SourceSans3-It.ttf.woff2 of the house style “standard” ${where} [shards-differ]`,
  ]);
  expect(
    await edit((text) =>
      text
        .replace('"browser": null', '"browser": "HeadlessChrome/1"')
        .replace(/("madeWith"[^}]*"browser": )null/, '$1"HeadlessChrome/2"'),
    ),
  ).toContain('the browser is not the same in all of shards/2: HeadlessChrome/1 and HeadlessChrome/2 [shards-differ]');
  expect(await edit((text) => text.replace('"count": 3', '"count": 4'))).toContain('another folder one of 3 shards');
}, 120_000);

test('a folder holds one shard: another, or a whole build, is not mixed with it', async () => {
  await build(...light, '--shard', '1/2', '--out', 'part');
  expect(await build(...light, '--shard', '1/2', '--out', 'part')).toMatchObject({ code: 0 });
  const other = await build(...light, '--shard', '2/2', '--out', 'part');
  expect(other).toMatchObject({
    code: 1,
    err: expect.stringContaining('part already holds shard 1/2 [shards-differ]'),
  });
  await build(...light, '--out', 'whole');
  expect((await build(...light, '--shard', '1/2', '--out', 'whole')).err).toContain(
    'notes of a build that was not split',
  );
  await rm(inFolder('part'), { recursive: true });
  expect(await build(...light, '--shard', '2/2', '--out', 'part')).toMatchObject({ code: 0 });
});

test.each(['0/8', '9/8', 'a/b', '3', '3/', '1/0', '-1/8', '1.5/8', '1/99999'])(
  '--shard %s is a wrong command line',
  async (shard) => {
    const { code, err } = await run('build', '--shard', shard);
    expect(code).toBe(2);
    expect(err).toContain('It must be a part of a whole, counted from 1: 1/8 to 8/8.');
  },
);

test('every note is in one shard, and one that comes moves no other', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 });
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 40 }), (all, count) => {
      const files = all.map((name) => ({ name }));
      const parts = Array.from({ length: count }, (_, index) => inShard(files, { index: index + 1, count }));
      expect(
        parts
          .flat()
          .map(({ name }) => name)
          .sort(),
      ).toEqual([...all].sort());
      const without = files.slice(1);
      for (const [index, part] of parts.entries())
        expect(inShard(without, { index: index + 1, count })).toEqual(part.filter((one) => one !== files[0]));
    }),
  );
});
