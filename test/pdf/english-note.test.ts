/** A whole note in English: nothing of the Danish language files is left in the finished PDF and the web page. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type BuiltNote, buildNote, composeNote, readNote, UserError } from '../../src/index.ts';
import { openPdf } from '../archive/open-pdf.ts';
import { root } from '../cli/program.ts';
import { plain, textIn } from './finished.ts';

const fixture = join(root, 'test', 'fixtures', 'english.yaml');
const themes = join(root, 'templates', 'themes');

let scenario: string;
let note: BuiltNote;
let pdfText: string;

beforeAll(async () => {
  scenario = await readFile(fixture, 'utf8');
  note = await buildNote({ scenario: fixture });
  pdfText = plain(await textIn(note.pdf));
});

/** Words of three letters and more, small, whole where they may break. */
function wordsOf(text: string): Set<string> {
  const whole = text.replace(/\u00ad\s*/gu, '');
  return new Set((whole.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => word !== 'dkk'));
}

/** The texts of a language, without what is filled in. */
async function wordsOfLanguage(language: string): Promise<Set<string>> {
  const files = ['language.yaml', 'words.yaml'].map((file) =>
    readFile(join(root, 'templates', language, file), 'utf8'),
  );
  const values = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(values) : [String(value)];
  // How a language is set in type is not said to anyone.
  const texts = (await Promise.all(files)).flatMap((text) => values({ ...parse(text), typography: '' }));
  return wordsOf(texts.join(' ').replace(/\{\{?\w+\}?\}/g, ' '));
}

async function danishIn(text: string): Promise<string[]> {
  const [danish, english] = await Promise.all([wordsOfLanguage('da'), wordsOfLanguage('en')]);
  const own = wordsOf(scenario);
  return [...wordsOf(text)].filter((word) => danish.has(word) && !english.has(word) && !own.has(word));
}

/** What a reader of the page sees or hears. */
function textOfPage(html: string): string {
  const spoken = [...html.matchAll(/ (?:alt|aria-label|content|title)="([^"]*)"/g)].map(([, text]) => text);
  const shown = html.replace(/<style>[\s\S]*?<\/style>/g, ' ').replace(/<[^>]+>/g, ' ');
  return `${shown} ${spoken.join(' ')}`;
}

describe('no Danish is left', () => {
  test('in the PDF', async () => {
    expect(await danishIn(pdfText)).toEqual([]);
    expect(pdfText).not.toMatch(/[æøåÆØÅ]/);
  });

  test('in the page that is printed, with its text alternatives', async () => {
    expect(await danishIn(textOfPage(note.note.html))).toEqual([]);
    expect(textOfPage(note.note.html)).not.toMatch(/[æøåÆØÅ]/);
  });

  test('in the web page', async () => {
    expect(await danishIn(textOfPage(note.html))).toEqual([]);
    expect(textOfPage(note.html)).not.toMatch(/[æøåÆØÅ]/);
  });

  test('and the same search finds Danish in a Danish note', async () => {
    const text = scenario.replace('language: en', 'language: da');
    const danish = composeNote(await readNote({ scenario: { text }, issued: '2026-11-22' }));
    expect(await danishIn(textOfPage(danish.html))).toEqual(
      expect.arrayContaining(['omkostninger', 'forudsætning', 'indholdsfortegnelse', 'følsomhedsanalyser']),
    );
  });
});

test.each([
  'Cost assessment Recalculation',
  'Published: 22 November 2026',
  'Price level: 2016 prices',
  'Contents Summary',
  'about DKK 267,000',
  'just under DKK 2,900',
  'Table 2 Costs by year and category DKK, 2016 prices',
  'Length of a course 12 weeks',
  'Completion rate 80%, then 90%',
  'DKK 400.50 per hour',
  '4% / (1 − (1 + 4%)^−3) / (1 + 4%) = 0.346489',
  'Note: One assumption is changed at a time',
  'Source: Own calculations based on the assumptions in the appendix.',
  'Page 4 of',
])('the note prints “%s”', (printed) => {
  expect(pdfText).toContain(printed);
});

test('the file says that it is English, and so do the pages', async () => {
  const document = await openPdf(note.pdf);
  expect(document.catalog.lookup(PDFName.of('Lang'), PDFString, PDFHexString).decodeText()).toBe('en');
  expect(note.note.html).toContain('<html lang="en">');
  expect(note.html).toContain('<html lang="en">');
});

test('links and attachments are described in English', async () => {
  const { context } = await openPdf(note.pdf);
  const dicts = context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const read = (key: string, type: string) =>
    dicts
      .filter((dict) => [dict.get(PDFName.of('Type')), dict.get(PDFName.of('Subtype'))].includes(PDFName.of(type)))
      .map((dict) => plain(dict.lookupMaybe(PDFName.of(key), PDFString, PDFHexString)?.decodeText() ?? ''));
  expect(read('Contents', 'Link')).toContain('Link to Figure 1');
  expect(read('Desc', 'Filespec')).toEqual(
    expect.arrayContaining(['The scenario from which the note is calculated', 'The results of the note']),
  );
});

test('figures are the same whatever the language, but for how they are printed', async () => {
  const text = scenario.replace('language: en', 'language: da');
  const danish = composeNote(await readNote({ scenario: { text }, issued: '2026-11-22' }));
  expect(danish.results.total).toEqual(note.results.total);
  expect(plain(danish.results.printed.total ?? '')).toBe('ca. 267.000 kr.');
  expect(plain(note.results.printed.total ?? '')).toBe('about DKK 267,000');
});

describe('a language is one folder', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omkost-language-'));
    await cp(join(themes, 'standard'), join(folder, 'house'), { recursive: true });
    const own = join(folder, 'house', 'templates', 'sv');
    await mkdir(own, { recursive: true });
    const marked = (text: string) => text.replaceAll('Summary', 'Sammanfattning').replaceAll('Contents', 'Innehåll');
    for (const file of ['language.yaml', 'words.yaml']) {
      await writeFile(join(own, file), marked(await readFile(join(root, 'templates', 'en', file), 'utf8')));
    }
    await writeFile(join(folder, 'note.yaml'), scenario.replace('language: en', 'language: sv\ntheme: ./house'));
    await writeFile(join(folder, 'unknown.yaml'), scenario.replace('language: en', 'language: fi'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('of a theme, and the note speaks it', async () => {
    const { html, summaryPage } = composeNote(await readNote({ scenario: join(folder, 'note.yaml') }));
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('Sammanfattning');
    expect(html).toContain('Innehåll');
    expect(summaryPage).toContain('<html lang="sv">');
  });

  test('and one that is not there is refused where the scenario names it, with those there are', async () => {
    const reading = readNote({ scenario: join(folder, 'unknown.yaml') });
    const error: unknown = await reading.catch((thrown: unknown) => thrown);
    if (!(error instanceof UserError)) throw new Error('the note was read');
    const [problem] = error.problems;
    expect(error.problems).toHaveLength(1);
    expect(problem?.message).toBe('there is no language “fi”');
    expect(problem?.hint).toContain('languages: da, en;');
    expect(problem?.place).toMatchObject({ line: 7, column: 11 });
  });
});
