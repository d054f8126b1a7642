/** The same inputs give the same files: ten builds, at any number of jobs, in other time zones and languages, in another folder. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { omkost, projectWith, remove, root, shippedScenario } from './program.ts';

/** A scenario without a date of its own: the build's date is printed, and stands in the file. */
const undated = async () => (await shippedScenario()).replace(/^issued:.*$/m, '');
const epoch = { SOURCE_DATE_EPOCH: '1763769600' };
const folders: string[] = [];

beforeAll(async () => {
  for (let copy = 0; copy < 2; copy += 1) folders.push(await projectWith({ a: await undated(), b: await undated() }));
});

afterAll(() => Promise.all(folders.map(remove)));

interface Run {
  readonly folder: string;
  readonly names: readonly string[];
  readonly jobs: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Another copy of the program. */
  readonly program?: string;
}

let runs = 0;

/** Made anew: what an earlier run kept would prove nothing. */
async function hashes({ folder, names, jobs, environment = {}, program }: Run): Promise<string[]> {
  runs += 1;
  const out = `out-${runs}`;
  const args = ['build', ...names, '--no-cache', '--jobs', jobs, '--out', out, '--format', 'pdf,html,json,csv'];
  const given = { folder, environment: { ...epoch, ...environment }, ...(program !== undefined && { program }) };
  const { code, err } = await omkost(args, given);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  const outputs = names.flatMap((name) => ['pdf', 'html', 'json', 'csv'].map((ending) => `${name}.${ending}`));
  const files = await Promise.all(outputs.map((name) => readFile(join(folder, out, name))));
  return files.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
}

test('a note built ten times is byte for byte the same: at any number of jobs, in other time zones, languages and folders', {
  timeout: 300_000,
}, async () => {
  const [here = '', elsewhere = ''] = folders;
  const copies = ['a', 'b'];
  const found = [
    await hashes({ folder: here, names: copies, jobs: '1', environment: { TZ: 'UTC', LC_ALL: 'C' } }),
    await hashes({
      folder: here,
      names: copies,
      jobs: '2',
      environment: { TZ: 'Pacific/Kiritimati', LC_ALL: 'da_DK.UTF-8' },
    }),
    await hashes({
      folder: here,
      names: copies,
      jobs: '4',
      environment: { TZ: 'America/Anchorage', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    }),
    await hashes({ folder: elsewhere, names: copies, jobs: '2', environment: { TZ: 'Asia/Kathmandu' } }),
  ];
  for (const run of found) expect(run).toEqual(found[0]);
  // Eight so far, of two scenarios with the same text; the names of the files stand in what they carry.
  for (let run = 0; run < 6; run += 1) {
    expect(await hashes({ folder: run % 2 === 0 ? here : elsewhere, names: ['a'], jobs: '1' })).toEqual(
      found[0]?.slice(0, 4),
    );
  }
});

test('a copy of the program in another folder builds the same bytes', { timeout: 120_000 }, async () => {
  const [here = ''] = folders;
  const copy = await mkdtemp(join(tmpdir(), 'omkost-æ copy-'));
  try {
    for (const part of ['dist', 'templates', 'scenarios', 'package.json']) {
      await cp(join(root, part), join(copy, part), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const program = join(copy, 'dist', 'cli', 'main.js');
    const [own, copied] = [
      await hashes({ folder: here, names: ['a'], jobs: '1' }),
      await hashes({ folder: here, names: ['a'], jobs: '1', program }),
    ];
    expect(copied).toEqual(own);
  } finally {
    await remove(copy);
  }
});

test('SOURCE_DATE_EPOCH is the date of issue, and another one gives another file', { timeout: 120_000 }, async () => {
  const [here = ''] = folders;
  const { out } = await omkost(['calc', 'a', '--json'], { folder: here, environment: epoch });
  expect(JSON.parse(out)).toMatchObject({ scenario: { name: 'a' } });
  const summaries: string[] = [];
  for (const SOURCE_DATE_EPOCH of ['1763769600', '1700000000']) {
    const args = ['build', 'a', '--no-cache', '--out', SOURCE_DATE_EPOCH, '--format', 'html'];
    expect((await omkost(args, { folder: here, environment: { SOURCE_DATE_EPOCH } })).code).toBe(0);
    summaries.push(await readFile(join(here, SOURCE_DATE_EPOCH, 'a.html'), 'utf8'));
  }
  expect(summaries[0]).toMatch(/november 2025|2025-11-22/i);
  expect(summaries[1]).toMatch(/november 2023|2023-11-14/i);
});

test.each(['i går', '-5', '1e9', '99999999999999', '1763769600.5'])(
  'SOURCE_DATE_EPOCH=%s is refused, so that nobody takes today for the date that was asked for',
  async (SOURCE_DATE_EPOCH) => {
    const [here = ''] = folders;
    const { code, err } = await omkost(['check', 'a'], { folder: here, environment: { SOURCE_DATE_EPOCH } });
    expect(code).toBe(1);
    expect(err).toContain(`SOURCE_DATE_EPOCH is “${SOURCE_DATE_EPOCH}”; it must be whole seconds since 1970`);
    expect(err).toContain('[date-unreadable]');
  },
);
