/** What our printer is compared with: the same browser, driven by Puppeteer with nothing round it. */
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../src/publish/browser/find-browser.ts';
import { launchBrowser } from '../src/publish/browser/launch-browser.ts';

export interface BarePrint {
  /** From the first page opened to the last PDF written; the browser's start is not in it. */
  readonly milliseconds: number;
  readonly startMs: number;
  readonly pdfs: readonly Uint8Array[];
}

/** Prints each HTML text once, tagged and with outline, on a few reused pages: no contents numbers, no checks, no retries. */
export async function printBare(htmls: readonly string[], pages = 2): Promise<BarePrint> {
  const beforeStart = performance.now();
  const found = await findBrowser({ environment: process.env });
  const running = await launchBrowser(found, { environment: process.env });
  try {
    const started = performance.now();
    const pdfs = new Array<Uint8Array>(htmls.length);
    const queue = htmls.entries();
    await Promise.all(Array.from({ length: pages }, async () => work(await running.browser.newPage(), queue, pdfs)));
    return { milliseconds: performance.now() - started, startMs: started - beforeStart, pdfs };
  } finally {
    await running.close();
  }
}

/** One page takes the next text from the queue it shares until there is none. */
async function work(page: Page, queue: Iterable<[number, string]>, pdfs: Uint8Array[]): Promise<void> {
  for (const [index, html] of queue) {
    await page.setContent(html);
    pdfs[index] = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  }
}
