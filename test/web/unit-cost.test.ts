/** The page of a note on what one costs: it says that, and nothing of totals, phases or years that the note does not have. */
import { beforeAll, expect, it } from 'vitest';
import { noteOf, scenarioText } from './pages.ts';

let words: string;
let figures: number;

beforeAll(async () => {
  const page = (await noteOf(await scenarioText('the short note'))).summaryPage;
  const body = page.slice(page.indexOf('<body'));
  figures = (body.match(/<figure/g) ?? []).length;
  words = body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('\u00a0', ' ');
});

it('states the cost of one', () => {
  expect(words).toContain('Omkostningerne pr. møde er ca. 4.100 kr.');
  expect(words).toContain('Pr. møde ca. 4.100 kr.');
});

it('states no split that is not one, no count of one, and no total beside it', () => {
  for (const said of [
    'opstarten udgør',
    'Andel til drift',
    'påbegyndte',
    'Samlede omkostninger',
    'samlede omkostninger',
  ])
    expect(words).not.toContain(said);
});

it('has no chart with a single bar', () => {
  expect(figures).toBe(0);
});
