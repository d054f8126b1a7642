/** What a note says of a comparator, of discounting, and of who pays when. */
import { describe, expect, it } from 'vitest';
import type { ReportContext } from '../../src/report/context.ts';
import { reportContext } from '../../src/report/context.ts';
import { figuresOf } from '../../src/report/figures.ts';
import { sentencesOf } from '../../src/report/sentences.ts';
import { sourceList } from '../../src/report/sources.ts';
import { tablesOf } from '../../src/report/tables/tables.ts';
import type { TableView } from '../../src/report/view.types.ts';
import { assessed } from '../model/assessed.ts';
import { assessedWith } from '../model/comparing-scenario.ts';
import { danish } from './danish.ts';

const context = (...blocks: readonly string[]): ReportContext => reportContext(assessedWith(...blocks), danish);

const comparator = (amount: string) => `
comparator:
  name: Sædvanlig indsats
  costs: { samtaler: { name: Samtaler, category: drift, per: år, amount: ${amount}, assumption: Prøve } }
`;
const grant = 'grants: { g: { name: Tilskud, amount: 20.000 kr., years: 1, from: stat, assumption: Prøve } }';
const tenPercent = 'discounting: { rate: 10 pct., assumption: Prøve }';

function rowsOf(table: TableView | undefined): readonly string[] {
  return (table?.rows ?? []).map(({ head, cells }) => [head, ...cells].join(' | '));
}

describe('a comparator', () => {
  it('stands beside the intervention, with the difference, by category', () => {
    const table = tablesOf(context(comparator('20.000 kr.'))).comparator;
    expect(table?.columns.map(({ label }) => label)).toEqual(['Kategori', 'Indsatsen', 'Sædvanlig indsats', 'Forskel']);
    expect(rowsOf(table)).toEqual([
      'Forberedelse | 10.000 | – | 10.000',
      'Drift | 120.000 | 60.000 | 60.000',
      'Samlede omkostninger | 130.000 | 60.000 | 70.000',
      'Pr. gennemført barn | 4.333 | 2.000 | 2.333',
    ]);
  });

  it('is compared with the net where there are subsidies', () => {
    expect(rowsOf(tablesOf(context(comparator('20.000 kr.'), grant)).comparator).slice(2, 5)).toEqual([
      'Samlede omkostninger | 130.000 | 60.000 | 70.000',
      'Tilskud | −20.000 | – | −20.000',
      'Nettoomkostninger | 110.000 | 60.000 | 50.000',
    ]);
  });

  it('has a row for subsidies where only the comparator is given any, and says so where they are explained', () => {
    const given = context(`${comparator('20.000 kr.')}  ${grant}`);
    expect(rowsOf(tablesOf(given).comparator).slice(2)).toEqual([
      'Samlede omkostninger | 130.000 | 60.000 | 70.000',
      'Tilskud | – | −20.000 | 20.000',
      'Nettoomkostninger | 130.000 | 40.000 | 90.000',
      'Pr. gennemført barn | 4.333 | 1.333 | 3.000',
    ]);
    expect(figuresOf(given).comparator).toMatchObject({
      gross: { exact: '60.000\u00a0kr.' },
      subsidies: { exact: '20.000\u00a0kr.' },
    });
    const inputs = rowsOf(tablesOf(given).inputs).map((row) => row.replaceAll('\u00a0', ' '));
    expect(inputs).toContainEqual(expect.stringContaining('20.000 kr. | Antagelse: Prøve'));
  });

  it.each([
    ['20.000 kr.', 'koster indsatsen ca. 70.000 kr. mere, svarende til ca. 2.300 kr. pr. gennemført barn.'],
    ['50.000 kr.', 'koster indsatsen ca. 20.000 kr. mindre, svarende til ca. 667 kr. pr. gennemført barn.'],
  ])('is said to cost more or less by the figure: %s a year', (amount, said) => {
    const given = context(comparator(amount));
    const sentence = sentencesOf(given, figuresOf(given)).comparison ?? '';
    expect(sentence.replaceAll('\u00a0', ' ')).toBe(`Sammenlignet med sædvanlig indsats ${said}`);
  });

  it('has figures that prose can name', () => {
    const { comparator: figures, incremental } = figuresOf(context(comparator('20.000 kr.')));
    expect(figures).toMatchObject({
      total: { exact: '60.000\u00a0kr.' },
      costs: { samtaler: { each: expect.anything() } },
    });
    expect(incremental).toMatchObject({ exact: '70.000\u00a0kr.' });
  });
});

describe('discounting', () => {
  it('is said under every table of figures, in place of the note that nothing is discounted', () => {
    const tables = Object.values(tablesOf(context(tenPercent))).filter(({ unit }) => unit?.startsWith('kr.'));
    const said = 'er diskonteret til år 1 med 10\u00a0pct.';
    expect(tables.length).toBeGreaterThan(3);
    expect(tables.filter(({ notes }) => !notes.some((note) => note.includes(said)))).toEqual([]);
    expect(tables.flatMap(({ notes }) => notes).filter((note) => note.includes('ikke diskonteret.'))).toSatisfy(
      (notes: readonly string[]) => notes.every((note) => note.includes('Antallet af gennemførte')),
    );
  });

  it('is not mentioned but as left out where the note does not discount', () => {
    const notes = Object.values(tablesOf(context())).flatMap((table) => table.notes);
    expect(notes).toContain('Beløbene er ikke diskonteret.');
    expect(notes.filter((note) => note.includes('diskonteret til'))).toEqual([]);
  });

  it('is shown by year with its factors', () => {
    expect(rowsOf(tablesOf(context(tenPercent)).discounting)).toEqual([
      'År 1 | 50.000 | 1,0000 | 50.000',
      'År 2 | 40.000 | 0,9091 | 36.364',
      'År 3 | 40.000 | 0,8264 | 33.058',
      'I alt | 130.000 |  | 119.421',
      'Pr. gennemført barn | 4.333 |  | 3.981',
    ]);
  });

  it('gives the official rates with the years they hold for and their source', () => {
    const given = context('discounting: officiel');
    const inputs = rowsOf(tablesOf(given).inputs).map((row) => row.replaceAll('\u00a0', ' '));
    const later = /^Kalkulationsrente \(år 36–70 fra basisåret\) \| 2,5 pct\. \| Finansministeriet/;
    expect(inputs).toContainEqual(expect.stringMatching(later));
    expect(sourceList(given).map(({ text }) => text)).toContainEqual(expect.stringContaining('diskonteringsrente'));
  });

  it('speaks only of the rates that the horizon reaches', () => {
    const said = (horizon: number) => {
      const given = context(`timeHorizon: { value: ${horizon} år, assumption: Prøve }`, 'discounting: officiel');
      return (sentencesOf(given, figuresOf(given)).discounting ?? '').replaceAll('\u00a0', ' ');
    };
    expect(said(36)).toBe('Beløbene er nutidsværdier, diskonteret til år 1 med 3,5 pct.');
    expect(said(37)).toMatch(/med 3,5 pct\. \(år 0–35 fra basisåret\) og 2,5 pct\. \(år 36–70 fra basisåret\)\.$/);
  });
});

describe('the table by payer and year', () => {
  it('is left out where one payer bears all', () => {
    expect(tablesOf(context()).payerYear).toBeUndefined();
  });

  it('adds up: gross, less subsidies, is net', () => {
    const rows = rowsOf(tablesOf(context(grant)).payerYear);
    expect(rows.slice(0, 6)).toEqual([
      'Kommunen',
      'Forberedelse | 10.000 | – | – | 10.000',
      'Drift | 40.000 | 40.000 | 40.000 | 120.000',
      'Brutto | 50.000 | 40.000 | 40.000 | 130.000',
      'Tilskud | −20.000 | – | – | −20.000',
      'Netto | 30.000 | 40.000 | 40.000 | 110.000',
    ]);
    expect(rows.slice(6)).toEqual(['Staten', 'Tilskud | 20.000 | – | – | 20.000', 'Netto | 20.000 | – | – | 20.000']);
  });

  it('has its years as rows where there are many', () => {
    const rows = rowsOf(tablesOf(context('timeHorizon: { value: 8 år, assumption: Prøve }', grant)).payerYear);
    expect(rows).toContain('År 1 | 50.000 | −20.000 | – | 30.000');
  });

  it('takes subsidies off with the same sign as the table by payer', () => {
    const rows = rowsOf(tablesOf(context('timeHorizon: { value: 8 år, assumption: Prøve }', grant)).byPayer);
    const [, gross, subsidies, , net] = (rows.find((row) => row.startsWith('Kommunen')) ?? '').split(' | ');
    expect(subsidies).toMatch(/^−[\d.]+$/);
    const amount = (text = '') => Number(text.replaceAll('.', '').replace('−', '-'));
    expect(amount(gross) + amount(subsidies)).toBe(amount(net));
  });
});

describe('the sentence on the result', () => {
  it('says what is left when a grant is taken off, also where nobody is counted', () => {
    const written = {
      years: '1 år',
      costs: { a: { per: 'én gang', amount: '280.000 kr.' } },
      grants: { g: { amount: '200.000 kr.', years: '1' } },
    };
    const given = reportContext(assessed(written), danish);
    expect((sentencesOf(given, figuresOf(given)).result ?? '').replaceAll('\u00a0', ' ')).toBe(
      'De samlede omkostninger i scenariet er ca. 280.000 kr. Når tilskud og sparede udgifter er trukket fra, er de ca. 80.000 kr.',
    );
  });
});
