/** Sources that would be named alike are told apart by letters, in the order of the list, wherever they are named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/model/assess.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { type ReportContext, reportContext } from '../../src/report/context.ts';
import type { Language } from '../../src/report/language.ts';
import { inputRows } from '../../src/report/provenance.ts';
import { sourceList } from '../../src/report/sources.ts';
import { tablesOf } from '../../src/report/tables/tables.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { danish, languageOf } from './seen.ts';

interface Work {
  readonly title: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly at?: string;
}

/** Each reference is the source of one amount, in the order given. */
function contextOf(works: Readonly<Record<string, Work>>, language: Language = danish): ReportContext {
  const costs = Object.keys(works).map(
    (name) => `  c-${name}: { name: Post ${name}, category: drift, per: år, amount: 100 kr., source: ${name} }`,
  );
  const references = Object.entries(works).map(([name, work]) => `  ${name}: ${JSON.stringify(work)}`);
  const text = `
title: Et notat
intervention: indsatsen
abstract: Et notat.
layout: notat
priceYear: 2023
timeHorizon: { value: 1 år, assumption: Et eksempel. }
participant: { one: familie, many: familier }
costs:
${costs.join('\n')}
tables:
  egen:
    title: Egen tabel
    columns: [Antal]
    rows: { Et: [1] }
    source: { ref: ${Object.keys(works)[0]}, at: tabel 4 }
text: { sections: [{ title: Omkostninger, text: "Et møde.\\n\\n{{tables.egen}}" }] }
references:
${references.join('\n')}
`;
  const priced = priceScenario(parseScenario({ path: 'a.yaml', text }), parsePrices([]));
  return reportContext(assess(priced), language);
}

const listOf = (context: ReportContext) => sourceList(context).map(({ text }) => text);
const namedAt = (context: ReportContext, name: string) =>
  inputRows(context).find(({ path }) => path === `costs.c-${name}.amount`)?.basis;

const vive = { publisher: 'VIVE', published: '2023' };
const two = { ny: { ...vive, title: 'Virkning' }, gammel: { ...vive, title: 'Omkostning', at: 's. 5' } };

describe('works of one publisher and year', () => {
  it('get letters in the order of the list, there and where they are named', () => {
    const context = contextOf(two);
    expect(listOf(context)).toEqual(['VIVE (2023a): Omkostning, s. 5', 'VIVE (2023b): Virkning']);
    expect(namedAt(context, 'gammel')).toBe('VIVE (2023a), s. 5');
    expect(namedAt(context, 'ny')).toBe('VIVE (2023b)');
    expect(tablesOf(context).egen?.sources).toEqual(['VIVE (2023b): Virkning, tabel 4']);
    expect(sourceList(context).map(({ names, citation }) => [...names, citation])).toEqual([
      ['gammel', 'VIVE (2023a), s. 5'],
      ['ny', 'VIVE (2023b)'],
    ]);
  });

  it('get them at the year of a date, and by author before publisher', () => {
    const published = 'maj 2023';
    const context = contextOf({
      en: { title: 'En', author: 'Hansen, A.', publisher: 'VIVE', published },
      to: { title: 'To', author: 'Hansen, A.', publisher: 'KL', published },
      tre: { title: 'Tre', publisher: 'VIVE', published },
      fire: { title: 'Fire', publisher: 'VIVE', published: '2023-05-01' },
      fem: { title: 'Fem', publisher: 'VIVE', published: '2023-05-01' },
    });
    expect(listOf(context)).toEqual([
      'Hansen, A. (maj 2023a): En. VIVE',
      'Hansen, A. (maj 2023b): To. KL',
      'VIVE (2023-05-01a): Fem',
      'VIVE (2023-05-01b): Fire',
      'VIVE (maj 2023): Tre',
    ]);
  });

  it.each([
    ['da', 'Danmarks Statistik (u.å.-a): Løn', 'Danmarks Statistik (u.å.-b)'],
    ['en', 'Danmarks Statistik (n.d.-a): Løn', 'Danmarks Statistik (n.d.-b)'],
  ])('are told apart without a year too, in the language of the note: %s', (code, first, second) => {
    const publisher = 'Danmarks Statistik';
    const context = contextOf({ a: { title: 'Priser', publisher }, b: { title: 'Løn', publisher } }, languageOf(code));
    expect(listOf(context)[0]).toBe(first);
    expect(namedAt(context, 'a')).toBe(second);
  });
});

it('pages of one work are one work, and a work that is alone has no letter', () => {
  const context = contextOf({
    a: { ...vive, title: 'Omkostning', at: 's. 5' },
    b: { ...vive, title: 'Omkostning', at: 's. 7' },
    c: { publisher: 'VIVE', title: 'Andet' },
  });
  expect(listOf(context)).toEqual(['VIVE (2023): Omkostning, s. 5', 'VIVE (2023): Omkostning, s. 7', 'VIVE: Andet']);
});

it('any works of one year are named differently, whatever their order in the scenario', () => {
  const title = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{2,8}$/);
  fc.assert(
    fc.property(fc.uniqueArray(title, { minLength: 2, maxLength: 40 }), fc.boolean(), (titles, isDated) => {
      const work = (name: string): Work => ({ publisher: 'VIVE', title: name, ...(isDated && { published: '2023' }) });
      const works = titles.map((name, index) => [`r${index}`, work(name)] as const);
      const context = contextOf(Object.fromEntries(works));
      const citations = sourceList(context).map(({ citation }) => citation);
      expect(new Set(citations).size).toBe(titles.length);
      const letters = citations.map((citation) => /([a-z]+)\)$/.exec(citation)?.[1] ?? '');
      const inOrder = [...letters].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
      expect(letters).toEqual(inOrder);
      expect(letters[0]).toBe('a');
      expect(listOf(contextOf(Object.fromEntries([...works].reverse())))).toEqual(listOf(context));
    }),
    { numRuns: 40 },
  );
});
