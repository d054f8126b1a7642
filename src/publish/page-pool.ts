/** The browser of a run and its pages: reused from note to note, and started anew when it died. */
import { UserError } from '../problem/problem.ts';
import type { RunningBrowser } from './browser/launch-browser.ts';
import { PageCrash, PrintPage } from './print-page.ts';
import { unlessEnded } from './unless-ended.ts';

/** A page that had this many houses in turn is renewed: each leaves something behind (see PrintPage). */
const mostShells = 20;

export interface LentPage {
  readonly page: PrintPage;
  readonly running: RunningBrowser;
}

export class PagePool {
  readonly #launch: () => Promise<RunningBrowser>;
  readonly #timeoutMs: number;
  #free: LentPage[] = [];
  #current: Promise<RunningBrowser>;

  private constructor(first: RunningBrowser, launch: () => Promise<RunningBrowser>, timeoutMs: number) {
    this.#current = Promise.resolve(first);
    this.#launch = launch;
    this.#timeoutMs = timeoutMs;
  }

  static async open(
    launch: () => Promise<RunningBrowser>,
    timeoutMs: number,
  ): Promise<{ pool: PagePool; first: RunningBrowser }> {
    const first = await launch();
    return { pool: new PagePool(first, launch, timeoutMs), first };
  }

  /** A free page, or a new one; whoever takes it uses it alone. */
  async take(): Promise<LentPage> {
    const running = await this.#alive();
    const free = this.#free.pop();
    if (free?.running === running) return free;
    return openIn(running, this.#timeoutMs);
  }

  /** Takes a page back after a note that was printed. */
  async giveBack(lent: LentPage): Promise<void> {
    if (lent.page.shells < mostShells) this.#free.push(lent);
    else await this.discard(lent);
  }

  /** A page on which a note failed may have gone elsewhere: the next note gets a new one. */
  async discard(lent: LentPage): Promise<void> {
    // If its browser dies meanwhile it is closed too; the note itself is done with.
    await whileAlive(lent.running, lent.page.close()).catch(() => undefined);
  }

  async close(): Promise<void> {
    const running = await this.#current.catch(() => undefined);
    await running?.close();
  }

  async #alive(): Promise<RunningBrowser> {
    const seen = this.#current;
    const running = await seen;
    if (running.browser.connected) return running;
    // Whoever sees it first starts the next one; the others wait for the same.
    if (this.#current === seen) {
      this.#free = [];
      this.#current = running.close().then(this.#launch);
    }
    return this.#current;
  }
}

/** A page in a given browser, never lent before. */
export async function openIn(running: RunningBrowser, timeoutMs: number): Promise<LentPage> {
  try {
    return { page: await whileAlive(running, PrintPage.open(running.browser, timeoutMs)), running };
  } catch (error) {
    throw asCrashOf(running, error);
  }
}

/** What Puppeteer throws when its browser is gone takes many forms: here it becomes one. */
export function asCrashOf(running: RunningBrowser, error: unknown): unknown {
  if (running.browser.connected || error instanceof UserError) return error;
  return new PageCrash(error instanceof Error ? error.message : String(error), { cause: error });
}

/** Work in a browser; ends as a crash when the browser does, whatever Puppeteer would still wait for. */
export async function whileAlive<T>(running: RunningBrowser, work: Promise<T>): Promise<T> {
  const died = running.ended.then((how) => Promise.reject(new PageCrash(how)));
  // Only the first of the two is looked at; the other must not count as unhandled.
  died.catch(() => undefined);
  work.catch(() => undefined);
  return unlessEnded(work, died);
}
