/** The embedded browser as a reader of the web page has one: scripts on, network on, nothing locked down but what the page says itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../src/publish/browser/find-browser.ts';
import { fontSettings } from '../../src/publish/browser/launch-browser.ts';

export async function openBrowser(): Promise<Browser> {
  const found = await findBrowser({ environment: process.env });
  const { executablePath, environment } = found;
  const folder = await mkdtemp(join(tmpdir(), 'omkost-fonts-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless: 'shell',
    // A reader's machine has fonts; one with nothing but Node has those that came with the browser.
    env: { ...process.env, ...environment, ...(await fontSettings(found, folder)) },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  browser.once('disconnected', () => rm(folder, { recursive: true, force: true }).catch(() => undefined));
  return browser;
}

export interface Opened {
  /** Every address the page asked for, but itself and what it carries with it. */
  readonly requests: readonly string[];
  readonly title: string;
}

/** Opens a page from a text at a real address, as if it had come from an organisation's server, and lets it do what it can. */
export async function openPage(browser: Browser, html: string): Promise<Opened> {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|about):/.test(request.url())) requests.push(request.url());
  });
  try {
    await page.setContent(html, { waitUntil: 'load' });
    // One more turn of everything: what starts with the load has started by then.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))');
    return { requests, title: await page.title() };
  } finally {
    await page.close();
  }
}
