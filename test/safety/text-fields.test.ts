/**
 * Text from a scenario stays text: whatever stands in a title, a name, a reason, a source or a piece of prose, nothing of it runs, reads
 * a file or reaches the network, neither when the note is printed nor when somebody opens the web page.
 */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textIn } from '../pdf/finished.ts';
import { printerForAll } from '../publish/printer-for-all.ts';
import { freePlaces, notesWith, type Places } from './hostile-notes.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { secret, setTrap, type Trap } from './visitors.ts';
import { waysOut } from './ways-out.ts';

let trap: Trap;
let browser: Browser;
let places: Places;
const printer = printerForAll();

beforeAll(async () => {
  [trap, browser, places] = await Promise.all([setTrap(), openBrowser(), freePlaces()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), trap.close()]);
});

/** How the text may be refused before it comes to a browser. */
const refusals = ['image-refused', 'template-unsafe', 'template-syntax', 'figure-unknown', 'glyph-missing'];

test('the trap works: a page that is not locked is seen by the server', async () => {
  const open = waysOut['an image']?.(trap) ?? '';
  expect((await openPage(browser, `<!doctype html><title>x</title>${open}`)).requests).not.toEqual([]);
  expect(trap.visitors()).toContain('/img.png');
});

test('the texts are tried where an author writes freely', () => {
  const names = [...places.plain, ...places.prose].map((path) => path.join('.'));
  expect(names).toEqual(
    expect.arrayContaining([
      'title',
      'abstract',
      'staff.tolk.name',
      'costs.moeder.name',
      'costs.projektledelse.assumption',
      'references.pn-2018.title',
      'publisher.name',
      'publisher.licence',
      'text.summary',
      'text.limitations',
    ]),
  );
  expect(names.length).toBeGreaterThan(40);
});

test.each(Object.entries(waysOut))('%s in the texts of a scenario stays text', async (_, textFor) => {
  const { notes, refusals: refused } = await notesWith(textFor(trap), places);
  // Refused is as good as printed, if it is refused for what it is.
  const otherwise = refused.filter(({ code }) => !refusals.includes(code));
  expect(otherwise.map(({ code, message }) => `${message} [${code}]`)).toEqual([]);
  expect(notes.length).toBeGreaterThan(0);
  for (const note of notes) {
    // The printer refuses a page that asks for anything: an answer means that nothing did.
    const { pdf } = await printer.print(note);
    expect(await textIn(pdf)).not.toContain(secret);
    const opened = await openPage(browser, note.summaryPage);
    expect(opened.requests).toEqual([]);
    expect(opened.title).not.toBe('ran');
  }
  expect(trap.visitors()).toEqual([]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
