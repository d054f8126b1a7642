/** A web page as one reader has it: a width, light or dark, and what can be measured of it there. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';

export interface Reader {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Shows the page with everything that can be opened open, lends it to `use`, and closes it. */
export async function asShown<T>(
  browser: Browser,
  html: string,
  { width, scheme }: Reader,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setContent(html, { waitUntil: 'load' });
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    return await use(page);
  } finally {
    await page.close();
  }
}

export interface Audit {
  /** “rule: where”, of all rules that axe-core has, its best practices too. */
  readonly violations: readonly string[];
  /** What axe-core could not decide, in the same words; without the contrast of what is drawn or scrolled out of sight. */
  readonly undecided: readonly string[];
  readonly passed: number;
}

export async function audit(page: Page): Promise<Audit> {
  await page.evaluate(axe);
  const run = 'axe.run(document, { rules: { "target-size": { enabled: true } } })';
  const { violations, incomplete, passes } = (await page.evaluate(run)) as Record<string, Result[]>;
  const told = (results: readonly Result[] = []) =>
    results.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  // A figure on a part of a drawing is judged where it is drawn (test/report/charts); a cell has the colours of its neighbours,
  // and an arrow alone those of other links.
  const isJudgedElsewhere = 'document.querySelector(target)?.closest(".drawing, .scroll, .note-back") !== null';
  const open: Result[] = [];
  for (const result of incomplete ?? []) {
    const targets = result.nodes.map(({ target }) => String(target));
    const elsewhere = (await page.evaluate(
      `${JSON.stringify(targets)}.map((target) => ${isJudgedElsewhere})`,
    )) as boolean[];
    const nodes = result.nodes.filter((_, index) => result.id !== 'color-contrast' || elsewhere[index] !== true);
    open.push({ ...result, nodes });
  }
  return { violations: told(violations), undecided: told(open), passed: passes?.length ?? 0 };
}
