/** Indexation of a whole note: with one index for everything, kroner are multiplied and quantities stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/model/assess.ts';
import { type PriceList, parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { inPriceYear } from '../../src/scenario/in-price-year.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { expectClose } from './close.ts';

interface Given {
  readonly wage: number;
  readonly rent: number;
  readonly analyses: string;
}

const scenario = ({ wage, rent, analyses }: Given) => `
title: Et notat
intervention: indsatsen
abstract: Et notat.
layout: notat
priceYear: 2016
indexation: { index: priser }
timeHorizon: { value: 1 år, assumption: Prøve. }
participant: { one: familie, many: familier }
staff: { leder: { name: Leder, hourlyCost: ${wage} kr., assumption: Prøve. } }
costs:
  moeder: { name: Møder, category: drift, per: år, hours: 10 timer, staff: leder, assumption: Prøve. }
  leje: { name: Leje, category: drift, per: år, amount: ${rent} kr., assumption: Prøve. }
text: { sections: [{ title: Omkostninger, text: Et møde. }] }
sensitivity: ${analyses}
`;

function assessedIn(text: string, year: number | undefined, list: PriceList) {
  return assess(priceScenario(inPriceYear(parseScenario({ path: 'a.yaml', text }), year), list));
}

describe('with one index for everything', () => {
  const kroner = (most: number) => fc.integer({ min: 1, max: most });
  const distributions = fc
    .record({ mean: fc.integer({ min: 200, max: 900 }), sd: fc.integer({ min: 20, max: 90 }) })
    .chain(({ mean, sd }) => {
      const moments = `mean: ${mean} kr., sd: ${sd} kr.`;
      const ends = `min: ${mean - sd} kr., max: ${mean + 2 * sd} kr.`;
      return fc.constantFrom(
        `distribution: normal, ${moments}, min: ${sd} kr.`,
        `distribution: normal, low95: ${mean - sd} kr., high95: ${mean + sd} kr., min: 1 kr.`,
        `distribution: lognormal, ${moments}`,
        `distribution: gamma, ${moments}, max: ${3 * mean} kr.`,
        `distribution: beta, ${moments}, min: 1 kr., max: ${mean + 5 * sd} kr.`,
        `distribution: trekant, ${ends}, mode: ${mean} kr.`,
        `distribution: pert, ${ends}, mode: ${mean} kr.`,
        `distribution: ensartet, ${ends}`,
      );
    });
  const scenarios = fc
    .record({ wage: kroner(900), rent: kroner(5_000), target: kroner(20_000), drawn: distributions, low: kroner(400) })
    .map(({ wage, rent, target, drawn, low }) =>
      scenario({
        wage,
        rent,
        analyses: `
  oneWay:
    - { name: A, vary: staff.leder.hourlyCost, low: ${low} kr., high: ${low + 300} kr. }
    - { name: B, vary: costs.moeder.hours, by: ±20 pct. }
    - { name: C, vary: costs.leje.amount, by: "+${low} kr." }
  alternatives: { a: { name: A, set: { costs.leje.amount: ${low} kr., costs.moeder.hours: 3 timer } } }
  grids: { a: { rows: { vary: costs.moeder.hours, values: [1 time, 2 timer] }, columns: { vary: costs.leje.amount, values: [${low} kr., ${rent + low} kr.] } } }
  thresholds:
    hours: { name: A, vary: costs.moeder.hours, target: ${target} kr. }
    wage: { name: B, vary: staff.leder.hourlyCost, target: ${target} kr., within: 1 til ${low + 900} }
  probabilistic:
    draws: 200
    target: ${target} kr.
    inputs:
      staff.leder.hourlyCost: { ${drawn}, assumption: Prøve. }
      costs.moeder.hours: { distribution: pert, min: 5 timer, mode: 9 timer, max: 14 timer, assumption: Prøve. }
`,
      }),
    );
  const value = fc
    .double({ min: 1, max: 1_000, noNaN: true, noDefaultInfinity: true })
    .map((one) => one.toFixed(2).replace('.', ','));

  it('every amount of every analysis is multiplied, and hours are left', () => {
    fc.assert(
      fc.property(scenarios, value, (text, index) => {
        const list = parsePrices([
          {
            path: 'priser.yaml',
            text: `indexes: { priser: { name: Prisindeks, base: 2016 = 100, values: { 2016: 100, 2023: "${index}" }, assumption: Prøve. } }`,
          },
        ]);
        const factor = Number(index.replace(',', '.')) / 100;
        const before = assessedIn(text, undefined, list);
        const after = assessedIn(text, 2023, list);
        const scaled = (one: number | undefined, other: number | undefined) => {
          if (one === undefined || other === undefined) expect(other).toBe(one);
          else expectClose(one * factor, other, one);
        };
        const rows = ({ sensitivity }: typeof before) =>
          [...sensitivity].sort((one, other) => one.analysis.name.localeCompare(other.analysis.name));
        rows(before).forEach((row, place) => {
          scaled(row.low, rows(after)[place]?.low);
          scaled(row.high, rows(after)[place]?.high);
        });
        before.analyses.alternatives.forEach((one, place) => {
          scaled(one.total, after.analyses.alternatives[place]?.total);
        });
        before.analyses.grids[0]?.headlines.flat().forEach((one, place) => {
          scaled(one, after.analyses.grids[0]?.headlines.flat()[place]);
        });
        const [hours, wage] = before.analyses.thresholds;
        const [hoursAfter, wageAfter] = after.analyses.thresholds;
        scaled(hours?.threshold.target, hoursAfter?.threshold.target);
        if (hours?.value !== undefined) expectClose(hours.value, hoursAfter?.value ?? Number.NaN);
        scaled(wage?.value, wageAfter?.value);
        const [draws, drawsAfter] = [before.analyses.probabilistic, after.analyses.probabilistic];
        scaled(draws?.mean, drawsAfter?.mean);
        scaled(draws?.sd, drawsAfter?.sd);
        scaled(draws?.low, drawsAfter?.low);
        scaled(draws?.percentiles.p95, drawsAfter?.percentiles.p95);
        expect(drawsAfter?.shareUnderTarget).toBeCloseTo(draws?.shareUnderTarget ?? Number.NaN, 1.9);
      }),
      { numRuns: 30 },
    );
  });
});
