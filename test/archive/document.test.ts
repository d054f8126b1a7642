/** What the finished file says of itself, and what it carries. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { finishPdf } from '../../src/archive/finish-pdf.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { md5 } from './digest.ts';
import { dictOf, listOf, name, openPdf, resolved, streamBytes, streamText, textOf } from './open-pdf.ts';
import { facts, plainPage } from './pages.ts';

let printed: Uint8Array;
let finished: Uint8Array;
let document: PDFDocument;

beforeAll(async () => {
  printed = await withPrinter({}, async ({ print }) => (await print(plainPage)).pdf);
  finished = finishPdf(printed, facts, md5);
  document = await openPdf(finished);
});

describe('the file', () => {
  test('is PDF 1.7 with an identifier that follows from what is in it', async () => {
    expect(new TextDecoder('latin1').decode(finished.subarray(0, 9))).toBe('%PDF-1.7\n');
    const id = (bytes: Uint8Array) =>
      /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(new TextDecoder('latin1').decode(bytes))?.[1];
    expect(id(finished)).toBeDefined();
    expect(id(finishPdf(printed, { ...facts, title: 'En anden' }, md5))).not.toBe(id(finished));
  });

  test('holds no object that nothing refers to', () => {
    const text = new TextDecoder('latin1').decode(finished);
    const numbers = [...text.matchAll(/\n(\d+) 0 obj\n/g)].map(([, number]) => number);
    const referred = new Set([...text.matchAll(/\b(\d+) 0 R\b/g)].map(([, number]) => number));
    expect(numbers.filter((number) => !referred.has(number))).toEqual([]);
  });

  test('has the language, and shows its title instead of its name', () => {
    expect(textOf(document.catalog.get(name('Lang')))).toBe('da');
    expect(String(document.catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked')))).toBe('true');
    expect(String(document.catalog.lookup(name('ViewerPreferences'), PDFDict).get(name('DisplayDocTitle')))).toBe(
      'true',
    );
  });

  test('gives the date of issue as its only date', () => {
    expect(document.getCreationDate()?.toISOString()).toBe('2026-11-22T00:00:00.000Z');
    expect(document.getModificationDate()?.toISOString()).toBe('2026-11-22T00:00:00.000Z');
    const dates = new TextDecoder('latin1').decode(finished).match(/D:\d+/g);
    expect(new Set(dates)).toEqual(new Set(['D:20261122000000']));
  });

  test('without attachments has none', async () => {
    const bare = await openPdf(finishPdf(printed, { ...facts, attachments: [] }, md5));
    expect(bare.catalog.has(name('AF'))).toBe(false);
  });

  test('is refused where it is not as Chromium writes it', () => {
    expect(() => finishPdf(printed.subarray(0, 900), facts, md5)).toThrow(/cross-reference table/);
  });
});

describe('the metadata', () => {
  test('names the standards that the file keeps to', () => {
    const packet = xmp();
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(packet).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(packet).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(packet).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  test('says the same in the packet and in the information dictionary', () => {
    expect(xmp()).toContain('<rdf:li xml:lang="da">Prøve på &lt;æ&gt;, ø &amp; å</rdf:li>');
    expect(xmp()).toContain('<rdf:li>Styrelsen for Prøver</rdf:li>');
    expect(xmp()).toContain('<pdf:Producer>omkost 0.0.1</pdf:Producer>');
    expect(document.getTitle()).toBe('Prøve på <æ>, ø & å');
    expect(document.getAuthor()).toBe('Styrelsen for Prøver');
    expect(document.getProducer()).toBe('omkost 0.0.1');
    expect(document.getKeywords()).toBe('omkostninger, indsats & støtte');
  });

  test('leaves out what XML cannot hold', () => {
    const odd = finishPdf(printed, { ...facts, subject: 'a\u0001b\ufffec' }, md5);
    expect(new TextDecoder().decode(odd)).toContain('xml:lang="da">abc</rdf:li>');
  });

  function xmp(): string {
    return new TextDecoder().decode(streamBytes(document.catalog.lookup(name('Metadata'))));
  }
});

test('the colours are said to be sRGB, with a profile that has its size and nine tags', () => {
  const [intent] = listOf(document.catalog.lookup(name('OutputIntents')));
  expect(String(dictOf(document, intent).get(name('S')))).toBe('/GTS_PDFA1');
  const profile = streamBytes(resolved(document, dictOf(document, intent).get(name('DestOutputProfile'))));
  const view = new DataView(profile.buffer, profile.byteOffset);
  expect(view.getUint32(0)).toBe(profile.length);
  expect(view.getUint32(128)).toBe(9);
  expect(new TextDecoder().decode(profile.subarray(12, 24))).toBe('mntrRGB XYZ ');
  // The primaries sum to the white point, within the five digits they are given in.
  const points = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => pointIn(profile, tag));
  const white = pointIn(profile, 'wtpt');
  for (const axis of [0, 1, 2]) {
    const sum = points.reduce((total, point) => total + (point[axis] ?? 0), 0);
    expect(sum).toBeCloseTo(white[axis] ?? 0, 3);
  }
});

function pointIn(profile: Uint8Array, tag: string): number[] {
  const view = new DataView(profile.buffer, profile.byteOffset);
  const entries = Array.from({ length: view.getUint32(128) }, (_, index) => 132 + index * 12);
  const entry = entries.find((at) => new TextDecoder().decode(profile.subarray(at, at + 4)) === tag) ?? 0;
  const start = view.getUint32(entry + 4) + 8;
  return [0, 4, 8].map((offset) => view.getInt32(start + offset) / 65536);
}

describe('attachments', () => {
  test('say what they are to the note, and hold their bytes', () => {
    const files = listOf(document.catalog.lookup(name('AF'))).map((file) => dictOf(document, file));
    expect(files.map((file) => [textOf(file.get(name('UF'))), String(file.get(name('AFRelationship')))])).toEqual([
      ['bilag-æøå.json', '/Data'],
      ['note.yaml', '/Source'],
    ]);
    for (const file of files) {
      expect(textOf(file.get(name('F')))).toBe(textOf(file.get(name('UF'))));
      expect(textOf(file.get(name('Desc')))).toContain('Filen');
    }
    const [figures] = files.map((file) => resolved(document, file.lookup(name('EF'), PDFDict).get(name('F'))));
    expect(streamText(figures)).toBe('{"total": 76000}\n');
  });

  test('have a media type, a size, a date and a sum', () => {
    const text = new TextDecoder('latin1').decode(finished);
    expect(text).toContain('/Subtype /application#2Fjson');
    expect(text).toMatch(/\/Params <<\/Size 17 \/ModDate \(D:20261122000000Z\) \/CheckSum <[0-9a-fA-F]{32}>>>/);
  });

  test('are listed by name, in order', () => {
    const names = document.catalog
      .lookup(name('Names'), PDFDict)
      .lookup(name('EmbeddedFiles'), PDFDict)
      .lookup(name('Names'));
    expect(
      listOf(names)
        .map(textOf)
        .filter((text) => text !== ''),
    ).toEqual(['bilag-æøå.json', 'note.yaml']);
  });
});

test.skipIf(!hasQpdf())('qpdf finds no fault in the file (skipped where qpdf is not installed)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'omkost-qpdf-'));
  try {
    await writeFile(join(folder, 'note.pdf'), finished);
    expect(execFileSync('qpdf', ['--check', join(folder, 'note.pdf')], { encoding: 'utf8' })).toContain('No syntax');
  } finally {
    await rm(folder, { recursive: true });
  }
});

function hasQpdf(): boolean {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
