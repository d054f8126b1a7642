/** The change note as its readers get it: printed and finished as every note is, in Danish and in English. */
import { beforeAll, describe, expect, test } from 'vitest';
import { withPress } from '../../src/build/press.ts';
import { buildChanges } from '../../src/changes/build-changes.ts';
import { type ChangeNoteOptions, publishChangeNote } from '../../src/diff/change-note.ts';
import { readHouse } from '../../src/files/read-house.ts';
import { recorded } from '../changes/recorded.ts';
import { contentRules } from './conformance/content-rules.ts';
import { documentRules } from './conformance/document-rules.ts';
import { type OpenedNote, openNote } from './conformance/opened-note.ts';
import { structureRules } from './conformance/structure-rules.ts';
import { plain, textIn } from './finished.ts';

const rules = { ...documentRules, ...structureRules, ...contentRules };
const languages = ['da', 'en'] as const;
const pdfs = new Map<string, Uint8Array>();
const opened = new Map<string, OpenedNote>();

beforeAll(async () => {
  const [before, after] = [
    await recorded(),
    await recorded({
      scenario: [
        ['hours: 5 timer', 'hours: 6 timer'],
        ['Alle beløb er i', 'Beløbene er i'],
      ],
      prices: [['2016: 373 kr.', '2016: 400 kr.']],
    }),
  ];
  const named = (name: string, note: typeof before) => ({ ...note, name, title: `${note.title} ${name}` });
  const [names, gone] = [['a', 'b', 'c', '</td><script>d'], named('e', before)];
  const changes = buildChanges(
    { shown: 'before', notes: [...names.map((name) => named(name, before)), gone] },
    { shown: 'after', notes: names.map((name) => named(name, after)) },
  );
  await withPress({}, async (press) => {
    for (const language of languages) {
      const house = await readHouse({ language });
      const options: ChangeNoteOptions = {
        house,
        language,
        publisher: 'Kommunen',
        issued: '2026-11-22',
        program: 'omkost 1.0.0',
      };
      const { pdf } = await publishChangeNote(changes, options, press);
      pdfs.set(language, pdf);
      opened.set(language, await openNote(pdf));
      // Same changes, same bytes.
      if (language === 'da') expect((await publishChangeNote(changes, options, press)).pdf).toEqual(pdf);
    }
  });
}, 120_000);

const given = (language: string): OpenedNote => {
  const note = opened.get(language);
  if (note === undefined) throw new Error('it was not printed');
  return note;
};

describe.each(languages)('in %s', (language) => {
  test.each(Object.entries(rules))('%s', (_name, rule) => {
    expect(rule(given(language))).toEqual([]);
  });
});

test('says what changed, from what to what, and why, in order of size', async () => {
  const text = plain(await textIn(pdfs.get('da') ?? new Uint8Array()));
  expect(text).toContain('Ændringsnotat');
  expect(text).toContain('Ændringer i 5 notater');
  expect(text).toContain('Indholdsfortegnelse');
  expect(text).toMatch(/Ændrede notater: 4 af 5\. Ændrede trykte tal: \d+\./);
  expect(text).toMatch(/Notater, der er udgået: ”[^”]* e”\./);
  expect(text).toMatch(/Pr\. møde ca\. 4\.100 kr\. ca\. 4\.800 kr\. \+17,0 pct\./);
  const causes =
    /costs\.forberedelse\.hours\) 5 timer 6 timer \+373 Prisen ”socialraadgiver-effektiv-time” for 2016 373 kr\. 400 kr\. \+297 Samspil mellem ændringerne \+27 Ændring i alt \+697/;
  expect(text).toMatch(causes);
  expect(text).toContain('Ændret uden virkning på tallene');
  expect(text).toContain('</td><script>d');
});

test('in English in whole sentences', async () => {
  const text = plain(await textIn(pdfs.get('en') ?? new Uint8Array()));
  expect(text).toContain('Changes in 5 notes');
  expect(text).toContain('Notes changed: 4 of 5.');
  expect(text).toMatch(/The price “socialraadgiver-effektiv-time” of 2016 373 kr\. 400 kr\. \+297/);
});
