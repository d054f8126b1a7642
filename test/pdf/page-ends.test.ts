/** How pages end and begin in many generated notes: no lone heading, no single line left behind, nothing near the edge of the sheet. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import { readHouse } from '../../src/files/read-house.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { renderNote } from '../../src/render/page.ts';
import { noteView } from '../fixtures/view.ts';
import { proseFrom } from '../render/shipped-templates.ts';

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Lines of every page of every note, from the top down, without the foot. */
let pages: Line[][] = [];
let all: Line[] = [];

const paragraph =
  'Kommunen betaler medarbejdernes tid, og omkostningsvurderingen viser, hvad indsatsen koster pr. år. '.repeat(4);

/** Sections of growing length move where the pages end; boxes and notes go along. */
function sectionText(note: number, section: number): string {
  const before = 'En linje.\n\n'.repeat((note * 3 + section) % 7);
  const box = section % 3 === 0 ? '::: box En boks\nTekst i boksen.\n:::\n\n' : '';
  return `${before}${paragraph}[^a]\n\n${box}#### Overskrift ${note}.${section}\n\n${paragraph}\n\n[^a]: Note ${note}.${section}.`;
}

beforeAll(async () => {
  const house = await readHouse({ language: 'da' });
  const sections = Array.from({ length: 14 }, (_, index) => ({ slot: `s${index}`, title: `Afsnit ${index}` }));
  const view = { ...noteView(house.labels), typography: house.language.typography, sections };
  await withPrinter({}, async (printer) => {
    for (let note = 0; note < 8; note += 1) {
      const texts = Object.fromEntries(sections.map(({ slot }, index) => [slot, sectionText(note, index)]));
      const { html, contents } = renderNote(view, proseFrom(texts), house.templates, house.theme);
      const { pdf } = await printer.print({ html, contents, name: `note ${note}` });
      const lines = await linesOf(pdf);
      all = [...all, ...lines.flat()];
      pages = [...pages, ...lines.map((page) => page.filter(({ y }) => y > 79))];
    }
  });
});

test('no page ends with a heading, and many pages were looked at', () => {
  expect(pages.length).toBeGreaterThan(40);
  const headings = pages.flat().filter(({ text }) => /^(?:Afsnit|Overskrift) [\d.]+$/.test(text));
  expect(headings.length).toBeGreaterThan(150);
  for (const page of pages) expect(page.at(-1)?.text ?? '').not.toMatch(/^(?:Afsnit|Overskrift) [\d.]+$/);
});

test('no page begins with the last line of a paragraph or ends with the first', () => {
  const last = pages.flat().find(({ text }) => text.startsWith('Kommunen betaler'));
  expect(last).toBeDefined();
  for (const page of pages) {
    // Four sentences begin alike; the first is at a line's start, and at the foot of a page two more lines follow it.
    expect(page.at(-1)?.text ?? '').not.toMatch(/^Kommunen betaler medarbejdernes tid, og omkostningsvurderingen/);
  }
});

test('no text stands within 3 mm of the edge', () => {
  const edge = (3 / 25.4) * 72;
  expect(all.filter(({ x, y }) => x < edge || y < edge || x > 595 - edge || y > 842 - edge)).toEqual([]);
});

async function linesOf(pdf: Uint8Array): Promise<Line[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const found: Line[][] = [];
  for (let number = 3; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str.replaceAll('\u00a0', ' ').trim(),
              x: Number(item.transform[4]),
              y: Number(item.transform[5]),
            },
          ]
        : [],
    );
    found.push(lines.sort((a, b) => b.y - a.y));
  }
  return found;
}
