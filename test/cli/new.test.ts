/** The first five minutes: a scenario from nothing, and a note from it. */
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { omkost, remove } from './program.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-new-'));
});

afterEach(() => remove(folder));

test('a new scenario in an empty folder builds as it is', async () => {
  const made = await omkost(['new', 'min-indsats'], { folder });
  expect(made).toMatchObject({ code: 0, out: 'scenarios/min-indsats.yaml\n' });
  const { code, err } = await omkost(['build', 'min-indsats'], { folder });
  const marks = (await readFile(join(folder, 'scenarios', 'min-indsats.yaml'), 'utf8')).match(
    /^[^#].*\(UDFYLD\)/gm,
  )?.length;
  expect(err).toContain(`1 note built, ${marks} warnings`);
  expect(code).toBe(0);
  expect((await readdir(join(folder, 'output'))).sort()).toEqual([
    'manifest.json',
    'min-indsats.html',
    'min-indsats.json',
    'min-indsats.pdf',
  ]);
});

test('what its comments offer can be taken as it stands', async () => {
  await omkost(['new', 'x'], { folder });
  const path = join(folder, 'scenarios', 'x.yaml');
  const text = await readFile(path, 'utf8');
  const comment = (start: RegExp) => start.exec(text)?.[1]?.replace(/^# {0,5}/gm, '    ') ?? 'not offered';
  const note = comment(/^(# +\[\^navn\]:.*)$/m);
  const box = comment(/^(# +::: boks[\s\S]*?:::)$/m);
  const taken = text
    .replace(/ ?\(UDFYLD\)/g, '')
    .replace(/^# (lists|theme|indexation):/gm, '$1:')
    .replace(
      /(\n {4}Skriv her, hvad indsatsen går ud på.*)\n/,
      `$1[^navn] Se {{ref boxes.navn}}.\n\n${note}\n\n${box}\n`,
    );
  expect(taken.match(/^(lists|theme|indexation):/gm)).toHaveLength(3);
  await writeFile(path, taken);
  for (const year of ['2016', '2023']) {
    const { code, err } = await omkost(['check', 'x', '--price-year', year], { folder });
    expect(err).not.toMatch(/error|warning|:\d+:\d+:/);
    expect(code).toBe(0);
  }
});

test('what is still to be written is told with its place by every build, and fails a strict check until it is written', async () => {
  await omkost(['new', 'x'], { folder });
  const path = join(folder, 'scenarios', 'x.yaml');
  const lines = (await readFile(path, 'utf8')).split('\n');
  const marked = lines.flatMap((line, index) =>
    line.includes('(UDFYLD)') && !line.startsWith('#') ? [`${index + 1}:${line.indexOf('UDFYLD') + 1}`] : [],
  );
  expect(marked.length).toBeGreaterThan(10);
  const built = await omkost(['build', 'x', '--format', 'html', '--json'], { folder });
  const { problems } = JSON.parse(built.out);
  expect(built.code).toBe(0);
  expect(problems.map(({ code }: { code: string }) => code)).toEqual(marked.map(() => 'placeholder'));
  const places = problems.map(({ line, column }: { line: number; column: number }) => `${line}:${column}`);
  expect(new Set(places)).toEqual(new Set(marked));
  expect(await omkost(['check', 'x'], { folder })).toMatchObject({ code: 0 });
  const strict = await omkost(['check', 'x', '--strict'], { folder });
  expect(strict.err).toContain('[placeholder]');
  expect(strict.err).toContain(`${marked.length} warnings; with --strict none may be left`);
  expect(strict.code).toBe(1);
  await writeFile(path, lines.join('\n').replaceAll(/ ?\(UDFYLD\)/g, ''));
  expect(await omkost(['check', 'x', '--strict'], { folder })).toMatchObject({ code: 0 });
});

test('a mark in a prose file is told there', async () => {
  await omkost(['new', 'x'], { folder });
  const path = join(folder, 'scenarios', 'x.yaml');
  const text = (await readFile(path, 'utf8')).replaceAll(/ ?\(UDFYLD\)/g, '');
  await writeFile(path, text.replace(/ {2}targetGroup: \|\n.*\n/, '  targetGroup: { file: hvem.md }\n'));
  await writeFile(
    join(folder, 'scenarios', 'hvem.md'),
    'Indsatsen er for forældre.\n\nDe er TODO mange, og det er ikke en todo.\n',
  );
  const { code, err } = await omkost(['check', 'x', '--strict'], { folder });
  expect(err).toContain('scenarios/hvem.md:3:7: warning: TODO: this is still to be written [placeholder]');
  expect(err).toContain('1 warning;');
  expect(code).toBe(1);
});

test('the editor finds the schema beside the new scenario', async () => {
  await omkost(['new', 'x'], { folder });
  const text = await readFile(join(folder, 'scenarios', 'x.yaml'), 'utf8');
  const named = /\$schema=(\S+)/.exec(text)?.[1] ?? 'no schema named';
  const schema: unknown = JSON.parse(await readFile(join(folder, 'scenarios', named), 'utf8'));
  expect(schema).toMatchObject({ type: 'object', properties: { title: {}, priceYear: {} } });
});

test('a scenario that is there is not overwritten', async () => {
  await omkost(['new', 'x'], { folder });
  await writeFile(join(folder, 'scenarios', 'x.yaml'), 'mine');
  const { code, err } = await omkost(['new', 'x'], { folder });
  expect(code).toBe(1);
  expect(err).toContain('[name-taken]');
  expect(await readFile(join(folder, 'scenarios', 'x.yaml'), 'utf8')).toBe('mine');
});

test.each(['../x', '/x', '.hidden', 'a b', ''])('“%s” is no name of a scenario', async (name) => {
  const { code, err } = await omkost(['new', name], { folder });
  expect(code).toBe(1);
  expect(err).toContain('[name-invalid]');
  expect(await readdir(folder)).toEqual([]);
});

test('--out takes a folder from the root of the disk too', async () => {
  const elsewhere = join(folder, 'elsewhere');
  expect((await omkost(['new', 'x', '--out', elsewhere], { folder })).code).toBe(0);
  expect(await readdir(elsewhere)).toContain('x.yaml');
});

test('a folder without scenarios says how to get one', async () => {
  const { code, err } = await omkost(['build'], { folder });
  expect(code).toBe(1);
  expect(err).toContain('omkost new');
});
