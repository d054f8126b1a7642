/** The preview as its user has it: the built program, a real browser, and files that change on the disk. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectWith, remove, shippedScenario } from '../cli/program.ts';
import { openBrowser } from '../safety/open-browser.ts';
import { Watching } from '../watch/watching.ts';
import { audit } from '../web/shown-page.ts';

let good: string;
let folder: string;
let browser: Browser;
let running: Watching;
let address: string;

beforeAll(async () => {
  good = await shippedScenario();
  folder = await projectWith({ one: good, other: good });
  browser = await openBrowser();
  running = new Watching(['preview'], { folder });
  const told = await running.next(({ kind }) => kind === 'serving');
  address = told.address ?? '';
  await running.built('pdf');
});

afterAll(async () => {
  await browser.close();
  await running.stop();
  await remove(folder);
});

const save = (text: string) => writeFile(join(folder, 'scenarios', 'one.yaml'), text);
/** Between two versions the frame is empty. */
const inFrame = "(document.querySelector('#pane-note iframe')?.contentDocument?.body?.innerText ?? '')";
const problems = "document.querySelector('#problems').innerText";

async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(new URL(path, address).href, { waitUntil: 'load' });
  return { page, complaints };
}

/** Until what stands on the page holds what is meant: looked at with each frame that the browser draws. */
async function shows(page: Page, what: string, text: string): Promise<void> {
  await page.waitForFunction(`(${what}).replace(/\\s/g, ' ').includes(${JSON.stringify(text)})`);
}

test('what is saved is shown by itself; what is broken is told with its place over the last good note, until it is mended', async () => {
  const { page, complaints } = await open('/notes/one/side');
  await shows(page, inFrame, 'ca. 4.100 kr.');
  await page.evaluate("document.querySelector('#pane-note iframe').contentWindow.scrollTo(0, 700)");
  const pdf = await page.evaluate("document.querySelector('#pane-pdf').dataset.version");

  await save(good.replace('hours: 5 timer', 'hours: 7 timer'));
  await shows(page, inFrame, 'ca. 4.800 kr.');
  expect(await page.evaluate("document.querySelector('#pane-note iframe').contentWindow.scrollY")).toBe(700);
  await page.waitForFunction(`document.querySelector('#pane-pdf').dataset.version !== ${JSON.stringify(pdf)}`);
  await shows(page, "document.querySelector('#status').innerText", 'up to date');

  await save(good.replace('priceYear: 2016', 'pricYear: 2016'));
  await shows(page, problems, `${join('scenarios', 'one.yaml')}:22:1: unknown key “pricYear”`);
  await shows(page, problems, '^^^^^^^^');
  await shows(page, problems, 'did you mean “priceYear”?');
  await shows(page, inFrame, 'ca. 4.800 kr.');
  await shows(page, "document.querySelector('#status').innerText", '1 error; shown as it was before');

  await save(good);
  await shows(page, inFrame, 'ca. 4.100 kr.');
  await page.waitForFunction(`(${problems}) === ''`);
  expect(complaints).toEqual([]);
  await page.close();
}, 120_000);

test('a browser without a viewer says so and links the PDF, and saves no file; one with a viewer shows it', async () => {
  const { page, complaints } = await open('/notes/one/side');
  expect(await page.evaluate('navigator.pdfViewerEnabled')).toBe(false);
  const pane = "document.querySelector('#pane-pdf')";
  expect(await page.evaluate(`${pane}.innerText`)).toContain('This browser shows no PDF inside a page. Open the PDF');
  expect(await page.evaluate(`${pane}.querySelector('iframe').hasAttribute('src')`)).toBe(false);
  const linked = await page.evaluate(`(async () => {
    const answer = await fetch(${pane}.querySelector('a').href);
    return [answer.headers.get('content-type'), (await answer.text()).slice(0, 5)];
  })()`);
  expect(linked).toEqual(['application/pdf', '%PDF-']);
  expect(complaints).toEqual([]);
  await page.evaluateOnNewDocument(
    "Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => true })",
  );
  // The browser of the tests would save what it is given: what the page asks for is enough.
  await page.setRequestInterception(true);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().includes('.pdf?')) return void request.continue();
    asked.push(request.url());
    void request.respond({ status: 200, contentType: 'text/plain', body: 'shown' });
  });
  await page.reload();
  await page.waitForFunction(`${pane}.querySelector('iframe').src !== ''`);
  expect(await page.evaluate(`${pane}.innerText`)).not.toContain('shows no PDF');
  await page.waitForFunction(`${pane}.querySelector('iframe').contentDocument.body?.innerText === 'shown'`);
  expect(asked).toHaveLength(1);
  await page.close();
}, 60_000);

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

/** A browser of this machine's own, or why there is none: a path may be there for a program that does not start. */
async function startInstalled(): Promise<Browser | string> {
  const executablePath = installed.find((path) => existsSync(path));
  if (executablePath === undefined) return 'no browser with a viewer is installed';
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer
    .launch({ executablePath, headless: true, args, timeout: 60_000 })
    .catch((error: Error) => `${executablePath} does not start: ${error.message.split('\n')[0]}`);
}

test('the installed browser, which has a viewer, shows the PDF beside the note (skipped where none starts)', async ({
  skip,
}) => {
  const whole = await startInstalled();
  if (typeof whole === 'string') return skip(whole);
  try {
    const page = await whole.newPage();
    await page.goto(new URL('/notes/one/side', address).href, { waitUntil: 'load' });
    expect(await page.evaluate('navigator.pdfViewerEnabled')).toBe(true);
    expect(await page.evaluate("document.querySelector('#pane-pdf').innerText")).not.toContain('shows no PDF');
    // The viewer makes a page of its own inside the frame.
    const viewer = await page.waitForFrame((frame) => frame.url().startsWith('chrome-extension:'), {
      timeout: 30_000,
    });
    expect(viewer.parentFrame()?.url()).toContain('/one.pdf?');
  } finally {
    await whole.close();
  }
}, 120_000);

test('the first page lists the notes as they come and go, with where each stands', async () => {
  const { page } = await open('/');
  const list = "document.querySelector('#notes').innerText";
  await shows(page, list, '2 notes');
  await writeFile(join(folder, 'scenarios', 'third.yaml'), good.replace(/^title: .*/m, 'title: Den tredje note'));
  await shows(page, list, 'Den tredje note');
  await writeFile(join(folder, 'scenarios', 'third.yaml'), 'title: Den tredje note\n');
  await shows(page, list, 'errors; shown as it was before');
  await page.close();
}, 120_000);

test.each(['light', 'dark'])(
  'its own pages pass axe-core, %s, also where something is wrong',
  async (scheme) => {
    for (const path of ['/', '/notes/third/web', '/notes/one/side', '/nowhere']) {
      const { page } = await open(path);
      await page.setViewport({ width: 320, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      // The notes in the frames are looked at for themselves, see test/web.
      await page.evaluate("for (const frame of document.querySelectorAll('iframe')) frame.removeAttribute('src')");
      const { violations, passed } = await audit(page);
      expect([path, violations]).toEqual([path, []]);
      expect(passed).toBeGreaterThan(15);
      const widths = 'const { scrollWidth, clientWidth } = document.documentElement; [scrollWidth, clientWidth]';
      expect([path, await page.evaluate(widths)]).toEqual([path, [320, 320]]);
      await page.close();
    }
  },
  120_000,
);

test('with the keyboard one gets past the head, through the views, and back', async () => {
  const { page } = await open('/notes/one/web');
  const stops: unknown[] = [];
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate('document.activeElement.innerText'));
  }
  expect(stops).toEqual(['Skip to the content', 'All notes', 'Note and PDF', 'Note as printed', 'Web page', 'PDF']);
  expect(await page.evaluate("document.querySelector('[aria-current=page]').innerText")).toBe('Web page');
  expect(await page.evaluate('parseFloat(getComputedStyle(document.activeElement).outlineWidth)')).toBeGreaterThan(1);
  await page.close();
});

test('a page outlives the preview: it says that it has stopped, and goes on when it is started again', async () => {
  const { page } = await open('/notes/one/web');
  expect(await running.stop()).toBe(0);
  await page.waitForFunction("!document.querySelector('#lost').hidden");
  await save(good.replace(/^title: .*/m, 'title: Skrevet imens'));
  running = new Watching(['preview', '--port', new URL(address).port], { folder });
  await running.next(({ kind }) => kind === 'serving');
  await page.waitForFunction("document.querySelector('#lost').hidden");
  await shows(page, "document.querySelector('h1').innerText", 'Skrevet imens');
  await page.close();
}, 120_000);
