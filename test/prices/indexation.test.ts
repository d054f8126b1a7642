/** Amounts of other years in the prices of the note: published figures, laws, and what is refused. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/model/assess.ts';
import { extractTables, usedRows } from '../../src/prices/extract.ts';
import { type IndexChain, indexChain, indexedAmount } from '../../src/prices/indexation/chain.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { UserError } from '../../src/problem/problem.ts';
import { reportContext } from '../../src/report/context.ts';
import { equationGroups } from '../../src/report/equations.ts';
import { explain } from '../../src/report/explain.ts';
import { explainableFigures } from '../../src/report/explain-figures.ts';
import { treeText } from '../../src/report/explain-text.ts';
import { inputRows } from '../../src/report/provenance.ts';
import { sourceList } from '../../src/report/sources.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { danish } from '../report/danish.ts';
import { seen } from '../report/seen.ts';

const table = (path: string) => ({ path, text: readFileSync(path, 'utf8') });
const list = parsePrices(
  ['prisindeks', 'timeomkostninger', 'loenstatistik', 'normer'].map((name) => table(`scenarios/prices/${name}.yaml`)),
);

const text = (staff: string, more = '') => `
title: Et notat
intervention: indsatsen
abstract: Et notat.
layout: notat
priceYear: 2023
timeHorizon: { value: 1 år, assumption: Et eksempel. }
participant: { one: familie, many: familier }
staff:
  leder: { name: Leder, ${staff} }
costs:
  moeder: { name: Møder, category: drift, per: år, hours: 10 timer, staff: leder, assumption: Et eksempel. }
text: { sections: [{ title: Omkostninger, text: Et møde. }] }
${more}`;

const given = (value: string) => text(`hourlyCost: { ${value} }, assumption: Et skøn`);
const checked = (scenario: string) => parseScenario({ path: 'a.yaml', text: scenario });
const contextOf = (scenario: string) => reportContext(assess(priceScenario(checked(scenario), list)), danish);
const hourlyCost = (scenario: string) =>
  priceScenario(checked(scenario), list).scenario.staff?.leder?.hourlyCost?.values[0] ?? Number.NaN;
const equationsOf = (scenario: string) =>
  equationGroups(contextOf(scenario)).flatMap(({ equations }) => equations.map(({ equation }) => seen(equation)));

function problemsOf(scenario: string, priceYear?: number): string[] {
  try {
    const read = checked(scenario);
    const { priceYear: written } = read.scenario;
    const built =
      priceYear === undefined
        ? read
        : { ...read, scenario: { ...read.scenario, priceYear }, writtenPriceYear: written };
    priceScenario(built, list);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ code, place }) => `${code} ${place?.line}`);
  }
}

describe('an amount of another year', () => {
  it('is the published one: 373 kr. of 2016 are 436 kr. in 2023', () => {
    const chain = '373 kr. (2016) × 117,21 / 100,25 = 436 kr. (2023)';
    // 373 × 117.21 / 100.25
    expect(hourlyCost(text('price: socialraadgiver-effektiv-time'))).toBeCloseTo(436.10304, 4);
    expect(equationsOf(text('price: socialraadgiver-effektiv-time'))).toContain(chain);
    expect(equationsOf(given('value: 373 kr., priceYear: 2016, index: forbrugerpriser'))).toContain(chain);
  });

  it('tells its series with base and source, in the assumptions and among the sources', () => {
    const context = contextOf(text('price: socialraadgiver-effektiv-time'));
    const basis = inputRows(context).find(({ path }) => path === 'staff.leder.hourlyCost')?.basis;
    expect(seen(basis ?? '')).toBe(
      'Socialstyrelsen (november 2016), s. 5; 2016-priser, reguleret med forbrugerprisindekset, årsgennemsnit (2015 = 100; Danmarks Statistik, Statistikbanken, PRIS112)',
    );
    expect(sourceList(context).map(({ text: title }) => title.split(':')[0])).toEqual([
      'Danmarks Statistik',
      'Socialstyrelsen (november 2016)',
    ]);
  });

  it('is explained down to the amount that was given', () => {
    const context = contextOf(text('price: socialraadgiver-effektiv-time'));
    const term = explainableFigures(context).get('total') ?? -1;
    expect(treeText(explain(context, term), 9, { more: '…', above: '' })).toContain(
      '= 373 kr. (2016) × 117,21 / 100,25 = 436,10 kr. pr. time',
    );
  });

  it('in the price year of the note is left alone', () => {
    expect(hourlyCost(given('value: 373 kr., priceYear: 2023, index: forbrugerpriser'))).toBe(373);
    expect(equationsOf(given('value: 373 kr., index: forbrugerpriser')).join()).not.toContain('2023');
  });

  it('takes the latest year before, or the one that is named', () => {
    // 482,946 × 117.21 / 113.46 = 498,908.0 and 474,528 × 117.21 / 105.35
    const pay = (reference: string) =>
      priceScenario(
        checked(
          text(
            `price: { name: socialraadgiver-staten-aarsloen, index: forbrugerpriser${reference} }, effectiveHours: 1.500 timer, assumption: Et eksempel`,
          ),
        ),
        list,
      ).scenario.staff?.leder?.annualPay?.values[0];
    expect(pay('')).toBeCloseTo((482_946 * 117.21) / 113.46, 6);
    expect(pay(', fromYear: 2021')).toBeCloseTo((474_528 * 117.21) / 105.35, 6);
  });

  it('from a year that the price has no value for is refused at that year', () => {
    const reference = 'price: { name: socialraadgiver-effektiv-time, index: forbrugerpriser,\n    fromYear: 2014 }';
    expect(problemsOf(text(reference))).toEqual(['price-year-missing 11']);
  });

  it('with overhead in it takes no overhead more', () => {
    const twice = (overhead: string) => problemsOf(text(`price: socialraadgiver-effektiv-time,\n    ${overhead}`));
    expect(twice('overhead: 20 pct., assumption: Et eksempel')).toEqual(['key-conflict 11']);
    expect(twice('overheadRate: vive-kl')).toEqual(['key-conflict 11']);
    const without =
      'price: { name: socialraadgiver-staten-aarsloen, index: forbrugerpriser }, effectiveHours: 1.500 timer';
    expect(problemsOf(text(`${without}, overheadRate: vive-kl, assumption: Et eksempel`))).toEqual([]);
  });

  it('is projected only where the scenario says how, and is marked so', () => {
    const ahead = (more: string) =>
      text('price: socialraadgiver-effektiv-time', more).replace('priceYear: 2023', 'priceYear: 2025');
    expect(problemsOf(ahead(''))).toEqual(['index-year-missing 10']);
    const projected = ahead('indexation: { projection: { rate: 2 pct., reason: Som i budgettet. } }\n');
    // 373 × 117.21 × 1.02² / 100.25 = 453.72
    expect(hourlyCost(projected)).toBeCloseTo(453.7216, 4);
    expect(equationsOf(projected)).toContain(
      '373 kr. (2016) × 117,21 × (1 + 2 pct.)^2 / 100,25 = 454 kr. (2025, fremskrevet)',
    );
    const rise = (rate: string) => ahead(`indexation: { projection: { rate: ${rate}, reason: Som i budgettet. } }\n`);
    // At -100 pct. every amount would be nothing.
    expect(['-100 pct.', '-51 pct.', '200 pct.'].flatMap((rate) => problemsOf(rise(rate)))).toEqual(
      Array(3).fill('value-impossible 14'),
    );
    expect(problemsOf(rise('-50 pct.'))).toEqual([]);
    const row = inputRows(contextOf(projected)).at(-1);
    expect(row?.what).toBe('Forbrugerprisindekset, årsgennemsnit: stigning om året efter 2023');
    expect(row?.basis).toBe('Antagelse: Som i budgettet.');
  });

  it('can be varied: 20 pct. of the indexed amount', () => {
    const varied = text(
      'price: socialraadgiver-effektiv-time',
      'sensitivity: { oneWay: [{ name: Løn, vary: staff.leder.hourlyCost, by: ±20 pct. }] }\n',
    );
    const [row] = assess(priceScenario(checked(varied), list)).sensitivity;
    expect(row?.low).toBeCloseTo(4_361.032 * 0.8, 2);
    expect(row?.high).toBeCloseTo(4_361.032 * 1.2, 2);
  });

  it('gives the same from the rows that the note carries', () => {
    const read = checked(text('price: socialraadgiver-effektiv-time'));
    const priced = priceScenario(read, list);
    const carried = parsePrices(extractTables(list, usedRows(priced)));
    expect(priceScenario(read, carried).scenario.staff).toEqual(priced.scenario.staff);
    // The years of the chain, and no other: new ones leave the note alone.
    expect(Object.keys(carried.indexes.get('forbrugerpriser')?.series.values ?? {})).toEqual(['2016', '2023']);
  });
});

describe('a note in the prices of another year', () => {
  const two = text(
    'hourlyCost: 400 kr., assumption: Et skøn',
    'equipment:\n  bil: { name: Bil, amount: 9.000 kr., usefulLife: 5 år, assumption: Et skøn. }\n',
  );

  it('is refused with every amount that stands in the way', () => {
    expect(problemsOf(two, 2022)).toEqual(['price-year-missing 10', 'price-year-missing 15']);
    expect(problemsOf(two, 2023)).toEqual([]);
  });

  it('is refused where a series is named that is not there, once and at its name, needed or not', () => {
    const nope = `${two}indexation: { index: nope }\n`;
    expect(problemsOf(nope)).toEqual(['index-unknown 16']);
    expect(problemsOf(nope, 2022)).toEqual(['index-unknown 16']);
    expect(problemsOf(given('value: 373 kr., index: nope'))).toEqual(['index-unknown 10']);
    // The series that a price of the tables names itself matters only where it is needed.
    const tables = parsePrices([table('scenarios/prices/timeomkostninger.yaml')]);
    const priced = (year: number) => () =>
      priceScenario(
        checked(text('price: socialraadgiver-effektiv-time').replace('priceYear: 2023', `priceYear: ${year}`)),
        tables,
      );
    expect(priced(2016)().warnings).toEqual([]);
    expect(priced(2023)).toThrow('unknown index series “forbrugerpriser”');
    const reference = '{ name: socialraadgiver-effektiv-time, index: nope }';
    expect(problemsOf(text(`price: ${reference}`).replace('priceYear: 2023', 'priceYear: 2016'))).toEqual([
      'index-unknown 10',
    ]);
  });

  it('may name a series that it does not use and so does not carry', () => {
    const named = `${two}indexation: { index: forbrugerpriser }\n`;
    const carried = parsePrices(extractTables(list, usedRows(priceScenario(checked(named), list))));
    expect(carried.indexes.size).toBe(0);
    expect(priceScenario({ ...checked(named), isCarried: true }, carried).warnings).toEqual([]);
  });

  it('goes through where a series is named for all of them', () => {
    expect(problemsOf(`${two}indexation: { index: forbrugerpriser }\n`, 2022)).toEqual([]);
  });
});

describe('the laws of indexation', () => {
  const value = fc.double({ min: 1, max: 1000, noNaN: true });
  const amount = fc.double({ min: 1, max: 1e9, noNaN: true });
  const chainOf = (from: number, to: number): Omit<IndexChain, 'amounts' | 'index'> => ({
    from: 2016,
    to: 2023,
    fromValue: from,
    toValue: to,
  });

  it('there and back is where it began', () => {
    fc.assert(
      fc.property(amount, value, value, (kroner, from, to) => {
        const back = indexedAmount(indexedAmount(kroner, chainOf(from, to)), chainOf(to, from));
        expect(Math.abs(back - kroner)).toBeLessThanOrEqual(1e-12 * kroner);
      }),
    );
  });

  it('is proportional, and the scale of the index does not matter', () => {
    fc.assert(
      fc.property(amount, value, value, (kroner, from, to) => {
        const once = indexedAmount(kroner, chainOf(from, to));
        expect(Math.abs(indexedAmount(3 * kroner, chainOf(from, to)) - 3 * once)).toBeLessThanOrEqual(1e-12 * 3 * once);
        expect(Math.abs(indexedAmount(kroner, chainOf(from * 2, to * 2)) - once)).toBeLessThanOrEqual(1e-12 * once);
      }),
    );
  });

  it('by way of a third year comes to the same', () => {
    const years = fc.constantFrom(2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023);
    const step = (kroner: number, from: number, to: number) => {
      const chain = indexChain(list, { series: 'forbrugerpriser', from, to, amounts: [kroner] });
      return 'code' in chain ? Number.NaN : indexedAmount(kroner, chain);
    };
    fc.assert(
      fc.property(amount, years, years, years, (kroner, first, second, third) => {
        const direct = step(kroner, first, third);
        expect(Math.abs(step(step(kroner, first, second), second, third) - direct)).toBeLessThanOrEqual(1e-12 * direct);
      }),
    );
  });
});

describe('norms and overhead by name', () => {
  const role = text(
    'annualPay: 474.528 kr., effectiveHours: { norm: fuldtid-2024, deductions: { ferie: 185 timer } }, overheadRate: vive-kl, assumption: Et eksempel',
  );

  it('make the hourly cost, less what the scenario takes off', () => {
    const { model, values } = assess(priceScenario(checked(role), list));
    // 10 hours · 474,528 / (1,924 − 52.836 − 185) · 1.2
    expect(values[model.totals.net]).toBeCloseTo((10 * 474_528 * 1.2) / 1_686.164, 6);
  });

  it('bring their sources, and say what is an assumption', () => {
    const basis = new Map(inputRows(contextOf(role)).map(({ path, basis: said }) => [path, seen(said)]));
    expect(basis.get('staff.leder.overhead')).toBe('VIVE (2019)');
    expect(basis.get('staff.leder.effectiveHours.gross')).toBe('Antagelse: 37 timer om ugen i 52 uger.');
    expect(basis.get('staff.leder.effectiveHours.deductions.ferie')).toBe('Antagelse: Et eksempel');
    expect(sourceList(contextOf(role)).map(({ text: title }) => title)).toEqual([
      'VIVE (2019): Overgangsboliger med ICM',
    ]);
  });

  it('can be varied by their place', () => {
    const varied = `${role}sensitivity: { oneWay: [{ name: Overhead, vary: staff.leder.overhead, low: 10 pct., high: 30 pct. }] }\n`;
    const [row] = assess(priceScenario(checked(varied), list)).sensitivity;
    expect(row?.high).toBeCloseTo((10 * 474_528 * 1.3) / 1_686.164, 6);
  });
});
