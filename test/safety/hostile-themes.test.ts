/** A theme comes from outside: its texts stay text in the note and on the web page, and what could leave a style or a link is refused. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { buildNote, composeNote, readNote, UserError, withPress } from '../../src/index.ts';
import { root } from '../cli/program.ts';
import { textIn } from '../pdf/finished.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { secret, setTrap, type Trap } from './visitors.ts';
import { waysOut } from './ways-out.ts';

let folder: string;
let trap: Trap;
let browser: Browser;
let scenario: string;

beforeAll(async () => {
  [folder, trap, browser] = await Promise.all([mkdtemp(join(tmpdir(), 'omkost-theme-')), setTrap(), openBrowser()]);
  await cp(join(root, 'test', 'fixtures', 'house-style'), folder, { recursive: true });
  const shipped = await readFile(join(root, 'scenarios', 'inddragende-netvaerksmoeder.yaml'), 'utf8');
  scenario = shipped.replace(/^publisher:\n(?: .*\n)+/m, '');
});

afterAll(async () => {
  await Promise.all([browser.close(), trap.close(), rm(folder, { recursive: true })]);
});

type Change = readonly [path: readonly (string | number)[], value: string];

async function themed(changes: readonly Change[]) {
  const shipped = await readFile(join(root, 'test', 'fixtures', 'house-style', 'theme.yaml'), 'utf8');
  const document = parseDocument(shipped);
  for (const [path, value] of changes) document.setIn(path, value);
  await writeFile(join(folder, 'theme.yaml'), document.toString({ lineWidth: 0 }));
  return { scenario: { text: scenario }, theme: folder, workingFolder: join(root, 'scenarios'), issued: '2026-11-22' };
}

async function problemsWith(changes: readonly Change[]) {
  try {
    composeNote(await readNote(await themed(changes)));
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

const texts = ['name', 'phone', 'email', 'web', 'authorUnit', 'isbn', 'licence', 'download'];

test('no text of a theme runs, reads or reaches anything, whatever stands in it', async () => {
  await withPress({}, async (press) => {
    for (const [name, written] of Object.entries(waysOut)) {
      const bait = written(trap);
      const changes = texts.map((key): Change => [['publisher', key], bait]);
      const options = await themed([
        [['name'], bait],
        [['footer'], bait],
        [['publisher', 'addressLines', 0], bait],
        ...changes,
      ]);
      const note = await buildNote({ ...options, press });
      const opened = await openPage(browser, note.html);
      expect(opened.requests, name).toEqual([]);
      expect(opened.title, name).not.toBe('ran');
      expect(await textIn(note.pdf), name).not.toContain(secret);
      expect(trap.visitors(), name).toEqual([]);
    }
  });
}, 240_000);

describe('what is not text is refused with its place', () => {
  const leaving = '</style><script>document.title = "ran"</script>';

  test.each<[string, Change]>([
    ['a colour', [['colours', 'text'], `#000000; } ${leaving}`]],
    ['a shade of the cover', [['colours', 'coverShades', 0], leaving]],
    ['a series', [['colours', 'series', 0], 'url(https://example.com/x)']],
    ['a font family', [['font', 'family'], `x"; } ${leaving}`]],
    ['a font of another folder', [['font', 'faces', 0, 'file'], '../../../etc/passwd']],
    ['a package outside node_modules', [['font', 'faces', 0, 'package'], '../../etc']],
    ['a logo of another folder', [['logo'], '/etc/passwd']],
    ['an address that runs', [['publisher', 'webHref'], 'javascript:document.title="ran"']],
    ['an address with data', [['publisher', 'webHref'], 'data:text/html,<script>1</script>']],
    ['an address of a file', [['publisher', 'webHref'], 'file:///etc/passwd']],
  ])('%s', async (_what, change) => {
    const problems = await problemsWith([change]);
    expect(problems).not.toEqual([]);
    expect(problems.every(({ place }) => place?.source.path.endsWith('theme.yaml'))).toBe(true);
  });

  test.each([
    ['a script', '<svg viewBox="0 0 9 9"><script>document.title = "ran"</script></svg>'],
    ['foreign text', '<svg viewBox="0 0 9 9"><foreignObject><iframe src="https://example.com"/></foreignObject></svg>'],
    ['another file', '<svg viewBox="0 0 9 9"><use href="https://example.com/x.svg#a"/></svg>'],
    ['an event handler', '<svg viewBox="0 0 9 9" onload="document.title = \'ran\'"><path d="M0 0"/></svg>'],
    ['a style that reaches out', '<svg viewBox="0 0 9 9"><style>@import url(https://example.com/x.css)</style></svg>'],
  ])('a logo with %s', async (_what, drawing) => {
    await writeFile(join(folder, 'logo.svg'), drawing);
    const problems = await problemsWith([]);
    expect(problems).not.toEqual([]);
    for (const { code, place } of problems) {
      expect(code).toBe('theme-invalid');
      expect(place?.line).toBeGreaterThan(1);
    }
  });
});
