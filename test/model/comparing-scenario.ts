/** A small scenario whose totals can be found by head, for discounting, comparators and explanations; taken the real way. */
import { readFileSync } from 'node:fs';
import { assess, type CostAssessment } from '../../src/model/assess.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { parseScenario } from '../../src/scenario/parse.ts';

const ratesFile = 'scenarios/prices/kalkulationsrenter.yaml';

/** The shipped official discount rates. */
export const officialRates = parsePrices([{ path: ratesFile, text: readFileSync(ratesFile, 'utf8') }]);

/** 3 years; one course a year of 10, all complete: 30. Costs 10.000 kr. in year 1 and 100 hours at 400 kr. in each year. */
const plain = `
title: Et lille notat
intervention: indsatsen
abstract: Et lille notat.
layout: omkostningsvurdering
priceYear: 2022
timeHorizon: 3 år
participant: { one: barn, many: børn, completed: gennemført barn }
staff:
  leder: { name: Leder, hourlyCost: 400 kr., assumption: Et rundt tal }
teams:
  hold:
    name: Hold
    count: 1
    coursesPerTeam: 1
    participantsPerCourse: 10
    courseLength: 1 år
    completionRate: 100 pct.
    assumption: Runde tal
costs:
  start: { name: Opstart, category: forberedelse, per: én gang, amount: 10.000 kr., assumption: Et rundt tal }
  drift: { name: Møder, category: drift, per: forløb, hours: 100 timer, staff: leder, assumption: Et rundt tal }
`;

export function scenarioWith(...blocks: readonly string[]): string {
  const horizon = blocks.find((block) => block.startsWith('timeHorizon:'));
  const base = horizon === undefined ? plain : plain.replace('timeHorizon: 3 år', horizon);
  const text = [base, ...blocks.filter((block) => block !== horizon)].join('\n');
  return text.replace('timeHorizon: 3 år', 'timeHorizon: { value: 3 år, assumption: Et rundt tal }');
}

export function assessedWith(...blocks: readonly string[]): CostAssessment {
  const checked = parseScenario({ path: 'scenario.yaml', text: scenarioWith(...blocks) });
  return assess(priceScenario(checked, officialRates));
}
