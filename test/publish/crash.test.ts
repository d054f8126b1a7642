/** What happens to the notes when the browser dies under them, and when the run is called off. */
import { expect, test } from 'vitest';
import { findBrowser } from '../../src/publish/browser/find-browser.ts';
import { launchBrowser, type RunningBrowser } from '../../src/publish/browser/launch-browser.ts';
import { withBrowserPrinter, withPrinter } from '../../src/publish/printer.ts';
import { job } from './pages.ts';
import { problemsOf } from './problems-of.ts';

/** Browsers started one after the other; `harm` sees each with its number. */
async function launcher(
  harm: (running: RunningBrowser, number: number) => void,
): Promise<() => Promise<RunningBrowser>> {
  const found = await findBrowser({ environment: process.env });
  let started = 0;
  return async () => {
    const running = await launchBrowser(found, { environment: process.env });
    started += 1;
    harm(running, started);
    return running;
  };
}

function dieWithFirstPage(running: RunningBrowser): void {
  running.browser.once('targetcreated', () => running.kill());
}

test('notes under way in a browser that dies are printed by the next one', async () => {
  const launch = await launcher((running, number) => {
    if (number === 1) dieWithFirstPage(running);
  });
  const crashed: string[] = [];
  const onEvent = (event: { kind: string; name?: string }) => crashed.push(`${event.kind} ${event.name}`);
  const printed = await withBrowserPrinter({ launch, onEvent }, (print) =>
    Promise.all(['a', 'b', 'c'].map((name) => print(job('<p>x</p>', { name })))),
  );
  expect(printed.map(({ pageCount }) => pageCount)).toEqual([1, 1, 1]);
  expect(crashed).toContain('browser-crashed a');
});

test('a note on which the browser dies twice fails alone', async () => {
  const launch = await launcher((running, number) => {
    if (number <= 2) dieWithFirstPage(running);
  });
  await withBrowserPrinter({ launch, pages: 1 }, async (print) => {
    expect(await problemsOf(print(job('<p>x</p>', { name: 'ond' })))).toMatchObject([
      { code: 'page-failed', message: expect.stringContaining('“ond”') },
    ]);
    expect((await print(job('<p>x</p>', { name: 'god' }))).pageCount).toBe(1);
  });
});

test('a run that is called off ends with the reason it was given', async () => {
  const controller = new AbortController();
  const stopped = new Error('stopped by the user');
  const work = withPrinter({ signal: controller.signal }, async (printer) => {
    const prints = [1, 2, 3].map(() => printer.print(job('<p>x</p>'.repeat(20_000))));
    controller.abort(stopped);
    return Promise.all(prints);
  });
  await expect(work).rejects.toBe(stopped);
});
