/** Opens a printer for the length of a run: one browser, a few pages, and an answer for every way a print can fail. */
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { UserError } from '../problem/problem.ts';
import { findBrowser } from './browser/find-browser.ts';
import { launchBrowser, type RunningBrowser } from './browser/launch-browser.ts';
import { printWithContents, type RememberedPages } from './contents-pages.ts';
import { asCrashOf, type LentPage, openIn, PagePool, whileAlive } from './page-pool.ts';
import { PageCrash, pageFailed } from './print-page.ts';
import type { PrintedNote, Printer, PrinterOptions, PrintJob } from './printer.types.ts';

const defaultTimeoutMs = 60_000;

/** Finds and starts a browser, lends it to `use`, and closes it whoever fails. Throws UserError `browser-missing` or `browser-failed`. */
export async function withPrinter<T>(options: PrinterOptions, use: (printer: Printer) => Promise<T>): Promise<T> {
  const environment = options.environment ?? process.env;
  const found = await findBrowser({ ...options, environment });
  const launch = () => launchBrowser(found, { ...options, environment });
  return withBrowserPrinter({ ...options, launch }, async (print, first) => {
    if (first.sandbox === 'off-unavailable') options.onEvent?.({ kind: 'sandbox-unavailable' });
    return use({ print, found, version: first.version, sandbox: first.sandbox });
  });
}

export interface BrowserPrinterOptions extends Pick<PrinterOptions, 'pages' | 'timeoutMs' | 'signal' | 'onEvent'> {
  readonly launch: () => Promise<RunningBrowser>;
}

/** The same with the way to start a browser handed in. */
export async function withBrowserPrinter<T>(
  options: BrowserPrinterOptions,
  use: (print: Printer['print'], first: RunningBrowser) => Promise<T>,
): Promise<T> {
  const { pool, first } = await PagePool.open(options.launch, options.timeoutMs ?? defaultTimeoutMs);
  const remembered: RememberedPages = new Map();
  const limit = pLimit(options.pages ?? Math.min(2, availableParallelism()));
  try {
    return await use((job) => limit(() => printSafely(job, pool, remembered, options)), first);
  } finally {
    await pool.close();
  }
}

/** Aborting kills the browser (see launch-browser), so that every print under way ends here. */
async function printSafely(
  job: PrintJob,
  pool: PagePool,
  remembered: RememberedPages,
  options: BrowserPrinterOptions,
): Promise<PrintedNote> {
  options.signal?.throwIfAborted();
  try {
    return await printInPool(job, pool, remembered);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof PageCrash)) throw error;
    options.onEvent?.({ kind: 'browser-crashed', name: job.name });
    return printAlone(job, options);
  }
}

async function printInPool(job: PrintJob, pool: PagePool, remembered: RememberedPages): Promise<PrintedNote> {
  const lent = await pool.take();
  try {
    const printed = await printOn(lent, job, remembered);
    await pool.giveBack(lent);
    return printed;
  } catch (error) {
    if (isUserErrorOf(error, 'page-failed')) await pool.discard(lent);
    // A page that hangs or crashed may share its process with the others: they are tried again, which is safe.
    else lent.running.kill();
    throw error;
  }
}

/** A note whose browser died gets one of its own: so the one at fault fails alone, and those beside it are printed. */
async function printAlone(job: PrintJob, options: BrowserPrinterOptions): Promise<PrintedNote> {
  const running = await options.launch();
  try {
    return await printOn(await openIn(running, options.timeoutMs ?? defaultTimeoutMs), job, new Map());
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof PageCrash)) throw error;
    throw new UserError([pageFailed(job.name, 'the browser crashed on it twice')], { cause: error });
  } finally {
    await running.close();
  }
}

async function printOn(lent: LentPage, job: PrintJob, remembered: RememberedPages): Promise<PrintedNote> {
  try {
    await whileAlive(lent.running, lent.page.load(job.html, job.name));
    return await whileAlive(lent.running, printWithContents(lent.page, job, remembered));
  } catch (error) {
    throw asCrashOf(lent.running, error);
  }
}

function isUserErrorOf(error: unknown, code: string): boolean {
  return error instanceof UserError && error.problems.every((problem) => problem.code === code);
}
