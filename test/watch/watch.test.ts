/** `omkost watch` on files that really change, with the built program. */
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ended, omkost, projectWith, remove, root, shippedScenario, start } from '../cli/program.ts';
import { Watching } from './watching.ts';

let good: string;
let folder: string;
let running: Watching | undefined;

beforeAll(async () => {
  good = await shippedScenario();
});

beforeEach(async () => {
  folder = await projectWith({ one: good, other: good });
  await mkdir(join(folder, 'tmp'));
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  await remove(folder);
});

const at = (...names: string[]) => join(folder, ...names);
const scenario = (name: string) => at('scenarios', `${name}.yaml`);
const page = (name: string) => readFile(at('output', `${name}.html`), 'utf8');

/** Without PDFs no browser is started, so most tests do without. */
function watch(...args: string[]): Watching {
  const formats = args.includes('--format') ? [] : ['--format', 'html,json'];
  running = new Watching(['watch', ...formats, ...args], { folder, environment: { TMPDIR: at('tmp') } });
  return running;
}

test('a saved scenario gives a new page, then a new PDF; the other note is left alone, and Ctrl-C leaves nothing behind', async () => {
  const watching = watch('--format', 'pdf,html,json');
  expect(await watching.built('texts')).toEqual(['one', 'other']);
  await watching.built('pdf');
  const before = await readFile(at('output', 'one.pdf'));
  const untouched = await stat(at('output', 'other.html'));
  expect(await page('one')).toMatch(/4\.100\s/);
  await writeFile(scenario('one'), good.replace('hours: 5 timer', 'hours: 7 timer'));
  expect(await watching.built('texts')).toEqual(['one']);
  expect(await page('one')).toMatch(/4\.800\s/);
  expect(await watching.built('pdf')).toEqual(['one']);
  expect((await readFile(at('output', 'one.pdf'))).equals(before)).toBe(false);
  expect((await stat(at('output', 'other.html'))).ino).toBe(untouched.ino);
  expect(await watching.stop()).toBe(0);
  expect(await readdir(at('tmp'))).toEqual([]);
}, 120_000);

test('a broken scenario is told with its place and keeps its last outputs; mended, it is told too', async () => {
  const watching = watch();
  await watching.built('texts');
  const last = await page('one');
  await writeFile(scenario('one'), good.replace('priceYear: 2016', 'pricYear: 2016'));
  const { problems } = await watching.next(({ kind }) => kind === 'problems');
  expect(problems).toMatchObject([{ code: 'key-unknown', file: join('scenarios', 'one.yaml'), line: 22, column: 1 }]);
  expect(await page('one')).toBe(last);
  await writeFile(scenario('one'), good);
  expect((await watching.next(({ kind }) => kind === 'mended')).names).toEqual(['one']);
});

test('people read lines: what was built, how long it took, and what is wrong with its excerpt', async () => {
  await writeFile(scenario('other'), good.replace('priceYear: 2016', 'pricYear: 2016'));
  const child = start(['watch', '--format', 'html'], { folder });
  const over = ended(child);
  child.stdin.end();
  child.stderr.on('data', (text: Buffer) => {
    if (text.includes('one: web page and figures') && !child.killed) child.kill('SIGINT');
  });
  const { code, out, err } = await over;
  expect([code, out]).toEqual([0, '']);
  expect(err).toMatch(/^watching; Ctrl-C ends it\n/);
  expect(err).toContain(
    'other.yaml:22:1: unknown key “pricYear” [key-unknown]\n   |\n22 | pricYear: 2016\n   | ^^^^^^^^\n',
  );
  expect(err).toContain('\n1 error; what was built before stays\n');
  expect(err).toMatch(/\none: web page and figures in \d\.\d\d s\n/);
  expect(err).toMatch(/stopped\n$/);
});

test('a file saved by renaming another over it is seen, as editors do', async () => {
  const watching = watch();
  await watching.built('texts');
  for (const hours of ['6', '8']) {
    await writeFile(at('scenarios', '.one.yaml.new'), good.replace('hours: 5 timer', `hours: ${hours} timer`));
    await rename(at('scenarios', '.one.yaml.new'), scenario('one'));
    expect(await watching.built('texts')).toEqual(['one']);
  }
});

test('scenarios that come and go are seen', async () => {
  const watching = watch();
  await watching.built('texts');
  await writeFile(scenario('third'), good);
  expect((await watching.next(({ kind }) => kind === 'added')).names).toEqual(['third']);
  expect(await watching.built('texts')).toEqual(['third']);
  await rm(scenario('other'));
  expect((await watching.next(({ kind }) => kind === 'removed')).names).toEqual(['other']);
});

test('a price that changes builds the notes that use it', async () => {
  const table = at('scenarios', 'prices', 'timeomkostninger.yaml');
  const ownPrice = 'hourlyCost: 373 kr.\n    assumption: en pris, der står i scenariet selv';
  await writeFile(scenario('third'), good.replace('price: socialraadgiver-effektiv-time', ownPrice));
  const watching = watch();
  expect(await watching.built('texts')).toEqual(['one', 'other', 'third']);
  await writeFile(table, (await readFile(table, 'utf8')).replace('2016: 373 kr.', '2016: 400 kr.'));
  expect(await watching.built('texts')).toEqual(['one', 'other']);
});

test('prose in a file of its own, and a theme from elsewhere with its templates, are watched', async () => {
  const theme = at('house');
  await cp(join(root, 'test', 'fixtures', 'house-style'), theme, { recursive: true });
  await mkdir(at('scenarios', 'prose'));
  await writeFile(at('scenarios', 'prose', 'one.md'), 'Første udgave.\n');
  const text = good.replace(/^ {6}text: \|\n(?: {8}.*\n|\n)+/m, '      text: { file: prose/one.md }\n');
  expect(text).toContain('prose/one.md');
  await writeFile(scenario('one'), `${text}\ntheme: ../house\n`);
  const watching = watch();
  await watching.built('texts');
  await writeFile(at('scenarios', 'prose', 'one.md'), 'Anden udgave.\n');
  expect(await watching.built('texts')).toEqual(['one']);
  const words = join(theme, 'theme.yaml');
  await writeFile(words, (await readFile(words, 'utf8')).replace('footer: Eksempel Kommune', 'footer: En anden fod'));
  expect(await watching.built('texts')).toEqual(['one']);
  const cover = join(theme, 'templates', 'parts', 'cover.hbs');
  await writeFile(cover, `${await readFile(cover, 'utf8')}<!-- anden -->\n`);
  expect(await watching.built('texts')).toEqual(['one']);
});

test('a name that is mistyped, and standard input, are refused at once', async () => {
  const mistyped = await omkost(['watch', 'oter'], { folder });
  expect([mistyped.code, mistyped.err]).toEqual([1, expect.stringContaining('did you mean “other”?')]);
  const piped = await omkost(['watch', '-'], { folder, input: good });
  expect([piped.code, piped.err]).toEqual([1, expect.stringContaining('cannot be watched [not-supported]')]);
});

test('one that is looked at again and again sees changes too', async () => {
  const watching = watch('--poll');
  await watching.built('texts');
  await writeFile(scenario('one'), good.replace('hours: 5 timer', 'hours: 6 timer'));
  expect(await watching.built('texts')).toEqual(['one']);
});

test('a browser that is not there costs the PDFs and nothing else', async () => {
  const watching = watch('--format', 'pdf,html', '--browser', at('no-browser'));
  expect(await watching.built('texts')).toEqual(['one', 'other']);
  const { problems } = await watching.next(({ kind }) => kind === 'problems');
  expect(problems).toMatchObject([{ code: 'browser-missing' }]);
  await writeFile(scenario('one'), good.replace('hours: 5 timer', 'hours: 6 timer'));
  expect(await watching.built('texts')).toEqual(['one']);
  expect(await watching.stop('SIGTERM')).toBe(0);
});

test('where nothing can be kept notes are built all the same, and it is said once', async () => {
  const environment = { OMKOST_NOTES_CACHE: scenario('one') };
  const child = start(['watch', 'one', '--format', 'html'], { folder, environment });
  const over = ended(child);
  child.stdin.end();
  let rounds = 0;
  child.stderr.on('data', (text: Buffer) => {
    rounds += text.toString().split('one: web page').length - 1;
    if (rounds === 2 && !child.killed) child.kill('SIGINT');
    else if (text.includes('one: web page')) void writeFile(scenario('one'), good.replace('5 timer', '6 timer'));
  });
  const { code, err } = await over;
  expect([code, err.split('nothing is kept').length - 1]).toEqual([0, 1]);
});
