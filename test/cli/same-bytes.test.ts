/** The same inputs give the same files: ten builds, at any number of jobs, in other time zones and languages, in another folder. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

/** A scenario without a date of its own: the build's date is printed, and stands in the file. */
const undated = async () => (await shippedScenario()).replace(/^issued:.*$/m, '');
const epoch = { SOURCE_DATE_EPOCH: '1763769600' };
const folders: string[] = [];

beforeAll(async () => {
  for (let copy = 0; copy < 2; copy += 1) folders.push(await projectWith({ a: await undated(), b: await undated() }));
});

afterAll(() => Promise.all(folders.map(remove)));

async function hashes(folder: string, jobs: string, environment: Readonly<Record<string, string>>): Promise<string[]> {
  const out = `out-${Math.abs(Object.values(environment).join().length)}-${jobs}`;
  const args = ['build', '--no-cache', '--jobs', jobs, '--out', out, '--format', 'pdf,html,json,csv'];
  const { code, err } = await omkost(args, { folder, environment });
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  const names = ['a', 'b'].flatMap((name) => ['pdf', 'html', 'json', 'csv'].map((ending) => `${name}.${ending}`));
  const files = await Promise.all(names.map((name) => readFile(join(folder, out, name))));
  return files.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
}

test('ten notes built in five runs are byte for byte the same', { timeout: 300_000 }, async () => {
  const [here = '', elsewhere = ''] = folders;
  const runs = [
    await hashes(here, '1', { ...epoch, TZ: 'UTC', LC_ALL: 'C' }),
    await hashes(here, '2', { ...epoch, TZ: 'Pacific/Kiritimati', LC_ALL: 'da_DK.UTF-8' }),
    await hashes(here, '4', { ...epoch, TZ: 'America/Anchorage', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }),
    await hashes(elsewhere, '2', { ...epoch, TZ: 'Asia/Kathmandu' }),
    await hashes(elsewhere, '1', epoch),
  ];
  for (const run of runs) expect(run).toEqual(runs[0]);
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
