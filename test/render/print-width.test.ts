/**
 * Nothing in a note is wider than its page, whatever stands in it: Chromium would shrink every page of the note to make room, and the
 * cover would no longer reach the edge of the paper.
 */
import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHouse } from '../../src/files/read-house.ts';
import type { House } from '../../src/note.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import type { Printer } from '../../src/publish/printer.types.ts';
import { renderNote } from '../../src/render/page.ts';
import { hostile, hostileTexts } from '../fixtures/hostile-view.ts';
import { assessmentTexts, assessmentView, noteTexts, noteView } from '../fixtures/view.ts';
import { page } from '../publish/pages.ts';
import { proseFrom } from './shipped-templates.ts';

let house: House;
let printer: Printer;
let finish: () => void = () => undefined;
let run: Promise<void>;

beforeAll(async () => {
  house = await readHouse({ language: 'da' });
  await new Promise<void>((resolve, reject) => {
    run = withPrinter({}, async (opened) => {
      printer = opened;
      resolve();
      await new Promise<void>((done) => {
        finish = done;
      });
    });
    run.catch(reject);
  });
});

afterAll(async () => {
  finish();
  await run;
});

test('an assessment with words and figures too long for their places is printed at its full size', async () => {
  const { templates, theme, labels } = house;
  const texts = proseFrom(hostileTexts(assessmentTexts));
  const { html, contents } = renderNote(hostile(assessmentView(labels)), texts, templates, theme);
  expect(await scaleOf({ html, contents })).toBeCloseTo(fullSize, 4);
});

test('a short note with words and figures too long for their places is printed at its full size', async () => {
  const { templates, theme, labels } = house;
  const { html, contents } = renderNote(
    hostile(noteView(labels)),
    proseFrom(hostileTexts(noteTexts)),
    templates,
    theme,
  );
  expect(await scaleOf({ html, contents })).toBeCloseTo(fullSize, 4);
});

test('the measure sees a page that is shrunk', async () => {
  const html = page({ body: '<p style="width: 400mm">x</p>' });
  expect(await scaleOf({ html, contents: [] })).toBeLessThan(fullSize * 0.9);
});

/** Chromium draws in 1/300 inch, so that one unit is 0.24 pt on a page that is not shrunk. */
const fullSize = 0.24;

/** The first matrix of the first page: `0.24 0 0 -0.24 0 841.92 cm`. */
async function scaleOf(note: { readonly html: string; readonly contents: readonly string[] }): Promise<number> {
  const { pdf } = await printer.print({ ...note, name: 'prøve' });
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const contents = document.getPage(0).node.Contents();
  const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
  if (!(stream instanceof PDFRawStream)) throw new Error('the page has no content');
  const drawing = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
  return Number(/^\s*([\d.]+) 0 0 -?[\d.]+ [\d.-]+ [\d.-]+ cm/m.exec(drawing)?.[1]);
}
