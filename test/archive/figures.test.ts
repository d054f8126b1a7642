/** A figure holds its whole drawing and says where it stands, on pages where this is known beforehand. */
import { PDFArray } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../src/archive/finish-pdf.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { job } from '../publish/pages.ts';
import { md5 } from './digest.ts';
import { attributeOf, contentsOf, elementsIn, itemsIn, openPdf, structureOf } from './open-pdf.ts';
import { facts } from './pages.ts';

/** A4, with margins of 25 mm: in points from the lower left corner. */
const margin = (25 / 25.4) * 72;
const sheet = { width: 595.92, height: 841.92 };

/** 200 by 80 pixels: 150 by 60 points. */
const drawing = (more = '') =>
  `<svg role="img" aria-label="To søjler." viewBox="0 0 100 40" width="200" height="80" style="display: block; ${more}">
<rect x="5" y="20" width="20" height="20" fill="#0a4"/><rect x="40" y="2" width="20" height="38" fill="#a04"/>
<text x="5" y="18" font-size="5">1 kr.</text><line x1="0" y1="40" x2="100" y2="40" stroke="#000"/></svg>`;

/** One black dot, drawn 100 by 40 pixels large. */
const picture =
  '<img alt="En prik." width="100" height="40" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==">';

async function figureIn(html: string) {
  const printed = await withPrinter({}, async ({ print }) => (await print(job(html))).pdf);
  const document = await openPdf(finishPdf(printed, facts, md5));
  const figure = elementsIn(structureOf(document)).find(({ type }) => type === 'Figure');
  if (figure === undefined) throw new Error('there is no figure');
  const box = attributeOf(figure, 'BBox');
  const sides = box instanceof PDFArray ? box.asArray().map(Number) : undefined;
  return { sides, held: itemsIn(figure).length, page: contentsOf(document)[0] ?? '' };
}

/** Within a pixel, to which Chromium widens what it cuts off. */
function expectNear(sides: readonly number[] | undefined, wanted: readonly number[]): void {
  expect(sides).toHaveLength(4);
  for (const [place, side] of wanted.entries()) expect(Math.abs((sides?.[place] ?? 0) - side)).toBeLessThan(0.8);
}

test('a drawing stands where it was laid out, and its lines and areas are the figure’s', async () => {
  const { sides, held, page } = await figureIn(
    `<h1 style="position: absolute; top: 400px">A</h1>${drawing('position: absolute; top: 100px; left: 40px')}`,
  );
  const left = margin + 30;
  const top = sheet.height - margin - 75;
  expectNear(sides, [left, top - 60, left + 150, top]);
  // Two areas and a line beside the words.
  expect(held).toBe(4);
  expect(page).not.toContain('/Artifact');
});

test('a picture covers what it is drawn on', async () => {
  const { sides } = await figureIn(
    `<h1 style="position: absolute; top: 400px">A</h1><p style="position: absolute; top: 84px; left: 40px">${picture}</p>`,
  );
  const left = margin + 30;
  const [, bottom = 0, , top = 0] = sides ?? [];
  expectNear(sides, [left, bottom, left + 75, bottom + 30]);
  // It stands on a line of text, which begins a paragraph’s margin further down.
  expect(Math.abs(top - (sheet.height - margin - 75))).toBeLessThan(8);
});

test('two drawings side by side have each its own box', async () => {
  const printed = await withPrinter({}, async ({ print }) => {
    return (await print(job(`<h1>A</h1><div style="display: flex">${drawing()}${drawing()}</div>`))).pdf;
  });
  const tree = structureOf(await openPdf(finishPdf(printed, facts, md5)));
  const boxes = elementsIn(tree)
    .filter(({ type }) => type === 'Figure')
    .map((figure) => String(attributeOf(figure, 'BBox')));
  expect(new Set(boxes).size).toBe(2);
  expect(
    elementsIn(tree)
      .filter(({ type }) => type === 'Figure')
      .map((figure) => itemsIn(figure).length),
  ).toEqual([4, 4]);
});

test('a drawing that is not cut off at its edges gets no box, rather than that of the page', async () => {
  const { sides } = await figureIn(`<h1>A</h1>${drawing('overflow: visible')}<p>Efter.</p>`);
  expect(sides).toBeUndefined();
});
