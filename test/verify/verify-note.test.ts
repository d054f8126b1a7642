/** A finished note computed again from what it carries: it follows as built, and whatever is changed in it is found and named. */

import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtNotes, refused, verified } from './built.ts';
import {
  addFile,
  changed,
  commentOver,
  digitOnPage,
  fileInside,
  namesInside,
  saidToBe,
  stripFiles,
  textOver,
} from './tampering.ts';

const [short, long] = ['inddragende-netvaerksmoeder', 'processuelle-netvaerksmoeder'] as const;

let notes: Uint8Array[];
const note = (place: number) => notes[place] ?? new Uint8Array();

beforeAll(async () => {
  const analyses = await readFile('test/fixtures/analyses.yaml', 'utf8');
  const shipped = await readFile(`scenarios/${long}.yaml`, 'utf8');
  notes = await builtNotes([
    { scenario: short },
    { scenario: long },
    { scenario: { text: analyses, name: 'analyses' } },
    { scenario: { text: otherwise(shipped), name: 'otherwise' }, priceYear: 2016 },
    { scenario: { text: `${shipped}\nlanguage: en\n`, name: 'english' } },
    { scenario: 'test/fixtures/publication.yaml' },
    { scenario: 'test/fixtures/shortest.yaml' },
  ]);
});

/** Dated by the build, in prices asked for at the build and reached by an index, discounted by the official rates, with years in its title. */
function otherwise(text: string): string {
  const titled = text.replace(
    /^title: .*$/m,
    'title: Omkostningsvurdering af processuelle netværksmøder 2024-2026, 3. udgave',
  );
  return `${titled.replace(/^issued:.*$/m, '').replace('priceYear: 2016', 'priceYear: 2015')}\ndiscounting: { schedule: officiel }\n`;
}

describe('a note as it was built', () => {
  test.each([0, 1, 2, 3, 4, 5, 6])('follows (%i)', async (place) => {
    const { differences, wording, files, changedInputs, notices, follows, figures, textFigures } = await verified(
      note(place),
    );
    expect({ differences, wording, changedInputs, notices }).toEqual({
      differences: [],
      wording: [],
      changedInputs: [],
      notices: [],
    });
    expect(new Set(files.map(({ state }) => state))).toEqual(new Set(['as-built']));
    expect(follows).toBe(true);
    expect(figures.length).toBeGreaterThan(10);
    expect(textFigures).toBeGreaterThan(30);
  });

  test('carries scenario, prices, results as JSON and as a table, and how it was built', async () => {
    const document = await PDFDocument.load(note(1), { updateMetadata: false });
    const prices = namesInside(document).filter((name) => name.startsWith('prices-'));
    expect(prices.length).toBeGreaterThan(0);
    expect(namesInside(document).filter((name) => !prices.includes(name))).toEqual([
      'omkost-build.json',
      `${long}.csv`,
      `${long}.json`,
      `${long}.yaml`,
    ]);
  });

  test('says on which pages each named figure stands', async () => {
    const { figures } = await verified(note(1));
    const [headline] = figures.filter(({ name }) => name === 'perCompleted');
    expect(headline).toMatchObject({ printed: 'ca. 76.000 kr.', recomputed: 'ca. 76.000 kr.', follows: true });
    expect(headline?.pages.length).toBeGreaterThan(0);
  });

  test('by another version of the program is verified all the same, and says so', async () => {
    const { follows, notices, builtBy } = await verified(note(0), 'omkost 99.0.0');
    expect(follows).toBe(true);
    expect(notices.map(({ code, message }) => [code, message])).toEqual([
      ['built-elsewhere', `note.pdf: built by ${builtBy}, verified by omkost 99.0.0`],
    ]);
  });
});

describe('a change is found and named', () => {
  test('of one digit on a page', async () => {
    const forged = await changed(note(1), (document) => digitOnPage(document, '76.000', 1, '5'));
    const { differences, follows, files } = await verified(forged);
    expect(follows).toBe(false);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({
      where: 'text',
      printed: 'ca. 75.000 kr.',
      recomputed: 'ca. 76.000 kr.',
      because: [],
    });
    expect(differences[0]?.figure).toMatch(/^(?:perCompleted|incremental\w*)$/);
    expect(differences[0]?.page).toBeGreaterThan(2);
    expect(files.every(({ state }) => state === 'as-built')).toBe(true);
  });

  test('of one digit in a cell of a table, which has no name', async () => {
    const forged = await changed(note(1), (document) => digitOnPage(document, '357.015', 0, '4'));
    const { differences } = await verified(forged);
    expect(differences.map(({ where, printed, recomputed }) => [where, printed, recomputed])).toEqual([
      ['text', '457.015', '357.015'],
    ]);
  });

  test('of one digit that reading programs are told is still the old one', async () => {
    const forged = await changed(note(1), (document) => digitOnPage(document, '357.015', 0, '4', saidToBe));
    const { differences } = await verified(forged);
    expect(differences.map(({ where, printed, recomputed }) => [where, printed, recomputed])).toEqual([
      ['text', '457.015', '357.015'],
    ]);
  });

  test.each([
    ['outside all marked content', (document: PDFDocument) => textOver(document, '99.123')],
    ['as a running foot', (document: PDFDocument) => textOver(document, '99.123', ['/Artifact BMC', 'EMC'])],
    ['as a comment', (document: PDFDocument) => commentOver(document, '99.123')],
  ])('of a page, with a figure written over it %s', async (_, change) => {
    const { differences, follows } = await verified(await changed(note(1), change));
    expect(follows).toBe(false);
    expect(differences.map(({ where, printed, recomputed }) => [where, printed, recomputed])).toEqual([
      ['text', '99.123', ''],
    ]);
  });

  test('of a price inside: which price, from what to what, and which figures rest on it', async () => {
    const forged = await changed(note(1), (document) => {
      const [prices = ''] = namesInside(document).filter((name) => name.startsWith('prices-'));
      fileInside(document, prices, (text) => text.replace(/(2016: *)373\b/, '$1400'));
    });
    const { differences, files, changedInputs, follows } = await verified(forged);
    expect(follows).toBe(false);
    expect(files.filter(({ state }) => state === 'changed').map(({ name }) => name)).toEqual([
      expect.stringMatching(/^prices-/),
    ]);
    expect(changedInputs.length).toBeGreaterThan(0);
    expect(changedInputs[0]).toMatch(/^staff\.\S+\.hourlyCost: 373 → 400 \(price “.+” of 2016 in prices-.+\.yaml\)$/);
    const [total] = differences.filter(({ figure, where }) => figure === 'total' && where === 'results');
    expect(total).toMatchObject({ printed: 'ca. 3,5 mio. kr.', recomputed: 'ca. 3,7 mio. kr.' });
    expect(total?.because).toEqual(changedInputs);
  });

  test('of the scenario inside: which input, and only the figures that rest on it', async () => {
    const forged = await changed(note(1), (document) =>
      fileInside(document, `${long}.yaml`, (text) =>
        text.replace('completionRate: { value: 92 pct.', 'completionRate: { value: 90 pct.'),
      ),
    );
    const { differences, files, changedInputs } = await verified(forged);
    expect(files.filter(({ state }) => state === 'changed').map(({ name }) => name)).toEqual([`${long}.yaml`]);
    expect(changedInputs).toEqual([`teams.pn.completionRate: 0.92 → 0.9 (${long}.yaml)`]);
    const printed = differences.filter(({ where }) => where === 'results').map(({ figure }) => figure);
    expect(printed).toContain('perCompleted');
    expect(printed).not.toContain('total');
  });

  test('of the results inside', async () => {
    const forged = await changed(note(0), (document) =>
      fileInside(document, `${short}.json`, (text) =>
        text.replace('"perCompleted": "ca. 4.100 kr."', '"perCompleted": "ca. 3.100 kr."'),
      ),
    );
    const { differences, files } = await verified(forged);
    expect(differences).toEqual([
      { figure: 'perCompleted', where: 'results', printed: 'ca. 3.100 kr.', recomputed: 'ca. 4.100 kr.', because: [] },
    ]);
    expect(files.filter(({ state }) => state === 'changed').map(({ name }) => name)).toEqual([`${short}.json`]);
  });

  test('of the table of results inside', async () => {
    const forged = await changed(note(0), (document) =>
      fileInside(document, `${short}.csv`, (text) =>
        text.replace('headline;net;;;;;kr.;4103', 'headline;net;;;;;kr.;4003'),
      ),
    );
    expect((await verified(forged)).differences).toMatchObject([
      { where: 'csv', printed: expect.stringContaining('4003') },
    ]);
  });

  test('of a file that was added: it is told, and nothing rests on it', async () => {
    const forged = await changed(note(0), (document) => addFile(document, '../../etc/\u001b[2Jx', new Uint8Array([1])));
    const { files, follows } = await verified(forged);
    expect(follows).toBe(true);
    expect(files.filter(({ state }) => state === 'added').map(({ name }) => name)).toEqual(['../../etc/\ufffd[2Jx']);
  });
});

describe('what cannot be verified is refused with the reason', () => {
  test('no PDF, an empty file, a PDF cut off, a PDF full of rubbish', async () => {
    expect((await refused(new TextEncoder().encode('# en note'))).code).toBe('pdf-invalid');
    expect((await refused(new Uint8Array())).code).toBe('pdf-invalid');
    expect((await refused(note(0).subarray(0, 20_000))).code).toBe('pdf-invalid');
    const rubbish = note(0).map((byte, place) => (place > 100 && place % 7 === 0 ? byte ^ 0x5a : byte));
    expect((await refused(rubbish)).code).toBe('pdf-invalid');
  });

  test('a PDF without attachments', async () => {
    const stripped = await refused(await changed(note(0), stripFiles));
    expect(stripped).toMatchObject({
      code: 'pdf-without-inputs',
      message: 'note.pdf does not say how it was built: it carries no files',
    });
  });

  test('a PDF from elsewhere, which has neither tags nor attachments', async () => {
    const document = await PDFDocument.create();
    document.addPage().drawText('Budget 2026');
    expect(await refused(await document.save())).toMatchObject({
      code: 'pdf-without-inputs',
      message: 'note.pdf does not say how it was built: it carries no files',
    });
  });

  test('an encrypted PDF', async () => {
    const document = await PDFDocument.load(note(0), { updateMetadata: false });
    document.encrypt({ userPassword: 'hemmelig', ownerPassword: 'ejer' });
    expect((await refused(await document.save({ useObjectStreams: false }))).code).toBe('pdf-encrypted');
  });

  test('two files of one name', async () => {
    const forged = await changed(note(0), (document) => addFile(document, `${short}.yaml`, new Uint8Array([1])));
    const { code, message } = await refused(forged);
    expect([code, message]).toEqual(['attachment-invalid', `note.pdf: two files inside are called “${short}.yaml”`]);
  });

  test('a file that unpacks to more than any note holds', async () => {
    const forged = await changed(note(0), (document) => addFile(document, 'bombe', new Uint8Array(40 * 1024 * 1024)));
    expect(forged.length).toBeLessThan(note(0).length + 200_000);
    expect((await refused(forged)).code).toBe('pdf-invalid');
  });

  test('a scenario inside that is wrong: its problem is told with its place', async () => {
    const forged = await changed(note(0), (document) =>
      fileInside(document, `${short}.yaml`, (text) => text.replace('timeHorizon:', 'tidshorisont:')),
    );
    expect((await refused(forged)).code).toMatch(/^key-/);
  });
});
