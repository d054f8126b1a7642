/** One page of the browser, locked down: it loads one note after the other, asks nobody for anything, and prints. */
import { type Browser, type Page, TimeoutError } from 'puppeteer-core';
import { type Problem, UserError } from '../problem/problem.ts';
import { closedPolicyOf } from './page-lock.ts';
import { failedFonts, fillPageNumbers, type NumbersToFill, putAway, putNote, thinSoftHyphens } from './page-scripts.ts';
import { hidingWidth, partsOf } from './page-shell.ts';
import { unlessEnded } from './unless-ended.ts';

/** The process behind a page died: the note may be good, the print is tried again. */
export class PageCrash extends Error {}

export class PrintPage {
  readonly #page: Page;
  readonly #timeoutMs: number;
  readonly #crashed: Promise<never>;
  #denied: string[] = [];
  #complaints: string[] = [];
  #name = '';
  #shell = '';
  #shells = 0;

  private constructor(page: Page, timeoutMs: number) {
    this.#page = page;
    this.#timeoutMs = timeoutMs;
    this.#crashed = new Promise((_, reject) => page.once('error', (error) => reject(new PageCrash(error.message))));
    this.#crashed.catch(() => undefined);
  }

  static async open(browser: Browser, timeoutMs: number): Promise<PrintPage> {
    const page = await browser.newPage();
    const printPage = new PrintPage(page, timeoutMs);
    // Each of these leaks alone; together with the page's own policy nothing got out in any trial.
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    await page.setRequestInterception(true);
    await page.emulateMediaType('print');
    await page.setViewport({ width: hidingWidth, height: 1 });
    printPage.#listen();
    return printPage;
  }

  #listen(): void {
    this.#page.on('request', (request) => {
      const isInside = /^(?:data|about):/i.test(request.url());
      if (!isInside) this.#denied.push(request.url());
      // Any other reason than “aborted” would put an error page in the note's place. A page that is closing answers no more.
      (isInside ? request.continue() : request.abort('aborted')).catch(() => undefined);
    });
    // Chromium reports here what the page's policy stopped before it became a request.
    this.#page.on('issue', ({ details }) => {
      const address = details.contentSecurityPolicyIssueDetails?.blockedURL;
      if (address !== undefined) this.#denied.push(address);
    });
    // Scripts are off, so whatever stands on the console is the browser's own complaint.
    this.#page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text());
    });
  }

  /** Puts a note in the place of the last one. */
  async load(html: string, name: string): Promise<void> {
    const { shell, content } = partsOf(html, closedPolicyOf(html, name));
    this.#denied = [];
    this.#complaints = [];
    this.#name = name;
    if (shell !== this.#shell) await this.#loadShell(shell);
    const loaders = await this.#within(this.#page.evaluate(putNote, content));
    this.#refuse(loaders.map((loader) => `the page holds ${loader}`));
    const fonts = await this.#within(this.#page.evaluate(failedFonts));
    this.#refuse(fonts.map((font) => `the font ${font} could not be loaded`));
    await this.#within(this.#page.evaluate(thinSoftHyphens));
    this.#refuseLeaks();
  }

  /** How many shells it has had: Chromium adds the policy of each to those before (setContent keeps the document), and slows down. */
  get shells(): number {
    return this.#shells;
  }

  async #loadShell(shell: string): Promise<void> {
    await this.#within(this.#page.setContent(shell, { waitUntil: 'load', timeout: this.#timeoutMs }));
    this.#shell = shell;
    this.#shells += 1;
  }

  async fillNumbers(request: NumbersToFill): Promise<{ missing: string[]; filled: boolean }> {
    return this.#within(this.#page.evaluate(fillPageNumbers, request));
  }

  /** Prints what is loaded. A draft lacks tags and outline, which cost a fifth of the time and move nothing. */
  async print(quality: 'final' | 'draft'): Promise<Uint8Array> {
    const isFinal = quality === 'final';
    await this.#within(this.#page.evaluate(putAway));
    const pdf = await this.#within(
      this.#page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: false,
        tagged: isFinal,
        outline: isFinal,
        // They are loaded: see `load`.
        waitForFonts: false,
        timeout: this.#timeoutMs,
      }),
    );
    this.#refuseLeaks();
    return pdf;
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  /** Without the race a call to a page that crashed would wait for its timeout. */
  async #within<T>(work: Promise<T>): Promise<T> {
    try {
      return await unlessEnded(work, this.#crashed);
    } catch (error) {
      work.catch(() => undefined);
      if (error instanceof TimeoutError) throw printTimeout(this.#name, this.#timeoutMs, error);
      throw error;
    }
  }

  #refuseLeaks(): void {
    const addresses = [...new Set(this.#denied)];
    this.#refuse(addresses.map((address) => `the page asks for ${address}`));
    // A stopped request is also a complaint; what remains are other ones.
    this.#refuse(this.#complaints.map((complaint) => `the browser says: ${complaint}`));
    if (this.#page.url() !== 'about:blank') this.#refuse([`the page went to ${this.#page.url()}`]);
  }

  #refuse(messages: readonly string[]): void {
    if (messages.length > 0) throw new UserError(messages.map((message) => pageFailed(this.#name, message)));
  }
}

/** What is wrong with the page of a note. */
export function pageFailed(name: string, what: string): Problem {
  return {
    severity: 'error',
    code: 'page-failed',
    message: `“${name}” cannot be printed: ${what}`,
    hint: 'a note carries everything with it: pictures, fonts and styles are given as files and embedded, addresses only as links',
  };
}

function printTimeout(name: string, timeoutMs: number, cause: Error): UserError {
  const message = `“${name}” was not printed within ${timeoutMs / 1000} seconds`;
  const hint = 'look for a very large table or picture in it; on a busy machine try --jobs 1';
  return new UserError([{ severity: 'error', code: 'print-timeout', message, hint }], { cause });
}
