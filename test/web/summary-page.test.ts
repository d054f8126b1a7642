/** The web page in a real browser: for readers with a telephone, a keyboard, a screen reader, colours of their own, or a printer. */

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeAnthology } from '../../src/index.ts';
import { readAnthology } from '../fixtures/read-anthology.ts';
import { openBrowser } from '../safety/open-browser.ts';
import { webPages } from './pages.ts';
import { asShown, audit, type Reader } from './shown-page.ts';

let browser: Browser;
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  [browser, pages] = await Promise.all([openBrowser(), webPages()]);
});

afterAll(() => browser.close());

const names = [
  'the short note',
  'the assessment',
  'the note with all analyses',
  'a text with a table in it',
  'the widest of all',
  'an anthology',
];
/** 320 pixels is a telephone, and a screen of 1,280 enlarged to 400 per cent. */
const readers: readonly Reader[] = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
];

function html(name: string): string {
  return pages.get(name) ?? '';
}

describe.each(names)('the page of %s', (name) => {
  test.each(readers)('passes axe-core at $width pixels, $scheme', async (reader) => {
    const { violations, undecided, passed } = await asShown(browser, html(name), reader, audit);
    expect(violations).toEqual([]);
    expect(passed).toBeGreaterThan(30);
    expect(undecided).toEqual([]);
  });

  test('is read at 320 pixels by scrolling one way', async () => {
    const widths = 'const { scrollWidth, clientWidth } = document.documentElement; [scrollWidth, clientWidth]';
    const reader: Reader = { width: 320, scheme: 'light' };
    const found = await asShown(browser, html(name), reader, (page) => page.evaluate(widths));
    expect(found).toEqual([320, 320]);
  });

  test('is gone through with the keyboard in the order it is read, with a mark that is seen', async () => {
    const stops = await asShown(browser, html(name), { width: 320, scheme: 'light' }, tabStops);
    expect(stops[0]).toMatchObject({ tag: 'a', text: 'Gå til indholdet' });
    expect(stops.filter(({ outline }) => outline < 2)).toEqual([]);
    expect(stops.map(({ place }) => place)).toEqual(stops.map(({ place }) => place).sort((a, b) => a - b));
    // Every link, every part that is scrolled, every summary of details.
    const wanted = (html(name).match(/<a |tabindex="0"|<summary/g) ?? []).length;
    expect(stops).toHaveLength(wanted);
  });

  test('prints on A4 with nothing outside the paper', async () => {
    const page = await browser.newPage();
    await page.setContent(html(name), { waitUntil: 'load' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.close();
    const reader = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    for (let number = 1; number <= reader.numPages; number += 1) {
      const sheet = await reader.getPage(number);
      expect(sheet.view.map(Math.round)).toEqual([0, 0, 595, 842]);
      const { items } = await sheet.getTextContent();
      const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      const outside = texts.filter(({ transform, width }) => transform[4] < 28 || transform[4] + width > 567);
      expect(outside.map(({ str }) => str)).toEqual([]);
    }
  });
});

interface Stop {
  readonly tag: string;
  readonly text: string;
  /** Width of the outline [px]. */
  readonly outline: number;
  /** Where it stands among all elements. */
  readonly place: number;
}

async function tabStops(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < 300; press += 1) {
    await page.keyboard.press('Tab');
    const stop = (await page.evaluate(`(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const place = [...document.querySelectorAll('*')].indexOf(at);
      const outline = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
      return { tag: at.localName, text: at.textContent.trim().slice(0, 40), outline, place };
    })()`)) as Stop | null;
    if (stop === null || stop.place < (stops.at(-1)?.place ?? 0)) break;
    stops.push(stop);
  }
  return stops;
}

test.each(readers)('the page of an anthology in English passes axe-core at $width pixels, $scheme', async (reader) => {
  const { summaryPage: page } = composeAnthology(await readAnthology('in-english'));
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('The first intervention costs');
  const { violations, undecided, passed } = await asShown(browser, page, reader, audit);
  expect({ violations, undecided }).toEqual({ violations: [], undecided: [] });
  expect(passed).toBeGreaterThan(30);
});

test('the skip link leads past the masthead', async () => {
  const at = await asShown(browser, html('the assessment'), readers[0] as Reader, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    return page.evaluate('document.activeElement.className');
  });
  expect(at).toBe('button');
});

test('the data behind a chart opens with the keyboard', async () => {
  const page = await browser.newPage();
  await page.setContent(html('the assessment'), { waitUntil: 'load' });
  await page.focus('summary');
  await page.keyboard.press('Space');
  const isOpen = await page.evaluate('document.querySelector("details").open');
  await page.close();
  expect(isOpen).toBe(true);
});

test.each([
  ['light', 'screen', 'rgb(255, 255, 255)', 'rgb(28, 36, 41)'],
  ['dark', 'screen', 'rgb(18, 25, 28)', 'rgb(230, 236, 238)'],
  ['dark', 'print', 'rgb(255, 255, 255)', 'rgb(28, 36, 41)'],
])('drawings are %s on a %s as the page is: ground and words', async (scheme, media, ground, ink) => {
  const page = await browser.newPage();
  await page.setContent(html('the assessment'), { waitUntil: 'load' });
  const session = await page.createCDPSession();
  const features = [{ name: 'prefers-color-scheme', value: scheme }];
  await session.send('Emulation.setEmulatedMedia', { media, features });
  const found = (await page.evaluate(`[...document.querySelectorAll('.drawing svg')].map((svg) => [
    getComputedStyle(svg.querySelector('rect')).fill,
    [...svg.querySelectorAll('text')].some((text) => getComputedStyle(text).fill === '${ink}'),
  ])`)) as unknown[];
  await page.close();
  expect(found).toEqual([0, 1, 2].map(() => [ground, true]));
});

test('a reader’s own colours keep the lines of the panel and the colours of the drawings', async () => {
  const page = await browser.newPage();
  await page.setContent(html('the assessment'), { waitUntil: 'load' });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const found = await page.evaluate(`[
    matchMedia('(forced-colors: active)').matches,
    getComputedStyle(document.querySelector('ul.headlines li')).borderTopStyle,
    getComputedStyle(document.querySelector('.drawing text')).fill,
    getComputedStyle(document.querySelector('.drawing')).backgroundColor,
  ]`);
  await page.close();
  expect(found).toEqual([true, 'solid', 'rgb(28, 36, 41)', 'rgb(255, 255, 255)']);
});

test('nothing on the page moves, so that nobody must ask for less', () => {
  const styles = /<style>([\s\S]*?)<\/style>/.exec(html('the assessment'))?.[1] ?? '';
  expect(styles).toContain(':focus-visible');
  expect(styles).not.toMatch(/\b(?:animation|transition|scroll-behavior)\b/);
});
