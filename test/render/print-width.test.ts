/**
 * Nothing in a note is wider than its page, whatever stands in it: Chromium would shrink every page of the note to make room, and the
 * cover would no longer reach the edge of the paper.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import { readHouse } from '../../src/files/read-house.ts';
import type { House } from '../../src/note.ts';
import { renderNote } from '../../src/render/page.ts';
import { hostile, hostileTexts } from '../fixtures/hostile-view.ts';
import { assessmentTexts, assessmentView, noteTexts, noteView } from '../fixtures/view.ts';
import { page } from '../publish/pages.ts';
import { printerForAll } from '../publish/printer-for-all.ts';
import { proseFrom } from './shipped-templates.ts';

let house: House;
const printer = printerForAll();

beforeAll(async () => {
  house = await readHouse({ language: 'da' });
});

test('an assessment with words and figures too long for their places is printed at its full size', async () => {
  const { templates, theme, labels } = house;
  const texts = proseFrom(hostileTexts(assessmentTexts));
  const { html, contents } = renderNote(hostile(assessmentView(labels)), texts, templates, theme);
  expect(await scaleOf({ html, contents }, labels.contents, 19)).toBeCloseTo(1, 3);
});

test('a short note with words and figures too long for their places is printed at its full size', async () => {
  const { templates, theme, labels } = house;
  const { html, contents } = renderNote(
    hostile(noteView(labels)),
    proseFrom(hostileTexts(noteTexts)),
    templates,
    theme,
  );
  expect(await scaleOf({ html, contents }, labels.contents, 17)).toBeCloseTo(1, 3);
});

test('the measure sees a page that is shrunk', async () => {
  const body = '<p style="font-size: 11pt">Side</p><p style="width: 400mm">x</p>';
  const html = page({ body });
  expect(await scaleOf({ html, contents: [] }, 'Side', 11)).toBeLessThan(0.9);
});

interface ToPrint {
  readonly html: string;
  readonly contents: readonly string[];
}

/** How large a text is on the paper, against the size that the style sheet gives it. */
async function scaleOf(note: ToPrint, text: string | undefined, points: number): Promise<number> {
  const { pdf } = await printer.print({ ...note, name: 'prøve' });
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item && item.str === text) return item.height / points;
  }
  throw new Error(`“${text}” was not printed`);
}
