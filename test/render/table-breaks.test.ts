/** Where a long table breaks, in the real browser: between rows, with its heads again, a group's name kept with what follows. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import { readHouse } from '../../src/files/read-house.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { renderNote } from '../../src/render/page.ts';
import type { TableRow, TableView } from '../../src/report/view.types.ts';
import { noteView, table } from '../fixtures/view.ts';
import { proseFrom } from './shipped-templates.ts';

/** The lines of each page, from the top down, without the foot. */
let pages: readonly (readonly string[])[];

/** Groups of growing size, so that some of them end where a page does. */
function longTable(): TableView {
  const rows = Array.from({ length: 24 }, (_, group): TableRow[] => [
    { kind: 'group', head: `Gruppe ${group}`, cells: [] },
    ...Array.from({ length: 1 + (group % 5) }, (_, row): TableRow => {
      return { kind: 'body', head: `Række ${group}.${row}`, cells: [String(row)] };
    }),
  ]);
  const total: TableRow = { kind: 'total', head: 'I alt', cells: ['1'] };
  return { ...table('lang', 'En lang tabel', ['Hvad', 'Kr.'], []), rows: [...rows.flat(), total] };
}

beforeAll(async () => {
  const { templates, theme, labels } = await readHouse({ language: 'da' });
  // One more line before the table each time moves where its pages end.
  const sections = Array.from({ length: 6 }, (_, index) => ({ slot: `s${index}`, title: `Afsnit ${index}` }));
  const tables = Object.fromEntries(sections.map(({ slot }) => [slot, { ...longTable(), id: slot }]));
  const texts = sections.map(({ slot }, index) => [slot, `${'En linje.\n\n'.repeat(index)}{{tables.${slot}}}`]);
  const view = { ...noteView(labels), sections, tables };
  const { html, contents } = renderNote(view, proseFrom(Object.fromEntries(texts)), templates, theme);
  await withPrinter({}, async (printer) => {
    const { pdf } = await printer.print({ html, contents, name: 'prøve' });
    pages = await linesOf(pdf);
  });
});

test('a table of a hundred rows goes on over several pages', () => {
  expect(pages.filter((lines) => lines.some((line) => line.startsWith('Række'))).length).toBeGreaterThan(10);
});

test('each page of it has its heads', () => {
  for (const lines of pages) if (lines.some((line) => line.startsWith('Række'))) expect(lines).toContain('Hvad');
});

test('no page ends with the name of a group', () => {
  for (const lines of pages) expect(lines.at(-1)).not.toMatch(/^Gruppe/);
});

test('the sum is never alone on a page', () => {
  for (const lines of pages) {
    const sum = lines.indexOf('I alt');
    if (sum !== -1) expect(lines.slice(0, sum).some((line) => line.startsWith('Række'))).toBe(true);
  }
});

async function linesOf(pdf: Uint8Array): Promise<string[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const found: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const texts = items.flatMap((item) => ('str' in item ? [{ text: item.str, y: Number(item.transform[5]) }] : []));
    // The foot stands below 28 mm; figures stand beside their row's head.
    const lines = texts.filter(({ text, y }) => y > 79 && /\p{L}/u.test(text)).sort((a, b) => b.y - a.y);
    found.push(lines.map(({ text }) => text.replaceAll('\u00a0', ' ').trim()));
  }
  return found;
}
