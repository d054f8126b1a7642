/** omkost as a library: the door that package.json names, from the built files, as another program would use it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Library from '../src/index.ts';
import { omkost } from './cli/program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const name = 'inddragende-netvaerksmoeder';
const issued = '2026-11-22';

let library: typeof Library;
let output: string;

beforeAll(async () => {
  // By its own name, as package.json exports it.
  const itself = 'omkost';
  library = await import(/* @vite-ignore */ itself);
  output = await mkdtemp(join(tmpdir(), 'omkost-library-'));
  const environment = { SOURCE_DATE_EPOCH: String(Date.parse(issued) / 1000) };
  await omkost(['build', name, '--out', output], { folder: root, environment });
});

afterAll(() => rm(output, { recursive: true, force: true }));

test('buildNote gives the files that the command line writes', async () => {
  const built = await library.buildNote({ scenario: name, workingFolder: root, issued });
  expect(built.name).toBe(name);
  expect(built.html).toBe(await readFile(join(output, `${name}.html`), 'utf8'));
  expect(`${JSON.stringify(built.results, null, 2)}\n`).toBe(await readFile(join(output, `${name}.json`), 'utf8'));
  expect(Buffer.from(built.pdf).equals(await readFile(join(output, `${name}.pdf`)))).toBe(true);
  expect(built.pageCount).toBeGreaterThan(3);
});

test('several notes share one browser', async () => {
  const names = [name, 'processuelle-netvaerksmoeder'];
  const notes = await library.withPress({}, (press) =>
    Promise.all(names.map((scenario) => library.buildNote({ scenario, workingFolder: root, press }))),
  );
  expect(notes.map((note) => note.name)).toEqual(names);
  expect(notes.map(({ pdf }) => Buffer.from(pdf.subarray(0, 5)).toString())).toEqual(['%PDF-', '%PDF-']);
});

test('a scenario is given as a text, and composed without a browser', async () => {
  const text = await readFile(join(root, 'scenarios', `${name}.yaml`), 'utf8');
  const inputs = await library.readNote({
    scenario: { text, name: 'mit-notat' },
    workingFolder: join(root, 'scenarios'),
  });
  const note = library.composeNote(inputs);
  expect(note.results.scenario.name).toBe('mit-notat');
  expect(note.results.printed).toMatchObject({ perCompleted: expect.stringMatching(/^ca\. 4\.100/) });
});

test('what is wrong comes as a UserError with code and place', async () => {
  const wrong = library.buildNote({ scenario: { text: 'titel: x\n' }, workingFolder: root });
  await expect(wrong).rejects.toBeInstanceOf(library.UserError);
  await expect(wrong).rejects.toMatchObject({
    problems: expect.arrayContaining([
      expect.objectContaining({ code: 'key-unknown', place: expect.objectContaining({ line: 1, column: 1 }) }),
    ]),
  });
});

test('a scenario that is not there is a UserError too', async () => {
  const missing = library.buildNote({ scenario: 'findes-ikke', workingFolder: root });
  await expect(missing).rejects.toMatchObject({ problems: [{ code: 'file-missing' }] });
});
