/** A house style from a folder outside the program: its look, its address and its own template reach the note. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { composeNote, type Note, readNote } from '../../src/index.ts';

const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url));
const theme = fileURLToPath(new URL('../fixtures/house-style', import.meta.url));

let note: Note;

beforeAll(async () => {
  const shipped = await readFile(join(scenarios, 'processuelle-netvaerksmoeder.yaml'), 'utf8');
  // Without a publisher of its own: then the theme's is the note's.
  const text = shipped.replace(/^publisher:\n(?: .*\n)+/m, '');
  const workingFolder = scenarios;
  note = composeNote(await readNote({ scenario: { text, name: 'pn' }, theme, workingFolder, issued: '2026-11-22' }));
});

test.each([
  '<strong>Eksempel Kommune</strong><br>Rådhuspladsen 1<br>9999 Eksempelby',
  'Tlf.: 99 99 99 99',
  'E-mail: <a href="mailto:analyse@eksempel.example">analyse@eksempel.example</a>',
  '<a href="https://www.eksempel.example">www.eksempel.example</a>',
  'Forfatter: Center for Analyse<br>Udgivet: November 2026',
  'ISBN: 978-87-999999-0-4',
  'Notatet kan hentes på www.eksempel.example.',
  'Der må frit citeres fra notatet, når kilden er nævnt.',
])('the colophon has %s', (line) => {
  expect(note.html).toContain(line);
});

test('the colours and the line at the foot are the organisation’s', () => {
  expect(note.html).toContain('--primary: #6b1e3f;');
  expect(note.html).toContain('--running: "Eksempel Kommune"');
  expect(note.view.charts.perYear?.svg).toContain('#6b1e3f');
});

test('the logo stands on the cover and on the web page, without what the drawing program put round it', () => {
  for (const page of [note.html, note.summaryPage]) {
    expect(page).toContain('<clipPath id="maerke-rund">');
    expect(page).not.toMatch(/<\?xml|DTD SVG/);
  }
});

test('the template in the theme’s folder wins, and the others stay', () => {
  expect(note.html).toContain('<div class="cover-date"><span class="cover-logo" aria-hidden="true"><svg');
  expect(note.html).not.toContain('class="cover-art"');
  expect(note.html).toContain('<nav class="contents"');
});

test('the web page names the organisation and where it is found', () => {
  expect(note.summaryPage).toContain('<title>Omkostningsvurdering af processuelle netværksmøder – Eksempel Kommune');
  expect(note.summaryPage).toContain('Eksempel Kommune, Rådhuspladsen 1, 9999 Eksempelby');
});

test.each(['scenario', 'option'] as const)('a shipped theme is chosen by its name, in the %s', async (where) => {
  const shipped = await readFile(join(scenarios, 'processuelle-netvaerksmoeder.yaml'), 'utf8');
  const text = where === 'scenario' ? shipped.replace('layout:', 'theme: agency\nlayout:') : shipped;
  const chosen = where === 'option' ? { theme: 'agency' } : {};
  const agency = composeNote(
    await readNote({ scenario: { text, name: 'pn' }, workingFolder: scenarios, issued: '2026-11-22', ...chosen }),
  );
  expect(agency.html).toContain('<header class="cover cover-agency">');
  expect(agency.html).toContain('--primary: #253a6b;');
  expect(agency.html).toContain('.cover-agency h1 {');
});
