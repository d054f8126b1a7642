/** `omkost check --frozen`: a committed manifest and a fresh build, where they agree and where they do not. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

let folder: string;

beforeEach(async () => {
  folder = await projectWith({ good: await shippedScenario() });
  await omkost(['build', '--format', 'html,json'], { folder });
});

afterEach(() => remove(folder));

const manifest = () => join(folder, 'output', 'manifest.json');
const check = (...more: string[]) => omkost(['check', '--frozen', '--quiet', ...more], { folder });
const edit = async (path: string, change: (text: string) => string) =>
  writeFile(path, change(await readFile(path, 'utf8')));

test('a fresh build that agrees gives exit code 0, and writes nothing', async () => {
  const before = await readFile(manifest(), 'utf8');
  expect(await check()).toEqual({ code: 0, out: '', err: '' });
  expect(await readFile(manifest(), 'utf8')).toBe(before);
});

test('a changed price is named, with every figure it moved', async () => {
  await edit(join(folder, 'scenarios', 'prices', 'timeomkostninger.yaml'), (text) =>
    text.replace('373 kr.', '383 kr.'),
  );
  const { code, out } = await check();
  expect(code).toBe(1);
  expect(out).toContain('good:\n');
  expect(out).toMatch(/ {2}total: ca\.\s4\.100\skr\. → ca\.\s4\.200\skr\.\n/);
  expect(out).toContain('  because prices “socialraadgiver-effektiv-time” changed: 373 (2016) → 383 (2016)\n');
  const { out: json } = await check('--json');
  expect(JSON.parse(json)).toMatchObject({
    agrees: false,
    notes: [
      {
        name: 'good',
        kind: 'changed',
        figures: expect.arrayContaining([{ figure: 'total', before: expect.any(String), after: expect.any(String) }]),
      },
    ],
  });
});

test('an output whose bytes differ though no figure did is told, with what changed', async () => {
  await edit(join(folder, 'scenarios', 'good.yaml'), (text) =>
    text.replace('Efterberegning af', 'Ny efterberegning af'),
  );
  const { code, out } = await check();
  expect(code).toBe(1);
  expect(out).toBe(
    'good:\n  no printed figure moved\n  other bytes: good.html\n  because scenarios/good.yaml changed\n',
  );
});

test('notes that came and went are named', async () => {
  await cp(join(folder, 'scenarios', 'good.yaml'), join(folder, 'scenarios', 'new.yaml'));
  await rm(join(folder, 'scenarios', 'good.yaml'));
  const { code, out } = await check();
  expect(code).toBe(1);
  expect(out).toBe('good: is in the manifest, and there is no scenario for it\nnew: is not in the manifest\n');
});

test('another program and what was not compared are said', async () => {
  await edit(manifest(), (text) =>
    text
      .replace('"program": "', '"program": "0.0.0-')
      .replace(/("name": "good\.json",\s+"bytes": \d+,\s+"sha256": ")./, '$1-'),
  );
  const { code, out, err } = await check('--format', 'json');
  expect(code).toBe(1);
  expect(out).toMatch(/other bytes: good\.json\n {2}because omkost: 0\.0\.0-\S+ → \S+\n/);
  expect(err).toContain('not compared, since they were not made: good.html\n');
});

test('without a browser figures are compared, and that the PDF was not is exit code 3', async () => {
  const { code, err } = await check('--format', 'pdf,json', '--browser', '/nope');
  expect(code).toBe(3);
  expect(err).toContain('[browser-missing]');
  expect(err).toContain('compare without the PDFs: --format html,json');
});

test('a manifest that is not there is said', async () => {
  const { code, err } = await check('--manifest', 'nowhere.json');
  expect(code).toBe(1);
  expect(err).toContain('there is no manifest nowhere.json');
});

test.each([
  [
    'cut off',
    (text: string) => text.slice(0, 1500),
    /output\/manifest\.json:\d+:\d+: the manifest is cut off \[manifest-invalid\]/,
  ],
  [
    'left in the middle of a merge',
    (text: string) => text.replace('  "program"', '<<<<<<< HEAD\n  "program"'),
    /output\/manifest\.json:3:1: the manifest has the marks of a merge that is not finished \[manifest-invalid\]/,
  ],
  [
    'no JSON',
    (text: string) => text.replace('"notes"', 'notes'),
    /output\/manifest\.json:8:3: the manifest is damaged: it is no JSON \[manifest-invalid\]/,
  ],
  [
    'edited by hand',
    (text: string) => text.replace(/"bytes": \d+/, '"bytes": "many"'),
    /output\/manifest\.json:\d+:20: the manifest is not as omkost writes it: notes 0 outputs 0 bytes .* \[manifest-invalid\]/,
  ],
  [
    'of a later form',
    (text: string) => text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
    /output\/manifest\.json:2:20: the manifest is in a form that this omkost does not know \[manifest-invalid\]/,
  ],
])('a manifest that is %s is told as damaged, with its place and the next step', async (_, damage, told) => {
  await edit(manifest(), damage);
  const { code, out, err } = await check('--no-color');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(told);
  expect(err).toContain('hint: fetch it again from version control');
});
