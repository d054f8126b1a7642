/** `omkost diff` as its user meets it: two real builds, with one wage changed between them. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textIn } from '../pdf/finished.ts';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

let folder: string;
const table = join('scenarios', 'prices', 'timeomkostninger.yaml');

beforeAll(async () => {
  folder = await projectWith({ note: await shippedScenario() });
  const build = (out: string) =>
    omkost(['build', 'note', '--out', out], { folder, environment: { SOURCE_DATE_EPOCH: '1763769600' } });
  expect((await build('before')).code).toBe(0);
  const text = await readFile(join(folder, table), 'utf8');
  await writeFile(join(folder, table), text.replace('2016: 373 kr.', '2016: 400 kr.'));
  expect((await build('after')).code).toBe(0);
});

afterAll(() => remove(folder));

interface Told {
  readonly schemaVersion: number;
  readonly notes: readonly {
    readonly name: string;
    readonly status: string;
    readonly explained: string;
    readonly figures: readonly { readonly name: string; readonly before: string; readonly after: string }[];
    readonly causes: readonly { readonly changes: readonly object[]; readonly effects: Record<string, number> }[];
    readonly parts: readonly { readonly name: string }[];
  }[];
}

async function told(...args: string[]): Promise<Told> {
  const { code, out } = await omkost(['diff', ...args, '--json'], { folder });
  expect(code).toBe(0);
  return JSON.parse(out) as Told;
}

test('in the terminal: each printed figure old and new, and which price it was; exit code 0', async () => {
  const { code, out, err } = await omkost(['diff', 'before', 'after'], { folder });
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^before → after: 1 of 1 note changed: \d+ printed figures\n/);
  expect(out).toMatch(/│ perCompleted +│ +ca\. 4\.100 kr\. │ +ca\. 4\.400 kr\. │ +\+7,2 pct\. │/);
  expect(out).toMatch(/│ price socialraadgiver-effektiv-time of 2016 │ 373 kr\. │ 400 kr\. │ +\+297 │/);
  // Not the headline alone: each figure says which change it follows, also those that move unseen.
  const rows = out.split('Why: what')[0]?.match(/^│ [a-zA-Z.]+ .*pct\. │.*$/gm) ?? [];
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toMatch(/│ price socialraadgiver-effektiv-time of 2016 │$/);
});

test('an exit code of 1 where it is asked for and something differs', async () => {
  expect((await omkost(['diff', 'before', 'after', '--exit-code'], { folder })).code).toBe(1);
  expect(await omkost(['diff', 'after', 'after', '--exit-code'], { folder })).toEqual({
    code: 0,
    out: 'after → after: nothing changed\n',
    err: '',
  });
});

test('folders, manifests and PDFs are compared with causes; results files without, and it is said', async () => {
  const sides = [
    ['before', 'after'],
    ['before/manifest.json', 'after/note.pdf'],
    ['before/note.pdf', 'after'],
  ] as const;
  for (const [one, other] of sides) {
    const [note] = (await told(one, other)).notes;
    expect([note?.explained, note?.causes[0]?.changes[0]]).toMatchObject([
      'computed',
      { kind: 'price', before: '373 kr.' },
    ]);
  }
  const [note] = (await told('before/note.json', 'after/note.pdf')).notes;
  expect([note?.explained, note?.causes]).toEqual(['no-inputs', []]);
  expect(note?.figures[0]).toMatchObject({ name: 'perCompleted', before: 'ca. 4.100 kr.', after: 'ca. 4.400 kr.' });
});

test('an older copy without a manifest, and notes that came and went', async () => {
  await mkdir(join(folder, 'old'));
  await copyFile(join(folder, 'before', 'note.pdf'), join(folder, 'old', 'note.pdf'));
  const other = (await readFile(join(folder, 'before', 'note.json'), 'utf8')).replace(
    '"name": "note"',
    '"name": "gone"',
  );
  await writeFile(join(folder, 'old', 'gone.json'), other);
  const { notes } = await told('old', 'after');
  expect(notes.map(({ name, status }) => [name, status])).toEqual([
    ['gone', 'removed'],
    ['note', 'changed'],
  ]);
});

test('of results that a manifest goes with, the inputs that differ are told by their hash', async () => {
  for (const side of ['before', 'after']) {
    await mkdir(join(folder, 'json', side), { recursive: true });
    for (const file of ['note.json', 'manifest.json'])
      await copyFile(join(folder, side, file), join(folder, 'json', side, file));
  }
  const [note] = (await told('json/before', 'json/after')).notes;
  expect(note?.parts.map(({ name }) => name)).toEqual(['prices socialraadgiver-effektiv-time']);
});

test('Markdown for a pull request: a line, tables, the rest folded; text of files is inert', async () => {
  const { code, out } = await omkost(['diff', 'before', 'after', '--markdown'], { folder });
  expect(code).toBe(0);
  expect(out).toMatch(/^\*\*1 of 1 note changed: \d+ printed figures\*\*\n\n### <code>note<\/code>\n\n\| Figure \|/);
  expect(out).toContain(
    '| <code>perCompleted</code> | <code>ca. 4.100 kr.</code> | <code>ca. 4.400 kr.</code> | +7,2 pct. | <code>price socialraadgiver-effektiv-time of 2016</code> |',
  );
  expect(out).toContain('| Figure | Before | After | Change | Because of |\n| --- | ---: | ---: | ---: | --- |\n');
  const hostile = { name: 'note', title: '</code><img src=x> @everyone | [x](http://x) `' };
  const results = JSON.parse(await readFile(join(folder, 'after', 'note.json'), 'utf8')) as object;
  const printed = { total: '<script>|`*@all*`' };
  await writeFile(
    join(folder, 'hostile.json'),
    JSON.stringify({ ...results, scenario: hostile, printed, figures: {} }),
  );
  const inert = (await omkost(['diff', 'before/note.json', 'hostile.json', '--markdown'], { folder })).out;
  expect(inert).not.toMatch(/<script|<img|@(?:all|everyone)|\]\(/);
  expect(inert).toContain('&#60;script&#62;&#124;&#96;&#42;&#64;all&#42;&#96;');
});

test('what is no build is refused with what was expected, both sides at once', async () => {
  await writeFile(join(folder, 'other.json'), '{"hello": 1}');
  const { code, err } = await omkost(['diff', 'other.json', 'missing', '--no-color'], { folder });
  expect(code).toBe(1);
  expect(err).toContain('other.json is not a results file of omkost [results-invalid]');
  expect(err).toContain('missing does not exist [file-missing]');
  await mkdir(join(folder, 'damaged'));
  await writeFile(join(folder, 'damaged', 'manifest.json'), '{"schemaVersion": 1, ');
  for (const named of ['damaged', 'damaged/manifest.json'])
    expect((await omkost(['diff', named, 'after', '--no-color'], { folder })).err).toContain(
      'damaged/manifest.json:1:20: the manifest is cut off [manifest-invalid]',
    );
  expect((await omkost(['diff', 'before'], { folder })).code).toBe(2);
  expect((await omkost(['diff', 'before', 'scenarios'], { folder })).err).toContain('there is no note in scenarios');
});

test('--pdf writes a change note beside; one that nobody publishes is refused', async () => {
  const { code, out } = await omkost(['diff', 'before', 'after', '--pdf', 'told/changes.pdf', '--quiet'], { folder });
  expect(code).toBe(0);
  expect(out).toContain('1 of 1 note changed');
  const text = await textIn(await readFile(join(folder, 'told', 'changes.pdf')));
  expect(text).toContain('Ændringer i ”Omkostninger ved brug af inddragende netværksmøder”');
  const json = ['before/note.json', 'after/note.json'];
  const refused = await omkost(['diff', ...json, '--pdf', 'no.pdf', '--no-color'], { folder });
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--publisher')]);
});

test('the chapters of an anthology are compared as notes', async () => {
  const build = ['build', '--anthology', 'note', '--out', 'anthology', '--format', 'pdf', '--quiet'];
  expect((await omkost(build, { folder })).code).toBe(0);
  const { notes } = await told('before/note.pdf', 'anthology/antologi.pdf');
  expect(notes.map(({ status, explained }) => [status, explained])).toEqual([['changed', 'computed']]);
  expect((await told('anthology', 'anthology')).notes.map(({ status }) => status)).toEqual(['same']);
});
