/** Builds after the first: what has not changed is not built again, and what has is; by content, whatever else happens to the cache. */
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ended, omkost, projectWith, remove, shippedScenario, start } from './program.ts';

let good: string;
let folder: string;

beforeAll(async () => {
  good = await shippedScenario();
});

beforeEach(async () => {
  folder = await projectWith({ good });
});

afterEach(() => remove(folder));

const inFolder = (...names: string[]) => join(folder, ...names);
const edit = async (name: string, change: (text: string) => string) =>
  writeFile(inFolder(name), change(await readFile(inFolder(name), 'utf8')));

interface Outcomes {
  readonly counts: { readonly built: number; readonly unchanged: number; readonly failed: number };
  readonly notes: readonly { readonly name: string; readonly outcome: string }[];
}

/** Builds figures and web pages, as a rule: what is recalled and what is made does not depend on the format. */
async function build(...more: string[]): Promise<Outcomes['counts'] & { readonly builtNames: readonly string[] }> {
  const formats = more.includes('--format') ? [] : ['--format', 'html,json'];
  const { out } = await omkost(['build', '--json', ...formats, ...more], { folder });
  const { counts, notes } = JSON.parse(out) as Outcomes;
  return { ...counts, builtNames: notes.filter(({ outcome }) => outcome === 'built').map(({ name }) => name) };
}

const allBuilt = { built: 1, unchanged: 0, failed: 0 };
const noneBuilt = { built: 0, unchanged: 1, failed: 0 };

const twoPrices = (text: string) =>
  `${text}  anden:\n    name: En anden pris\n    unit: kr./time\n    values: { 2016: 500 kr. }\n    assumption: til prøven\n`;
const table = join('scenarios', 'prices', 'timeomkostninger.yaml');

test('what has not changed is not built again, and needs no browser; a touched file has not changed', async () => {
  await omkost(['build'], { folder });
  const first = await readFile(inFolder('output', 'good.pdf'));
  const written = await stat(inFolder('output', 'good.pdf'));
  await utimes(inFolder('scenarios', 'good.yaml'), new Date(), new Date());
  const { code, out, err } = await omkost(['build'], { folder });
  expect(code).toBe(0);
  expect(out.trim().split('\n').sort()).toEqual(['output/good.html', 'output/good.json', 'output/good.pdf']);
  expect(err).toContain('[1/1] 1 unchanged\n0 notes built, 1 unchanged, no problems in ');
  expect((await stat(inFolder('output', 'good.pdf'))).ino).toBe(written.ino);
  // Put back from what was kept, and made afresh: the same bytes.
  await rm(inFolder('output', 'good.pdf'));
  expect(await build('--format', 'pdf')).toMatchObject(noneBuilt);
  expect((await readFile(inFolder('output', 'good.pdf'))).equals(first)).toBe(true);
  expect(await build('--format', 'pdf', '--no-cache', '--out', 'afresh')).toMatchObject(allBuilt);
  expect((await readFile(inFolder('afresh', 'good.pdf'))).equals(first)).toBe(true);
}, 60_000);

test('a manifest is the same whether notes were recalled or made', async () => {
  await build();
  const made = await readFile(inFolder('output', 'manifest.json'), 'utf8');
  await rm(inFolder('output'), { recursive: true });
  expect(await build()).toMatchObject(noneBuilt);
  expect(await readFile(inFolder('output', 'manifest.json'), 'utf8')).toBe(made);
  expect(await build('--no-cache')).toMatchObject(allBuilt);
  expect(await readFile(inFolder('output', 'manifest.json'), 'utf8')).toBe(made);
});

test('an output that was changed by hand is put back', async () => {
  await build();
  const made = await readFile(inFolder('output', 'good.html'), 'utf8');
  await appendFile(inFolder('output', 'good.html'), '<!-- by hand -->');
  expect(await build()).toMatchObject(noneBuilt);
  expect(await readFile(inFolder('output', 'good.html'), 'utf8')).toBe(made);
});

test('one changed price rebuilds the notes that use it, and no other', async () => {
  await edit(table, twoPrices);
  const other = good.replaceAll('socialraadgiver-effektiv-time', 'anden');
  await writeFile(inFolder('scenarios', 'other.yaml'), other);
  expect((await build()).builtNames).toEqual(['good', 'other']);
  await edit(table, (text) => text.replace('500 kr.', '510 kr.'));
  expect((await build()).builtNames).toEqual(['other']);
  await edit(table, (text) =>
    `# Read and found right.\n${text}`.replace('2016: 373 kr.', '2016: 373 kr.\n      2017: 380 kr.'),
  );
  expect((await build()).builtNames).toEqual([]);
  await edit(table, (text) => text.replace('at: s. 5', 'at: s. 6'));
  expect((await build()).builtNames).toEqual(['good']);
});

test('a new scenario rebuilds others only where they speak of it', async () => {
  await build();
  const stranger = (name: string) => good.replace(/^intervention:.*$/m, `intervention: ${name}`);
  await writeFile(inFolder('scenarios', 'new.yaml'), stranger('Fuglekiggeri'));
  expect((await build()).builtNames).toEqual(['new']);
  await writeFile(inFolder('scenarios', 'new.yaml'), stranger('metoden'));
  expect((await build()).builtNames).toContain('good');
});

test('a changed theme, font file, option or day of issue is seen', async () => {
  const theme = inFolder('scenarios', 'house');
  await cp(join(import.meta.dirname, '..', 'fixtures', 'house-style'), theme, { recursive: true });
  await edit(join('scenarios', 'good.yaml'), (text) => `theme: house\n${text.replace(/^theme:.*\n/m, '')}`);
  expect(await build()).toMatchObject(allBuilt);
  expect(await build()).toMatchObject(noneBuilt);
  await edit(join('scenarios', 'house', 'theme.yaml'), (text) => `${text}\n# changed\n`);
  expect(await build()).toMatchObject(allBuilt);
  await edit(join('scenarios', 'house', 'logo.svg'), (text) => `${text}\n`);
  expect(await build()).toMatchObject(allBuilt);
  await edit(join('scenarios', 'good.yaml'), (text) => text.replace(/^issued:.*\n/m, ''));
  const on = (seconds: string) =>
    omkost(['build', '--json', '--format', 'json'], { folder, environment: { SOURCE_DATE_EPOCH: seconds } });
  await on('1763769600');
  expect(JSON.parse((await on('1763769601')).out)).toMatchObject({ counts: noneBuilt });
  expect(JSON.parse((await on('1763869600')).out)).toMatchObject({ counts: allBuilt });
});

test('the warnings of an unchanged note are said again, word for word', async () => {
  await edit(join('scenarios', 'good.yaml'), (text) =>
    text.replace('        Notatet beskriver', '        Det koster 4.711 kr. Notatet beskriver'),
  );
  const first = await omkost(['build', '--format', 'json'], { folder });
  const again = await omkost(['build', '--format', 'json'], { folder });
  const warnings = (err: string) => err.slice(err.indexOf('scenarios/'), err.lastIndexOf('\n\n'));
  expect(warnings(first.err)).toContain('[figure-typed]');
  expect(warnings(again.err)).toBe(warnings(first.err));
  expect(again.err).toContain('0 notes built, 1 unchanged');
});

test('a scenario that fails is told again each time', async () => {
  await writeFile(inFolder('scenarios', 'bad.yaml'), 'title: Uden resten\n');
  const first = await build();
  expect(first).toMatchObject({ built: 1, failed: 1 });
  expect(await build()).toMatchObject({ built: 0, unchanged: 1, failed: 1 });
});

async function filesBelow(at: string): Promise<string[]> {
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('a damaged entry is none: the note is made again', async () => {
  await build();
  const made = await readFile(inFolder('output', 'good.html'), 'utf8');
  for (const file of await filesBelow(inFolder('.kept-notes', 'content-v2'))) {
    const bytes = await readFile(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
    await writeFile(file, bytes);
  }
  await rm(inFolder('output', 'good.html'));
  expect(await build()).toMatchObject(allBuilt);
  expect(await readFile(inFolder('output', 'good.html'), 'utf8')).toBe(made);
  for (const file of await filesBelow(inFolder('.kept-notes', 'index-v5'))) await writeFile(file, 'not an index\n');
  expect(await build()).toMatchObject(allBuilt);
  expect(await build()).toMatchObject(noneBuilt);
});

test('a record without its output is not enough', async () => {
  await build();
  await rm(inFolder('output', 'good.html'));
  for (const file of await filesBelow(inFolder('.kept-notes', 'content-v2'))) {
    if ((await readFile(file, 'utf8')).toLowerCase().startsWith('<!doctype html>')) await rm(file);
  }
  expect(await build()).toMatchObject(allBuilt);
  expect((await readFile(inFolder('output', 'good.html'), 'utf8')).toLowerCase().startsWith('<!doctype html>')).toBe(
    true,
  );
});

test('where nothing can be kept the build goes on and says so', async () => {
  await writeFile(inFolder('taken'), '');
  const environment = { OMKOST_NOTES_CACHE: inFolder('taken') };
  for (const _ of ['first', 'again']) {
    const { code, err } = await omkost(['build', '--format', 'json'], { folder, environment });
    expect(code).toBe(0);
    expect(err).toContain('nothing is kept for the next build: ');
    expect(err).toContain('1 note built');
  }
});

test('a build killed at any moment leaves nothing that a later one trips over', async () => {
  for (const name of ['a', 'b', 'c', 'd'])
    await cp(inFolder('scenarios', 'good.yaml'), inFolder('scenarios', `${name}.yaml`));
  for (const lines of [1, 2, 4]) {
    const child = start(['build', '--format', 'html,json'], { folder });
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.split('\n').length > lines) child.kill('SIGKILL');
    });
    await ended(child);
    await rm(inFolder('output'), { recursive: true, force: true });
  }
  const { built, unchanged } = await build();
  expect(built + unchanged).toBe(5);
  expect(await build('--no-cache', '--out', 'afresh')).toMatchObject({ built: 5 });
  for (const name of ['a', 'b', 'c', 'd', 'good']) {
    const [one, other] = await Promise.all(
      ['output', 'afresh'].map((out) => readFile(inFolder(out, `${name}.html`), 'utf8')),
    );
    expect(one).toBe(other);
  }
});

test('builds at once share a cache and a manifest, and lose nothing', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const name of names) await cp(inFolder('scenarios', 'good.yaml'), inFolder('scenarios', `${name}.yaml`));
  const runs = names.map((name) => omkost(['build', name, '--format', 'json'], { folder }));
  expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(names.map(() => 0));
  const manifest = JSON.parse(await readFile(inFolder('output', 'manifest.json'), 'utf8')) as {
    notes: { name: string }[];
  };
  expect(manifest.notes.map(({ name }) => name)).toEqual(names);
  expect((await readdir(inFolder('output'))).sort()).toEqual([...names.map((name) => `${name}.json`), 'manifest.json']);
}, 60_000);

test('a damaged manifest keeps no note from being built, and that it was written anew is said', async () => {
  await cp(inFolder('scenarios', 'good.yaml'), inFolder('scenarios', 'other.yaml'));
  await build();
  const whole = await readFile(inFolder('output', 'manifest.json'), 'utf8');
  await writeFile(inFolder('output', 'manifest.json'), whole.slice(0, 700));
  const one = ['build', 'good', '--format', 'html,json', '--no-color'];
  const { code, err } = await omkost(one, { folder });
  expect(code).toBe(0);
  expect(err).toMatch(/output\/manifest\.json:\d+:\d+: warning: the manifest is cut off \[manifest-invalid\]/);
  expect(err).toContain(
    'hint: it was written anew with the notes of this build; build those that it held besides again',
  );
  expect((await omkost(one, { folder })).err).not.toContain('manifest-invalid');
  expect(await build()).toMatchObject({ unchanged: 2 });
  expect(await readFile(inFolder('output', 'manifest.json'), 'utf8')).toBe(whole);
});

test('the lock of a build that was killed is taken over', async () => {
  await mkdir(inFolder('output'));
  const gone = start(['--version'], { folder });
  await ended(gone);
  const { hostname } = await import('node:os');
  const lock = JSON.stringify({ host: hostname(), process: gone.pid });
  await writeFile(inFolder('output', 'manifest.json.lock'), lock);
  expect(await build()).toMatchObject(allBuilt);
  expect((await readdir(inFolder('output'))).sort()).toEqual(['good.html', 'good.json', 'manifest.json']);
});

test('omkost cache names the folder, and clears it', async () => {
  await build();
  const { out } = await omkost(['cache', '--json', '--clear'], { folder });
  expect(JSON.parse(out)).toMatchObject({ folder: inFolder('.kept-notes'), cleared: true });
  expect(await build()).toMatchObject(allBuilt);
});

test('a project that moved is the same project', async () => {
  await build();
  const moved = `${folder}-moved`;
  await rename(folder, moved);
  folder = moved;
  expect(await build()).toMatchObject(noneBuilt);
});
