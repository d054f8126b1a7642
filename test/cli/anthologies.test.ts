/** Anthologies from run to run: files of their own, kept while nothing changes, compared with a manifest, and all problems at once. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run as runProgram } from '../../src/cli/run.ts';
import { type Ended, projectWith, remove, root } from './program.ts';

let folder: string;

const file = join('scenarios', 'anthologies', 'to.yaml');
const own = `title: Hjælp til forældre og unge
subtitle: Hvad to indsatser koster
issued: november 2026
publisher: { name: Vores Kommune, web: www.example.dk }
foreword: |
  Kommunen har regnet på to indsatser[^1]. Den første koster {{brief.total}}.

  [^1]: Den anden {{talks.total.exact}}.
chapters: [brief, talks]
`;
const price =
  'prices:\n  leder:\n    name: Leder\n    unit: kr./time\n    values: { 2016: 373 kr. }\n    assumption: Skøn.\n';

beforeEach(async () => {
  const fixture = (name: string) => readFile(join(root, 'test', 'fixtures', `${name}.yaml`), 'utf8');
  const brief = (await fixture('brief')).replace(
    'hourlyCost: 373 kr., assumption: Kommunens eget skøn.',
    'price: leder',
  );
  folder = await projectWith({ brief, talks: await fixture('anthology-chapter') });
  await put(join('scenarios', 'prices', 'egne.yaml'), price);
  await put(file, own);
});

afterEach(() => remove(folder));

async function put(name: string, text: string): Promise<void> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), text);
}

async function edit(name: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(folder, name), change(await readFile(join(folder, name), 'utf8')));
}

/** In this process, which has read the program once: many runs, each of them short. */
async function run(...args: string[]): Promise<Ended> {
  let [out, err] = ['', ''];
  const code = await runProgram(args, {
    workingFolder: folder,
    environment: { OMKOST_NOTES_CACHE: join(folder, '.kept-notes') },
    standardInput: Readable.from([]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    now: new Date('2026-11-22T12:00:00Z'),
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

const light = ['--format', 'html,json'];
const output = (name: string, from = 'output') => readFile(join(folder, from, name));

/** How each that was asked for came out, by name. */
async function outcomes(...args: string[]): Promise<Readonly<Record<string, string>>> {
  const { out } = await run('build', '--json', ...args);
  const { notes } = JSON.parse(out) as { notes: readonly { name: string; outcome: string }[] };
  return Object.fromEntries(notes.map(({ name, outcome }) => [name, outcome]));
}

test('is built by its name, by its file, and with all else', async () => {
  expect(await outcomes('to', ...light)).toEqual({ to: 'built' });
  expect(await outcomes(file, ...light)).toEqual({ to: 'unchanged' });
  expect(await outcomes('--anthology', 'to', ...light)).toEqual({ to: 'unchanged' });
  expect(await outcomes(...light)).toEqual({ brief: 'built', talks: 'built', to: 'unchanged' });
  const { anthology, printed } = JSON.parse(String(await output('to.json')));
  expect(anthology).toEqual({ name: 'to', title: 'Hjælp til forældre og unge' });
  expect(printed).toMatchObject({ 'brief.total': expect.stringContaining('224.000') });
  const page = String(await output('to.html'));
  expect(page).toContain('Hvad to indsatser koster');
  expect(page).toMatch(/Den første koster ca\.\s224\.000\skr\./);
});

test('is kept while nothing changes: by content, put back where it is gone, and the same bytes as made afresh', async () => {
  expect(await outcomes('to')).toEqual({ to: 'built' });
  const first = await output('to.pdf');
  await edit(file, (text) => text);
  expect(await outcomes('to')).toEqual({ to: 'unchanged' });
  await rm(join(folder, 'output', 'to.pdf'));
  await put(join('output', 'to.html'), 'damaged');
  expect(await outcomes('to')).toEqual({ to: 'unchanged' });
  expect((await output('to.pdf')).equals(first)).toBe(true);
  expect(await outcomes('to', '--no-cache', '--out', 'afresh')).toEqual({ to: 'built' });
  for (const name of ['to.pdf', 'to.html', 'to.json', 'manifest.json']) {
    expect((await output(name)).equals(await output(name, 'afresh')), name).toBe(true);
  }
}, 120_000);

test('is made again by a price or a scenario of a chapter; not by a price of none', async () => {
  const again = () => outcomes('to', ...light);
  expect(await again()).toEqual({ to: 'built' });
  await edit(
    join('scenarios', 'prices', 'egne.yaml'),
    (text) =>
      `${text}  anden:\n    name: Anden\n    unit: kr./time\n    values: { 2016: 500 kr. }\n    assumption: Skøn.\n`,
  );
  expect(await again()).toEqual({ to: 'unchanged' });
  await edit(join('scenarios', 'prices', 'egne.yaml'), (text) => text.replace('373 kr.', '383 kr.'));
  expect(await again()).toEqual({ to: 'built' });
  expect(String(await output('to.html'))).toMatch(/ca\.\s230\.000\skr\./);
  await edit(join('scenarios', 'talks.yaml'), (text) => text.replace('hourlyCost: 400 kr.', 'hourlyCost: 410 kr.'));
  expect(await again()).toEqual({ to: 'built' });
});

test('is made again by its own file or its foreword, and for a format that was not asked for', async () => {
  const again = () => outcomes('to', ...light);
  await edit(file, (text) => text.replace(/foreword: [\s\S]*(?=chapters)/, 'foreword: { file: forord.md }\n'));
  await put(join('scenarios', 'anthologies', 'forord.md'), 'Kommunens forord.\n');
  expect(await again()).toEqual({ to: 'built' });
  await edit(join('scenarios', 'anthologies', 'forord.md'), () => 'Et nyt forord.\n');
  expect(await again()).toEqual({ to: 'built' });
  expect(String(await output('to.html'))).toContain('Et nyt forord.');
  await edit(file, (text) => text.replace('Hjælp til', 'Støtte til'));
  expect(await again()).toEqual({ to: 'built' });
  expect(await again()).toEqual({ to: 'unchanged' });
  expect(await outcomes('to', '--format', 'json,csv')).toEqual({ to: 'built' });
  expect(await outcomes('to', '--format', 'html,json,csv')).toEqual({ to: 'unchanged' });
});

test('that only names its chapters is kept too, by its title and their order', async () => {
  const named = ['--anthology', 'talks', 'brief', ...light];
  expect(await outcomes(...named)).toEqual({ antologi: 'built' });
  expect(await outcomes(...named)).toEqual({ antologi: 'unchanged' });
  expect(await outcomes(...named, '--title', 'Anderledes')).toEqual({ antologi: 'built' });
  expect(await outcomes('--anthology', 'brief', 'talks', ...light)).toEqual({ antologi: 'built' });
});

test('a fresh build of it is compared with a manifest, and the figure that moved is told with its chapter and the cause', async () => {
  await run('build', 'to', ...light);
  await run('build', '--anthology', 'talks', 'brief', '--title', 'Uden fil', ...light);
  const check = (...more: string[]) => run('check', '--frozen', '--quiet', ...more);
  expect(await check('to', 'antologi')).toEqual({ code: 0, out: '', err: '' });
  await edit(join('scenarios', 'prices', 'egne.yaml'), (text) => text.replace('373 kr.', '383 kr.'));
  const { code, out } = await check('to', 'antologi');
  expect(code).toBe(1);
  expect(out).toMatch(/^ {2}chapter 1, brief: total: ca\.\s224\.000\skr\. → ca\.\s230\.000\skr\.$/m);
  expect(out).toMatch(/^ {2}chapter 2, brief: total: /m);
  expect(out).toContain('  because chapter 1, brief: prices “leder” changed: 373 (2016) → 383 (2016)\n');
  expect(out).not.toContain('talks');
  const { out: json } = await check('to', '--json');
  expect(JSON.parse(json).notes).toMatchObject([
    {
      name: 'to',
      figures: expect.arrayContaining([
        expect.objectContaining({ figure: 'total', chapter: { number: 1, name: 'brief' } }),
      ]),
    },
  ]);
  const { out: one } = await check('antologi');
  expect(one).not.toContain('to:\n');
});

test('with no name given all are compared, and one that came or went is told', async () => {
  await run('build', ...light);
  expect(await run('check', '--frozen', '--quiet')).toMatchObject({ code: 0, out: '' });
  await put(
    join('scenarios', 'anthologies', 'ny.yaml'),
    own.replace('[brief, talks]', '[talks]').replace('{{brief.total}}', 'lidt'),
  );
  const { code, out } = await run('check', '--frozen', '--quiet');
  expect({ code, out }).toEqual({ code: 1, out: 'ny: is not in the manifest\n' });
  await edit(file, (text) => text.replace('[brief, talks]', '[talks, brief]'));
  const moved = await run('check', '--frozen', 'to', '--quiet');
  expect(moved.out).toContain('  because scenarios/anthologies/to.yaml changed\n');
  expect(moved.out).toContain('  because the chapters were brief, talks, and are talks, brief\n');
});

test('all that is wrong with it and its chapters is told at once, and nothing is built', async () => {
  await edit(
    file,
    (text) => `${text.replace('[brief, talks]', '[brief, talk, talks, ../brief.yaml]')}redaktør: Hansen\n`,
  );
  await edit(join('scenarios', 'brief.yaml'), (text) => text.replace('count: 2', 'count: mange'));
  for (const command of [
    ['build', 'to'],
    ['check', 'to'],
  ]) {
    const { code, err } = await run(...command);
    expect(code).toBe(1);
    expect(err).toContain('unknown key “redaktør”');
    expect(err).toContain('there is no scenario “talk” [file-missing]');
    expect(err).toContain('did you mean “talks”?');
    expect(err).toContain('“../brief.yaml” is a chapter already [name-taken]');
    expect(err).toMatch(/scenarios\/brief\.yaml:\d+:\d+: /);
  }
  await expect(output('to.pdf')).rejects.toThrow('ENOENT');
});

test('a wrong figure in the foreword is told at its place', async () => {
  await edit(file, (text) => text.replace('{{brief.total}}', '{{brief.totl}}'));
  const { code, err } = await run('check', 'to');
  expect(code).toBe(1);
  expect(err).toContain('scenarios/anthologies/to.yaml:6:');
  expect(err).toContain('did you mean “brief.total”?');
});

test('one that cannot be built does not stop the others', async () => {
  await put(join('scenarios', 'anthologies', 'forkert.yaml'), 'title: Forkert\nchapters: [findes-ikke]\n');
  const { code, out, err } = await run('build', ...light);
  expect(code).toBe(1);
  expect(out.trim().split('\n')).toHaveLength(6);
  expect(err).toContain('scenarios/anthologies/forkert.yaml:2:');
  expect(err).toContain('3 notes built, 1 failed, 1 error');
});

test('is refused with the name of a note, with other scenarios beside it, and as a part of a build', async () => {
  await put(
    join('scenarios', 'anthologies', 'talks.yaml'),
    own.replace('[brief, talks]', '[brief]').replace(/\{\{.*?\}\}/g, 'lidt'),
  );
  const taken = await run('build', ...light);
  expect(taken.err).toContain('[name-taken]');
  expect(taken.err).toContain('rename scenarios/anthologies/talks.yaml');
  const mixed = await run('build', '--anthology', 'to', 'brief', ...light);
  expect(mixed).toMatchObject({ code: 1, err: expect.stringContaining('names its chapters itself') });
  const part = await run('build', '--shard', '1/1', ...light, '--out', 'part');
  expect(part.out).not.toContain('to.');
  expect(part.err).toContain('not built in parts: scenarios/anthologies/talks.yaml scenarios/anthologies/to.yaml\n');
  const named = await run('build', 'to', '--shard', '1/2', ...light);
  expect(named).toMatchObject({ code: 1, err: expect.stringContaining('it cannot be built with --shard') });
});
