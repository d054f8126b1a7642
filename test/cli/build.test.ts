/** `omkost build` as a user meets it: what is written, what is printed where, and the exit code. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

let good: string;
let folder: string;

beforeAll(async () => {
  good = await shippedScenario();
});

beforeEach(async () => {
  folder = await projectWith({ good });
});

afterEach(() => remove(folder));

const bad = 'title: Uden resten\npriceYeer: 2016\n';

const built = async (name = 'output') => (await readdir(join(folder, name)).catch(() => [])).sort();

test('a scenario becomes a PDF, a web page, its figures and a manifest', async () => {
  const { code, out, err } = await omkost(['build'], { folder });
  expect(code).toBe(0);
  expect(out.trim().split('\n').sort()).toEqual(['output/good.html', 'output/good.json', 'output/good.pdf']);
  expect(err).toContain('[1/1] good');
  expect(err).toMatch(/1 note built, .* in \d+\.\d s\n$/);
  expect(await built()).toEqual(['good.html', 'good.json', 'good.pdf', 'manifest.json']);
  expect((await readFile(join(folder, 'output', 'good.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
});

test('one bad scenario does not stop the good one, keeps its old outputs, and gives exit code 1', async () => {
  await writeFile(join(folder, 'scenarios', 'bad.yaml'), bad);
  await mkdir(join(folder, 'output'));
  await writeFile(join(folder, 'output', 'bad.pdf'), 'of last year');
  const { code, err } = await omkost(['build'], { folder });
  expect(code).toBe(1);
  expect(err).toContain('bad: not built');
  expect(err).toContain('scenarios/bad.yaml:2:1: ');
  expect(err).toContain('[key-unknown]');
  expect(await built()).toEqual(['bad.pdf', 'good.html', 'good.json', 'good.pdf', 'manifest.json']);
  expect(await readFile(join(folder, 'output', 'bad.pdf'), 'utf8')).toBe('of last year');
});

test('where every scenario is bad nothing is written, and of the browser nothing is said', async () => {
  await writeFile(join(folder, 'scenarios', 'good.yaml'), bad);
  const { code, err } = await omkost(['build', '--browser', '/nope'], { folder });
  expect(code).toBe(1);
  expect(err).toContain('[key-unknown]');
  expect(err).not.toContain('/nope');
  expect(await built()).toEqual([]);
});

test('where every scenario is bad the browser that began to start is gone, and its profile with it', async () => {
  await writeFile(join(folder, 'scenarios', 'good.yaml'), bad);
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  const { code, err } = await omkost(['build'], { folder, environment: { TMPDIR: temporary } });
  expect(code).toBe(1);
  expect(err.match(/error/g)).toHaveLength(1);
  expect((await readdir(temporary)).filter((name) => name.startsWith('omkost-browser-'))).toEqual([]);
});

test('a scenario comes from standard input', async () => {
  const { code, out } = await omkost(['build', '-', '--format', 'json'], {
    folder: join(folder, 'scenarios'),
    input: good,
  });
  expect(code).toBe(0);
  expect(out).toBe('output/scenario.json\n');
});

test('--format writes what is asked for and nothing else', async () => {
  expect((await omkost(['build', '--format', 'json,html'], { folder })).code).toBe(0);
  expect(await built()).toEqual(['good.html', 'good.json', 'manifest.json']);
});

test('no browser is needed where no PDF is wanted', async () => {
  expect((await omkost(['build', '--format', 'json', '--browser', '/nope'], { folder })).code).toBe(0);
});

test('a browser that is not there gives exit code 3 and says what to do', async () => {
  const { code, out, err } = await omkost(['build', '--browser', '/nope'], { folder });
  expect(code).toBe(3);
  expect(out).toBe('');
  expect(err).toContain('[browser-missing]');
  expect(err).toContain('hint: ');
  expect(await built()).toEqual([]);
});

test('--out names another folder, made where it is missing', async () => {
  const { out } = await omkost(['build', 'good', '--format', 'json', '--out', 'a/b'], { folder });
  expect(out).toBe('a/b/good.json\n');
  expect(await built('a/b')).toEqual(['good.json', 'manifest.json']);
});

test('an output folder that cannot be written to is said once, and nothing is half-written', async () => {
  await writeFile(join(folder, 'taken'), '');
  await writeFile(join(folder, 'scenarios', 'other.yaml'), good);
  const { code, out, err } = await omkost(['build', '--format', 'json', '--out', 'taken'], { folder });
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err.split('[output-unwritable]')).toHaveLength(2);
});

test('--json gives one document on standard output, with problems and their places', async () => {
  await writeFile(join(folder, 'scenarios', 'bad.yaml'), bad);
  const { code, out, err } = await omkost(['build', '--json', '--quiet', '--format', 'json'], { folder });
  expect(code).toBe(1);
  expect(err).toBe('');
  expect(JSON.parse(out)).toMatchObject({
    notes: [{ name: 'good', outputs: [{ path: 'output/good.json', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] }],
    problems: expect.arrayContaining([
      expect.objectContaining({ code: 'key-unknown', file: 'scenarios/bad.yaml', line: 2, column: 1 }),
    ]),
  });
});

test('--json tells of a scenario that is not there too', async () => {
  const { code, out } = await omkost(['build', 'goood', '--json', '--quiet'], { folder });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ notes: [], problems: [{ code: 'file-missing' }] });
});

test('--quiet leaves only what was written', async () => {
  expect(await omkost(['build', '--quiet', '--format', 'json'], { folder })).toEqual({
    code: 0,
    out: 'output/good.json\n',
    err: '',
  });
});

test('no colour goes into a pipe unless it is asked for', async () => {
  await writeFile(join(folder, 'scenarios', 'good.yaml'), bad);
  const plain = await omkost(['check'], { folder });
  const forced = await omkost(['check'], { folder, environment: { FORCE_COLOR: '1' } });
  const refused = await omkost(['check', '--no-color'], { folder, environment: { FORCE_COLOR: '1' } });
  expect([plain, forced, refused].map(({ err }) => err.includes('\u001b'))).toEqual([false, true, false]);
});

test('notes come out the same with one job as with three, in the order they were named', async () => {
  const names = ['c', 'a', 'b'];
  for (const name of names) await writeFile(join(folder, 'scenarios', `${name}.yaml`), good);
  const environment = { SOURCE_DATE_EPOCH: '1763769600' };
  const list = async (jobs: string) => {
    const args = [
      'build',
      ...names,
      '--no-cache',
      '--jobs',
      jobs,
      '--out',
      `out-${jobs}`,
      '--format',
      'html,json',
      '--json',
    ];
    const { out } = await omkost(args, { folder, environment });
    const { notes } = JSON.parse(out) as { notes: { name: string; outputs: { sha256: string }[] }[] };
    return notes.map(({ name, outputs }) => [name, ...outputs.map(({ sha256 }) => sha256)]);
  };
  const one = await list('1');
  expect(one.map(([name]) => name)).toEqual(names);
  expect(await list('3')).toEqual(one);
});

test('the manifest keeps the notes of earlier runs, and each price once', async () => {
  await writeFile(join(folder, 'scenarios', 'big.yaml'), await shippedScenario('processuelle-netvaerksmoeder'));
  await omkost(['build', 'big', '--format', 'json'], { folder });
  await omkost(['build', 'good', '--format', 'json'], { folder });
  const manifest = JSON.parse(await readFile(join(folder, 'output', 'manifest.json'), 'utf8')) as {
    notes: { name: string; prices: { name: string; year: number }[] }[];
  };
  expect(manifest.notes.map(({ name }) => name)).toEqual(['big', 'good']);
  for (const { prices } of manifest.notes) {
    const names = prices.map(({ name, year }) => `${name} ${year}`);
    expect(names).toEqual([...new Set(names)]);
    expect(names.length).toBeGreaterThan(0);
  }
});

test('check and calc write nothing', async () => {
  expect((await omkost(['check'], { folder })).code).toBe(0);
  const calc = await omkost(['calc', 'good', '--json'], { folder });
  expect(JSON.parse(calc.out)).toMatchObject({ schemaVersion: 1, scenario: { name: 'good' } });
  expect(await readdir(folder)).toEqual(['scenarios']);
});

test.each(['calc', 'explain'])('%s says that there is no scenario of a name, and which is near', async (command) => {
  const { code, err } = await omkost([command, 'goood'], { folder });
  expect(code).toBe(1);
  expect(err).toContain('there is no scenario “goood” [file-missing]');
  expect(err).toContain('did you mean “good”?');
});
