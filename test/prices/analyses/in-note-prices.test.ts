/** Amounts inside analyses in the prices of another year: each follows its figure, and the note says so. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/model/assess.ts';
import { extractTables, usedRows } from '../../../src/prices/extract.ts';
import { type PriceList, parsePrices } from '../../../src/prices/parse.ts';
import { priceScenario } from '../../../src/prices/price.ts';
import { UserError } from '../../../src/problem/problem.ts';
import { assumptionRows } from '../../../src/report/assumption-rows.ts';
import { reportContext } from '../../../src/report/context.ts';
import { equationGroups } from '../../../src/report/equations.ts';
import { explanations } from '../../../src/report/explain-figures.ts';
import { sensitivityTable } from '../../../src/report/tables/sensitivity.ts';
import { inPriceYear } from '../../../src/scenario/in-price-year.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { danish } from '../../report/danish.ts';
import { seen } from '../../report/seen.ts';

const table = (path: string) => ({ path, text: readFileSync(path, 'utf8') });
const shipped = parsePrices(['prisindeks', 'timeomkostninger'].map((name) => table(`scenarios/prices/${name}.yaml`)));
const fixture = readFileSync('test/fixtures/analyses-in-kroner.yaml', 'utf8');

/** 2016 is 100, 2020 is 110, 2023 is 125; the wage has values of its own for 2016 and 2020. */
const small = parsePrices([
  {
    path: 'priser.yaml',
    text: `
prices:
  leder: { name: Leder, unit: kr./time, index: loen, values: { 2016: 400 kr., 2020: 500 kr. }, assumption: Prøve. }
indexes:
  loen: { name: Lønindeks, base: 2016 = 100, values: { 2016: 100, 2020: 110, 2023: 125 }, assumption: Prøve. }
  priser: { name: Prisindeks, base: 2016 = 100, values: { 2016: 100, 2020: 105, 2023: 120 }, assumption: Prøve. }
`,
  },
]);

const scenario = (sensitivity: string, more = '', leder = 'price: leder') => `
title: Et notat
intervention: indsatsen
abstract: Et notat.
layout: notat
priceYear: 2016
timeHorizon: { value: 1 år, assumption: Prøve. }
participant: { one: familie, many: familier }
staff: { leder: { name: Leder, ${leder} } }
costs:
  moeder: { name: Møder, category: drift, per: år, hours: 10 timer, staff: leder, assumption: Prøve. }
  leje: { name: Leje, category: drift, per: år, amount: 1.000 kr., assumption: Prøve. }
text: { sections: [{ title: Omkostninger, text: Et møde. }] }
${more}
sensitivity: ${sensitivity}
`;
const general = 'indexation: { index: priser }';

function pricedIn(text: string, year: number | undefined, list: PriceList) {
  return priceScenario(inPriceYear(parseScenario({ path: 'a.yaml', text }), year), list);
}

const oneWayIn = (text: string, year: number | undefined, list = small) => {
  const rows = assess(pricedIn(text, year, list)).sensitivity;
  return rows.map(({ low, high }) => [low, high].map((amount) => Math.round(amount * 1e6) / 1e6));
};

/** Code, severity and the text that is pointed at. */
function problems(text: string, year?: number, list = small) {
  const said = () => {
    try {
      return pricedIn(text, year, list).warnings;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return error.problems;
    }
  };
  const lines = text.split('\n');
  return said().map(({ severity, code, place }) => {
    const start = (place?.column ?? 1) - 1;
    return [severity, code, (lines[(place?.line ?? 1) - 1] ?? '').slice(start, start + (place?.length ?? 0))];
  });
}

const wages = (more: string) => `{ oneWay: [{ name: Løn, vary: staff.leder.hourlyCost, ${more} }] }`;
const rent = (more: string) => `{ oneWay: [{ name: Leje, vary: costs.leje.amount, ${more} }] }`;

describe('values about a figure', () => {
  it('follow its series where it is brought along by one', () => {
    const text = scenario(wages('low: 360 kr., high: 440 kr.'), general, 'hourlyCost: 400 kr., assumption: Prøve.');
    // 10 · 360 · 1.2 + 1,000 · 1.2 and 10 · 440 · 1.2 + 1,200
    expect(oneWayIn(text, 2023)).toEqual([[5_520, 6_480]]);
    expect(oneWayIn(text, undefined)).toEqual([[4_600, 5_400]]);
  });

  it('follow the price of the tables itself where it has a new value', () => {
    const text = scenario(wages('low: 360 kr., high: 440 kr.'), general);
    // 360 · 500 / 400 = 450: a tenth under the 500 as 360 were under the 400; the rent 1,000 · 1.05
    expect(oneWayIn(text, 2020)).toEqual([[5_550, 6_550]]);
    // and from 2020 by the price's own series: 500 · 125 / 110 · 0.9 · 10 + 1,200
    const high = (500 * 125) / 110;
    expect(oneWayIn(text, 2023)).toEqual([
      [9 * high + 1_200, 11 * high + 1_200].map((one) => Math.round(one * 1e6) / 1e6),
    ]);
  });

  it('in kroner up and down are multiplied too', () => {
    // 1,000 ± 200 · 1.2; the wage is 10 · 568.18
    const text = scenario(rent('by: ±200 kr.'), general, 'hourlyCost: 400 kr., assumption: Prøve.');
    expect(oneWayIn(text, 2023)).toEqual([[4_800 + 1_200 - 240, 4_800 + 1_200 + 240]]);
    expect(
      oneWayIn(scenario(rent('by: -100 til +200'), general, 'hourlyCost: 400 kr., assumption: P.y.'), 2023),
    ).toEqual([[4_800 + 1_200 - 120, 4_800 + 1_200 + 240]]);
  });

  it('of a figure in the prices of another year are in its prices, and a warning asks which is meant', () => {
    const text = (more: string) =>
      scenario(rent(`low: 500 kr., high: 1.500 kr.${more}`))
        .replace('priceYear: 2016', 'priceYear: 2023')
        .replace('1.000 kr.,', '{ value: 1.000 kr., priceYear: 2016, index: priser },');
    const wage = (10 * 500 * 125) / 110;
    const both = (low: number, high: number) => [[wage + low, wage + high].map((one) => Math.round(one * 1e6) / 1e6)];
    expect(oneWayIn(text(''), undefined)).toEqual(both(600, 1_800));
    expect(problems(text(''))).toEqual([['warning', 'number-ambiguous', '500 kr.']]);
    expect(oneWayIn(text(', priceYear: 2016'), undefined)).toEqual(both(600, 1_800));
    expect(oneWayIn(text(', priceYear: 2023'), undefined)).toEqual(both(500, 1_500));
    expect(problems(text(', priceYear: 2016'))).toEqual([]);
  });

  it('go by the year and the series that the analysis names', () => {
    const text = scenario(rent('low: 500 kr., high: 1.500 kr., priceYear: 2020, index: loen'), general);
    const [[low, high] = []] = oneWayIn(text, 2023);
    const [[low2020, high2020] = []] = oneWayIn(text, 2020);
    expect((high ?? 0) - (low ?? 0)).toBeCloseTo((1_000 * 125) / 110, 4);
    expect((high2020 ?? 0) - (low2020 ?? 0)).toBeCloseTo(1_000, 6);
  });

  it('are the same from the rows that the note carries', () => {
    const text = scenario(wages('low: 360 kr., high: 440 kr.'), general);
    for (const year of [undefined, 2020, 2023]) {
      const priced = pricedIn(text, year, small);
      const carried = parsePrices(extractTables(small, usedRows(priced)));
      const read = { ...parseScenario({ path: 'a.yaml', text }), isCarried: true };
      expect(priceScenario(inPriceYear(read, year), carried).scenario).toEqual(priced.scenario);
    }
  });
});

describe('what cannot be brought along', () => {
  it('is refused all at once, amounts of the calculation and of its analyses', () => {
    const text = scenario(
      '{ thresholds: { a: { name: A, vary: costs.moeder.hours, target: 5.000 kr. } }, probabilistic: { target: 6.000 kr., inputs: { costs.leje.amount: { distribution: ensartet, min: 800 kr., max: 1.100 kr., assumption: Prøve. } } } }',
    );
    const found = problems(text, 2023).map(([, code, at]) => [code, at]);
    expect(found).toEqual([
      ['price-year-missing', '1.000 kr.'],
      ['price-year-missing', '5.000 kr.'],
      ['price-year-missing', '6.000 kr.'],
      ['price-year-missing', '800 kr.'],
    ]);
    expect(problems(text)).toEqual([]);
  });

  it('is an amount for figures that come along in different ways, until the analysis says one way', () => {
    const two = (more: string) =>
      scenario(`{ alternatives: { a: { name: A, set: { "costs.*.amount": 900 kr. }${more} } } }`, general).replace(
        'text:',
        '  kurser: { name: Kurser, category: drift, per: år, amount: { value: 800 kr., index: loen }, assumption: Prøve. }\ntext:',
      );
    expect(problems(two(''), 2023)).toEqual([['error', 'key-conflict', '900 kr.']]);
    expect(problems(two(', index: loen'), 2023)).toEqual([]);
    expect(problems(two(''))).toEqual([]);
  });

  it('is a variation that is kroner of some figures and hours of others', () => {
    const text = scenario('{ oneWay: [{ name: A, vary: [costs.leje.amount, costs.moeder.hours], by: ±2 }] }', general);
    expect(problems(text)).toEqual([]);
    expect(problems(text, 2023)).toEqual([['error', 'type-wrong', '±2']]);
  });

  it('is refused at a series that is not in the tables', () => {
    const text = scenario(rent('low: 500 kr., high: 1.500 kr., index: nope'), general);
    expect(problems(text, 2023)).toEqual([['error', 'index-unknown', 'nope']]);
  });

  it('takes no year and no series where nothing is in kroner', () => {
    const text = scenario(rent('by: ±20 pct., index: priser'), general);
    expect(problems(text)).toEqual([['error', 'key-conflict', 'priser']]);
  });
});

describe('a note with all analyses in the prices of another year', () => {
  const context = reportContext(assess(pricedIn(fixture, 2023, shipped)), danish);
  const made = equationGroups(context)[0]?.equations.map(({ label, equation }) => seen(`${label}: ${equation}`)) ?? [];

  it('shows how each amount was brought along', () => {
    // 340 · 117.21 / 100.25 = 397.52, 120,000 → 140,301, 7,000 → 8,184 and 15,000 → 17,538
    expect(made).toEqual(
      expect.arrayContaining([
        'Følsomhedsanalysen ”Lederens løn”: leder: timeomkostning: 340 kr. (2016) × 117,21 / 100,25 = 398 kr. (2023)',
        'Alternativet ”Fire hold i lejede lokaler”: lokaler: beløb pr. år: 120.000 kr. (2016) × 117,21 / 100,25 = 140.301 kr. (2023)',
        'Mål for ”Gennemførelse”: omkostning pr. gennemført borger: 7.000 kr. (2016) × 117,21 / 100,25 = 8.184 kr. (2023)',
        'De usikre forudsætninger: lokaler: beløb pr. år: 15.000 kr. (2016) × 117,21 / 100,25 = 17.538 kr. (2023)',
      ]),
    );
  });

  it('says so among the assumptions and under the table', () => {
    const rows = new Map(assumptionRows(context).map(({ path, value, basis }) => [path, seen(`${value} | ${basis}`)]));
    const cpi =
      '2016-priser, reguleret med forbrugerprisindekset, årsgennemsnit (2015 = 100; Danmarks Statistik, Statistikbanken, PRIS112)';
    expect(rows.get('sensitivity.oneWay.2')).toBe(
      `fra 397,52 kr. pr. time til 479,36 kr. pr. time | Antagelse: Et skøn; ${cpi}`,
    );
    expect(rows.get('sensitivity.oneWay.3.by')).toBe(`±11.691,77 kr. | ${cpi}`);
    expect(rows.get('sensitivity.probabilistic.inputs.costs.lokaler.amount')).toBe(
      `gamma: gennemsnit 70.150,62 kr., standardafvigelse 17.537,66 kr. | Antagelse: Lejen kendes ikke; ${cpi}`,
    );
    expect(sensitivityTable(context).notes.map(seen)).toContain(`Analysens egne beløb: ${cpi}.`);
  });

  it('explains a target down to the amount that was written', () => {
    const target = explanations(context).get('thresholds.timer.value')?.().parts[0];
    expect(seen(`${target?.equation} = ${target?.printed}`)).toBe('6.000 kr. (2016) × 117,21 / 100,25 = 7.015,06 kr.');
  });

  it('says nothing of the kind in the prices it was written in', () => {
    const own = reportContext(assess(pricedIn(fixture, undefined, shipped)), danish);
    expect(assumptionRows(own).filter(({ chain }) => chain !== undefined)).toEqual([]);
    expect(sensitivityTable(own).notes.join()).not.toContain('priser');
  });

  it('tells of an amount that followed its price by both values of the price', () => {
    const followed = reportContext(
      assess(pricedIn(scenario(wages('low: 360 kr., high: 440 kr.'), general), 2020, small)),
      danish,
    );
    const row = assumptionRows(followed).find(({ path }) => path === 'sensitivity.oneWay.0');
    expect(seen(row?.basis ?? '')).toBe(
      '2016-priser, reguleret som enhedsprisen selv (400 kr. i 2016, 500 kr. i 2020)',
    );
    expect(equationGroups(followed)[0]?.equations.map(({ equation }) => seen(equation))).toContain(
      '360 kr. (2016) × 500 / 400 = 450 kr. (2020)',
    );
  });
});
