/** A note that tells what has changed since its edition before: read, printed, carried inside, recalled; and what is refused. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain, textIn } from '../pdf/finished.ts';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

let folder: string;
let shipped: string;
const edition = (name: string) => join(folder, 'scenarios', 'editions', name);

beforeAll(async () => {
  shipped = await shippedScenario();
  folder = await projectWith({ note: shipped, other: await shippedScenario('processuelle-netvaerksmoeder') });
  expect((await omkost(['build', 'note', '--format', 'pdf,json'], { folder })).code).toBe(0);
  await mkdir(join(folder, 'scenarios', 'editions'));
  for (const end of ['pdf', 'json']) await copyFile(join(folder, 'output', `note.${end}`), edition(`2016.${end}`));
  const wages = join(folder, 'scenarios', 'prices', 'timeomkostninger.yaml');
  await writeFile(wages, (await readFile(wages, 'utf8')).replace('2016: 373 kr.', '2016: 400 kr.'));
});

afterAll(() => remove(folder));

async function naming(file: string, name = 'note', text = shipped): Promise<void> {
  const keys = `previousEdition: { file: ${file}, issued: november 2016 }\nhistory:\n  - { issued: november 2016, change: Første udgave. }\n\npriceYear: 2016`;
  await writeFile(join(folder, 'scenarios', `${name}.yaml`), text.replace('priceYear: 2016', keys));
}

test('headline figures old and new, what moved them, and the editions; what is inside is enough to verify it', async () => {
  await naming('editions/2016.pdf');
  const build = ['build', 'note', '--format', 'pdf'];
  expect((await omkost(build, { folder })).code).toBe(0);
  const pdf = join(folder, 'output', 'note.pdf');
  const text = plain(await textIn(await readFile(pdf)));
  expect(text).toContain('Ændringer siden sidste udgave');
  expect(text).toMatch(/Pr\. møde ca\. 4\.100 kr\. ca\. 4\.400 kr\. \+7,2 pct\./);
  expect(text).toContain('Prisen ”socialraadgiver-effektiv-time” for 2016 373 kr. 400 kr. +297');
  expect(text).toContain('november 2016 Første udgave.');
  expect((await omkost(['verify', pdf], { folder })).out).toContain('every printed figure follows');
  // Unchanged it is recalled; another edition builds it again.
  expect((await omkost(build, { folder })).err).toContain('1 unchanged');
  await writeFile(edition('2016.pdf'), Buffer.concat([await readFile(edition('2016.pdf')), Buffer.from('\n')]));
  expect((await omkost(build, { folder })).err).toContain('1 note built');
});

test('of results alone the figures are compared, and it says that causes cannot be told', async () => {
  await naming('editions/2016.json');
  expect((await omkost(['build', 'note', '--format', 'pdf'], { folder })).code).toBe(0);
  const text = plain(await textIn(await readFile(join(folder, 'output', 'note.pdf'))));
  expect(text).toMatch(/Pr\. møde ca\. 4\.100 kr\. ca\. 4\.400 kr\./);
  expect(text).toContain('Årsagerne kan ikke regnes ud');
});

test.each([
  ['editions/2017.pdf', 'there is no “editions/2017.pdf”', 'file-missing'],
  ['../output/note.json', 'lies outside the scenario’s folder', 'file-outside'],
  ['note.yaml', 'is not a .pdf or .json file', 'file-outside'],
  ['editions/wrong.json', 'is not a results file', 'results-invalid'],
])('%s is refused where it is named', async (file, message, code) => {
  await writeFile(edition('wrong.json'), '{}');
  await naming(file);
  const { code: exit, err } = await omkost(['check', 'note', '--no-color'], { folder });
  expect(exit).toBe(1);
  expect(err).toContain(message);
  expect(err).toMatch(new RegExp(`scenarios/note\\.yaml:\\d+:26: .*\\[${code}\\]`));
});

test('an edition of another intervention is refused', async () => {
  await naming('editions/2016.json', 'other', await shippedScenario('processuelle-netvaerksmoeder'));
  const { code, err } = await omkost(['check', 'other', '--no-color'], { folder });
  expect([code, err]).toEqual([1, expect.stringContaining('another intervention [edition-other]')]);
});
