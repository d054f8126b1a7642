/**
 * Page numbers in the contents list. CSS cannot count them in Chromium, so they are guessed, printed and verified: a print is only
 * given out when the numbers that stand in it are the ones it has.
 */
import { UserError } from '../problem/problem.ts';
import { readDestinationPages } from './pdf-destinations.ts';
import { type PrintPage, pageFailed } from './print-page.ts';
import type { PrintedNote, PrintJob } from './printer.types.ts';

/** Numbers of earlier notes of this run, by their list of ids: notes of one layout mostly break alike. */
export type RememberedPages = Map<string, ReadonlyMap<string, number>>;

/** Numbers that move a line may move a heading, once or twice; a note that never settles is an error. */
const mostPasses = 4;

/** Prints a loaded page. What comes out is the same whether numbers were remembered or not; only the passes differ. */
export async function printWithContents(
  page: PrintPage,
  job: PrintJob,
  remembered: RememberedPages,
): Promise<PrintedNote> {
  if (job.contents.length === 0) {
    const pdf = await page.print('final');
    return { pdf, ...readDestinationPages(pdf), pages: new Map(), passes: 1 };
  }
  const key = job.contents.join('\n');
  const before = job.pagesBefore;
  const isOfThese = before?.size === job.contents.length && job.contents.every((id) => before.has(id));
  const guess = isOfThese ? before : remembered.get(key);
  // A guess may stand only where it changes nothing but digits: else it might settle on other pages than a print without it.
  let standing = guess !== undefined && (await fill(page, job, guess, true)) ? guess : undefined;
  for (let passes = 1; passes <= mostPasses; passes += 1) {
    const pdf = await page.print(standing === undefined ? 'draft' : 'final');
    const { pages, pageCount } = pagesOf(pdf, job);
    if (standing !== undefined && isSame(standing, pages)) {
      remembered.set(key, pages);
      return { pdf, pages, pageCount, passes };
    }
    await fill(page, job, pages, false);
    standing = pages;
  }
  const what = `its contents list did not settle in ${mostPasses} prints; give the page numbers a fixed width`;
  throw new UserError([pageFailed(job.name, what)]);
}

async function fill(
  page: PrintPage,
  job: PrintJob,
  pages: ReadonlyMap<string, number>,
  onlyIfSameSize: boolean,
): Promise<boolean> {
  const { missing, filled } = await page.fillNumbers({ numbers: [...pages], onlyIfSameSize });
  if (missing.length > 0) {
    throw new UserError(missing.map((id) => pageFailed(job.name, `its contents list has no place #page-of-${id}`)));
  }
  return filled;
}

function pagesOf(pdf: Uint8Array, job: PrintJob): { pages: Map<string, number>; pageCount: number } {
  const destinations = readDestinationPages(pdf);
  const pages = new Map<string, number>();
  const missing: string[] = [];
  for (const id of job.contents) {
    const page = destinations.pages.get(id);
    if (page === undefined) missing.push(id);
    else pages.set(id, page);
  }
  if (missing.length > 0) {
    throw new UserError(missing.map((id) => pageFailed(job.name, `no heading #${id} with a link to it was printed`)));
  }
  return { pages, pageCount: destinations.pageCount };
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, page]) => b.get(id) === page);
}
