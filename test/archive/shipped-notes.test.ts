/** The notes that come with the program, finished: what only real templates and fonts can show. */
import { PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { finishPdf } from '../../src/archive/finish-pdf.ts';
import { findScenarios } from '../../src/files/find-scenarios.ts';
import { InputReader } from '../../src/files/read-inputs.ts';
import { composeNote } from '../../src/note.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { md5 } from './digest.ts';
import { elementsIn, name, openPdf, structureOf, textOf } from './open-pdf.ts';
import { facts } from './pages.ts';

let notes: PDFDocument[];

beforeAll(async () => {
  const { files } = await findScenarios([], process.cwd());
  const reader = new InputReader({ workingFolder: process.cwd(), standardInput: process.stdin, issued: '2026-11-22' });
  const composed = await Promise.all(files.map(async (file) => composeNote(await reader.read(file))));
  const printed = await withPrinter({}, ({ print }) => Promise.all(composed.map((note) => print(note))));
  notes = await Promise.all(printed.map(({ pdf }) => openPdf(finishPdf(pdf, facts, md5))));
});

test('have only the fonts of the theme, each in the file, and none that was made up', () => {
  for (const note of notes) {
    const objects = note.context.enumerateIndirectObjects().map(([, object]) => object);
    const fonts = objects
      .filter((object) => object instanceof PDFDict)
      .filter((dict) => String(dict.get(name('Type'))) === '/Font');
    const subtypes = new Set(fonts.map((font) => String(font.get(name('Subtype')))));
    expect(subtypes).toEqual(new Set(['/Type0', '/CIDFontType2']));
    const families = fonts.map((font) => String(font.get(name('BaseFont'))).replace(/^\/[A-Z]{6}\+/, ''));
    expect(families.filter((family) => !family.startsWith('SourceSans3'))).toEqual([]);
  }
});

test('have a list of contents, tables with captions, and figures with one alternate text each', () => {
  for (const note of notes) {
    const elements = elementsIn(structureOf(note));
    expect(elements.filter(({ type }) => type === 'TOC')).toHaveLength(1);
    const tables = elements.filter(({ type }) => type === 'Table');
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(elementsIn(table).filter(({ type }) => type === 'Caption')).toHaveLength(1);
    for (const figure of elements.filter(({ type }) => type === 'Figure')) {
      expect(textOf(figure.dict.get(name('Alt')))).not.toBe('');
      expect(elementsIn(figure).filter(({ type }) => type === 'Figure')).toHaveLength(1);
    }
  }
});

test('have one title, and headings that skip no level', () => {
  for (const note of notes) {
    const levels = elementsIn(structureOf(note)).flatMap(({ type }) =>
      /^H\d$/.test(type) ? [Number(type.slice(1))] : [],
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  }
});
