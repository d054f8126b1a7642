/** One scenario and a table of rows: a note for each, whatever happens to some of them or to the browser. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plain, textIn } from '../pdf/finished.ts';
import { ended, omkost, remove, root, start } from './program.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-rows-'));
  await cp(join(root, 'test', 'fixtures', 'rows'), folder, { recursive: true });
});

afterEach(() => remove(folder));

const inFolder = (...names: string[]) => join(folder, ...names);
const pattern = '{kommune}-moeder';

/** The first `count` rows of the shipped table, changed. */
async function rows(count: number, change: (text: string) => string = (text) => text): Promise<void> {
  const text = await readFile(join(root, 'test', 'fixtures', 'rows', 'kommuner.csv'), 'utf8');
  await writeFile(
    inFolder('kommuner.csv'),
    change(
      text
        .split('\r\n')
        .slice(0, count + 1)
        .join('\r\n'),
    ),
  );
}

const build = (...more: string[]) =>
  omkost(['build', 'netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--name', pattern, ...more], { folder });
const figures = (...more: string[]) => build('--format', 'html,json', '--json', ...more);

interface Told {
  readonly notes: readonly { readonly name: string; readonly outcome: string }[];
  readonly counts: { readonly built: number; readonly unchanged: number; readonly failed: number };
  readonly problems: readonly {
    readonly code: string;
    readonly file: string;
    readonly line: number;
    readonly message: string;
  }[];
}
const parsed = ({ out }: { readonly out: string }) => JSON.parse(out) as Told;
const builtIn = (ended: { readonly out: string }) =>
  parsed(ended).notes.flatMap(({ name, outcome }) => (outcome === 'built' ? [name] : []));

test('every municipality gets a note of its own name and figures, and the scenario alone still builds', async () => {
  const { notes, counts, problems } = parsed(await figures());
  expect({ counts, problems }).toEqual({ counts: { built: 98, unchanged: 0, failed: 0 }, problems: [] });
  expect(notes.map(({ name }) => name)).toContain('aeroe-kommune-moeder');
  const results = async (name: string) => JSON.parse(await readFile(inFolder('output', `${name}.json`), 'utf8'));
  const aarhus = await results('aarhus-kommune-moeder');
  expect(aarhus.scenario).toEqual({ name: 'aarhus-kommune-moeder', title: 'Netværksmøder i Aarhus Kommune' });
  const page = await readFile(inFolder('output', 'aarhus-kommune-moeder.html'), 'utf8');
  expect(page.includes('På et netværksmøde i Aarhus Kommune mødes')).toBe(true);
  expect(page.includes('{{')).toBe(false);
  // The same values written into the scenario by hand give the same figures.
  const own = await readFile(inFolder('netvaerksmoeder.yaml'), 'utf8');
  const [wage, leader, teams, rate] = (
    (await readFile(inFolder('kommuner.csv'), 'utf8')).split('\r\n').find((line) => line.startsWith('Aarhus')) ?? ''
  )
    .split(';')
    .slice(1);
  const byHand = own
    .replace('value: 400 kr.', `value: "${wage}"`)
    .replace('value: 450 kr.', `value: "${leader}"`)
    .replace('count: 2', `count: ${teams}`)
    .replace('90 pct.', rate ?? '')
    .replace('kommune: Eksempel', 'kommune: Aarhus');
  await writeFile(inFolder('aarhus-kommune-moeder.yaml'), byHand);
  await omkost(['build', 'aarhus-kommune-moeder.yaml', '--format', 'json', '--out', 'by-hand'], { folder });
  expect(JSON.parse(await readFile(inFolder('by-hand', 'aarhus-kommune-moeder.json'), 'utf8'))).toEqual(aarhus);
  const alone = await omkost(['build', 'netvaerksmoeder.yaml', '--format', 'json'], { folder });
  expect(alone.err).toContain('1 note built, no problems');
}, 60_000);

test('all that is wrong in all rows is told by row and column, and the other rows are built', async () => {
  await rows(6, (text) =>
    text
      .replace('417 kr.', '4i7 kr.')
      .replace('394 kr.;466 kr.;3', '394 kr.;466 kr.;-3')
      .replace('Billund', 'Ballerup'),
  );
  const { notes, counts, problems } = parsed(await figures());
  expect(notes.map(({ name }) => name)).toEqual(['albertslund-kommune-moeder', 'bornholm-kommune-moeder']);
  expect(counts).toEqual({ built: 2, unchanged: 0, failed: 2 });
  expect(problems.map(({ code, file, line, message }) => [code, file, line, message.slice(0, 62)])).toEqual([
    ['name-taken', 'kommuner.csv', 6, 'rows 5 and 6 would both write ballerup-kommune-moeder.pdf'],
    ['number-unreadable', 'kommuner.csv', 3, 'row 3, column “staff.sagsbehandler.hourlyCost”: “4i7 kr.” is n'],
    ['value-impossible', 'kommuner.csv', 4, 'row 4, column “teams.team.count”: “-3” is impossible as a coun'],
  ]);
});

test('what is wrong in the scenario itself is told once, and not of the rows', async () => {
  await rows(3);
  const text = await readFile(inFolder('netvaerksmoeder.yaml'), 'utf8');
  await writeFile(inFolder('netvaerksmoeder.yaml'), text.replace('4½ timer', '4½ tmer'));
  const { problems } = parsed(await figures());
  expect(problems.map(({ file, message }) => [file, message.startsWith('row')])).toEqual([
    ['netvaerksmoeder.yaml', false],
  ]);
  expect(
    parsed(await omkost(['check', 'netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--json'], { folder })).problems,
  ).toHaveLength(1);
});

test('a changed row builds its note again, and no other; where a row stands is nothing to its note', async () => {
  await rows(5);
  expect(builtIn(await figures())).toHaveLength(5);
  const made = await readFile(inFolder('output', 'manifest.json'), 'utf8');
  await rows(5, (text) => text.replace('417 kr.', '418 kr.'));
  expect(builtIn(await figures())).toEqual(['alleroed-kommune-moeder']);
  expect(await readFile(inFolder('output', 'manifest.json'), 'utf8')).not.toBe(made);
  await rows(5, (text) =>
    text
      .replace('417 kr.', '418 kr.')
      .replace(/(Kommune.*\r\n)/, '$1')
      .replaceAll('opdigtet', 'rettet')
      .split('\r\n')
      .reverse()
      .join('\r\n')
      .replace(/^(.*)\r\n([\s\S]*)\r\n([^\r\n]*kommune;[^\r\n]*)$/, '$3\r\n$1\r\n$2'),
  );
  expect(
    (await readFile(inFolder('kommuner.csv'), 'utf8'))
      .replace('\ufeff', '')
      .split('\r\n')
      .map((line) => line.split(' ')[0])
      .slice(1),
  ).toEqual(['Billund', 'Ballerup', 'Assens', 'Allerød', 'Albertslund']);
  expect(builtIn(await figures())).toEqual([]);
});

test('a note says which row it was built from, and is verified by what it carries', async () => {
  await rows(2);
  const { code } = await build();
  expect(code).toBe(0);
  const verified = await omkost(['verify', 'output/alleroed-kommune-moeder.pdf'], { folder });
  expect(verified.out).toMatch(/every printed figure follows/);
  const manifest = JSON.parse(await readFile(inFolder('output', 'manifest.json'), 'utf8'));
  expect(manifest.notes[1].scenario.row).toEqual({
    path: 'kommuner.csv',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  // What changed in its row is told of its figures.
  await rows(2, (text) => text.replace('417 kr.', '517 kr.'));
  await build('--out', 'later');
  const changes = await omkost(['diff', 'output/alleroed-kommune-moeder.pdf', 'later/alleroed-kommune-moeder.pdf'], {
    folder,
  });
  expect(changes.out).toContain('staff.sagsbehandler.hourlyCost');
  expect(changes.out).toContain('517');
  // Remarks are the analyst's own.
  const pdf = await readFile(inFolder('output', 'alleroed-kommune-moeder.pdf'));
  expect(pdf.includes('opdigtet eksempel')).toBe(false);
}, 60_000);

test('a note of a row tells what has changed since its edition before, which was of that row too', async () => {
  await rows(2);
  expect((await build('--format', 'pdf')).code).toBe(0);
  await mkdir(inFolder('editions'));
  for (const name of ['albertslund', 'alleroed'])
    await cp(inFolder('output', `${name}-kommune-moeder.pdf`), inFolder('editions', `${name}.pdf`));
  const edition = (name: string) => `editions/${name}.pdf`;
  await rows(2, (text) =>
    text
      .replace('417 kr.', '517 kr.')
      .split('\r\n')
      .map((line, place) => `${line};${['previousEdition.file', edition('albertslund'), edition('alleroed')][place]}`)
      .join('\r\n'),
  );
  const scenario = (await readFile(inFolder('netvaerksmoeder.yaml'), 'utf8'))
    .replace('name: Sagsbehandler', 'name: "Sagsbehandler i {{row.kommune}}"')
    .replace(
      'priceYear: 2023',
      `previousEdition: { issued: november 2025, file: ${edition('alleroed')} }\n\npriceYear: 2023`,
    );
  await writeFile(inFolder('netvaerksmoeder.yaml'), scenario);
  expect((await build('--format', 'pdf')).code).toBe(0);
  const pdf = inFolder('output', 'alleroed-kommune-moeder.pdf');
  const text = plain(await textIn(await readFile(pdf)));
  expect(text).toContain('Sagsbehandler i Allerød Kommune (staff.sagsbehandler.hourlyCost.value) 417 kr. 517 kr.');
  // What it carries of the edition before is enough to compute that again.
  expect((await omkost(['verify', pdf], { folder })).out).toContain('every printed figure follows');
}, 60_000);

test('plain lines tell the pace and the time left, and the summary what came out', async () => {
  await rows(12);
  const { err } = await build('--format', 'json');
  expect(err).toMatch(/^\[3\/12\] [a-z-]+ · \d+\.\d a second, \d+ s left$/m);
  expect(err).toMatch(/^12 notes built, no problems in \d+\.\d s, \d+\.\d notes a second$/m);
});

test.each([
  [['build', '--rows', 'kommuner.csv'], '--rows makes the notes of one scenario'],
  [['build', '-', '--rows', 'kommuner.csv'], '--rows makes the notes of one scenario'],
  [['build', 'netvaerksmoeder.yaml', '--name', '{kommune}'], '--name goes with --rows'],
  [['build', 'netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--name', 'noter'], 'a column in braces'],
  [['build', 'netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--name', '../{kommune}'], 'without slashes'],
])('%s is a wrong command line', async (args, said) => {
  const { code, err } = await omkost(args, { folder });
  expect(code).toBe(2);
  expect(err).toContain(said);
});

test('a name that a table cannot give, and a table that is not UTF-8, are told with the next step', async () => {
  const named = await build('--name', '{komune}');
  expect(named.code).toBe(1);
  expect(named.err).toContain('did you mean “{kommune}”?');
  await writeFile(inFolder('kommuner.csv'), Buffer.from('kommune\nÆrø\n', 'latin1'));
  expect((await build()).err).toContain('CSV UTF-8');
});

/** The process of the browser among those that this one started; Linux tells. */
async function browserOf(parent: number): Promise<number | undefined> {
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(join('/proc', entry, 'stat'), 'utf8').catch(() => '');
    const [, above] = /\) \S (\d+)/.exec(stat) ?? [];
    const command = await readFile(join('/proc', entry, 'cmdline'), 'utf8').catch(() => '');
    if (Number(above) === parent && command.includes('--headless')) return Number(entry);
  }
  return undefined;
}

test.skipIf(process.platform !== 'linux')(
  'a browser that is killed in the middle of the rows loses no note',
  async () => {
    await rows(10);
    const child = start(['build', 'netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--name', pattern], { folder });
    child.stdin.end();
    let killed: number | undefined;
    let isAsked = false;
    child.stderr.on('data', (text: Buffer) => {
      if (isAsked || !text.toString().includes('[3/10]')) return;
      isAsked = true;
      void browserOf(child.pid ?? 0).then((id) => {
        killed = id;
        if (id !== undefined) process.kill(id, 'SIGKILL');
      });
    });
    const { code, err } = await ended(child);
    expect(killed).toBeDefined();
    expect(err).toContain('the browser crashed while printing');
    expect(err).toContain('10 notes built, no problems');
    expect(code).toBe(0);
    await rm(inFolder('.kept-notes'), { recursive: true });
    const crashed = await readFile(inFolder('output', 'manifest.json'), 'utf8');
    await build('--out', 'again');
    expect(await readFile(inFolder('again', 'manifest.json'), 'utf8')).toBe(crashed);
  },
  120_000,
);

test('Ctrl-C in the middle of the rows leaves finished notes, and a manifest that names them', async () => {
  await mkdir(inFolder('tmp'));
  const child = start(['build', 'netvaerksmoeder.yaml', '--rows', 'kommuner.csv', '--name', pattern], {
    folder,
    environment: { TMPDIR: inFolder('tmp') },
  });
  child.stdin.end();
  child.stderr.on('data', (text: Buffer) => {
    if (text.toString().includes('[3/98]')) child.kill('SIGINT');
  });
  const { code, err } = await ended(child);
  expect(code).toBe(1);
  expect(err).toContain('stopped; what was built before stays');
  const files = await readdir(inFolder('output'));
  const { notes } = JSON.parse(await readFile(inFolder('output', 'manifest.json'), 'utf8'));
  expect(notes.length).toBeGreaterThanOrEqual(3);
  expect(notes.length).toBeLessThan(98);
  const outputs = notes.flatMap(({ outputs: written }: { outputs: { name: string }[] }) =>
    written.map(({ name }) => name),
  );
  expect(outputs.filter((name: string) => !files.includes(name))).toEqual([]);
  expect(await readdir(inFolder('tmp'))).toEqual([]);
}, 60_000);
