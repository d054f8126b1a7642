/** The lists of tables and figures in the finished file: each number in them is the page that its table or figure stands on. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { omkost, root } from '../cli/program.ts';
import { type Finished, openFinished } from './finished.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-lists-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The shipped assessment with this line among its first. */
async function built(line: string): Promise<Finished> {
  const written = await readFile(join(root, 'scenarios/processuelle-netvaerksmoeder.yaml'), 'utf8');
  const scenario = join(folder, 'note.yaml');
  await writeFile(scenario, written.replace('layout: omkostningsvurdering', `layout: omkostningsvurdering\n${line}`));
  const prices = ['timeomkostninger', 'prisindeks'].flatMap((name) => [
    '--prices',
    join(root, `scenarios/prices/${name}.yaml`),
  ]);
  const { code, err } = await omkost(['build', scenario, ...prices, '--out', folder], { folder: root });
  expect(err).not.toContain('error');
  expect(code).toBe(0);
  return openFinished(join(folder, 'note.pdf'));
}

test('lists that are asked for give every table and figure with its page', async () => {
  const note = await built('lists: ja');
  const list = note.pages.find((page) => /Tabeller/.test(page) && /Tabel 1\b/.test(page)) ?? '';
  const entries = [...list.matchAll(/((?:Tabel|Figur) \d+) (.+?) (\d+)(?= (?:Tabel|Figur) \d| Figurer|$)/g)];
  expect(entries.length).toBeGreaterThan(6);
  expect(entries.some(([, label]) => label?.startsWith('Figur'))).toBe(true);
  for (const [, label = '', title = '', number] of entries) {
    const page = note.pages[Number(number) - 1] ?? '';
    expect(page, `${label} on page ${number}`).toContain(`${label} ${title.replace(/[ .]+$/, '')}`);
  }
});

test('a note with few has none unless asked', async () => {
  const note = await built('lists: nej');
  expect(note.pages.join(' ')).not.toMatch(/Tabeller.*Tabel 1 .* Tabel 2 .*Tabel 3 .*Figurer/);
});
