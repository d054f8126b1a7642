/** The table of assumptions says of each line what decides it beside its figures, so that a reader can count it again. */
import { expect, test } from 'vitest';
import { assess } from '../../src/model/assess.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { assumptionRows } from '../../src/report/assumption-rows.ts';
import { reportContext } from '../../src/report/context.ts';
import type { Language } from '../../src/report/language.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { danish, languageOf, seen } from './seen.ts';

const scenario = `
title: Et notat
intervention: indsatsen
abstract: Et notat.
layout: omkostningsvurdering
publisher: { name: Kommunen }
priceYear: 2023
firstYear: FIRST
timeHorizon: { value: 5 år, assumption: Et eksempel. }
participant: { one: ung, many: unge }
staff: { leder: { name: Leder, hourlyCost: 100 kr., assumption: Et eksempel. } }
teams:
  a:
    name: Hold A
    startsByYear: { 1: 1, 2: 1 }
    coursesPerTeam: [1, 2]
    capacityBy: teamets alder
    participantsPerCourse: { value: 4, source: bog }
    courseLength: ½ år
    completionRate: 80 pct.
    staff: { leder: 1 }
    assumption: Som aftalt.
  b: { name: Hold B, count: 1, coursesPerTeam: 1, participantsPerCourse: 1, courseLength: 1 år, completionRate: 80 pct., staff: { leder: 1 }, assumption: Som aftalt. }
costs:
  delt: { name: Supervision, category: drift, per: team og år, amount: 100 kr., payers: { kommune: 60 pct., region: 40 pct. }, source: bog }
  leje: { name: Husleje, category: drift, per: år, amount: 100 kr., years: [2, 3, 5], payers: fond, teams: [a], assumption: Som aftalt. }
  plain: { name: Telefon, category: drift, per: år, amount: 100 kr., assumption: Som aftalt. }
training:
  kursus: { name: Kursus, staff: leder, hours: 10 timer, fee: 100 kr., feePayers: stat, years: 2, assumption: Som aftalt. }
equipment:
  bil: { name: Bil, amount: { value: 100 kr., assumption: Som aftalt. }, year: 2, usefulLife: { value: 3 år, assumption: Som aftalt. }, residualValue: ingen }
grants:
  puljen: { name: Puljen, amount: 50 kr., years: 1-2, from: stat, assumption: Som aftalt. }
comparator:
  name: Det sædvanlige
  costs: { delt: { name: Samtaler, category: drift, per: år, amount: 100 kr., payers: stat, assumption: Som aftalt. } }
references:
  bog: { title: En bog, publisher: Forlaget, published: "2020" }
`;

function choices(text: string, language: Language = danish) {
  const checked = parseScenario({ path: 'scenario.yaml', text });
  const context = reportContext(assess(priceScenario(checked, parsePrices([]))), language);
  const figures = new Set(context.parameters.keys());
  return assumptionRows(context)
    .filter(({ path }) => !figures.has(path))
    .map(({ owner, what, value, basis }) => `${owner} | ${what} | ${seen(value)} | ${basis}`);
}

test('who pays, in which years, for which teams, by what: with the reason of the line', () => {
  expect(choices(scenario.replace(/^firstYear.*$/m, ''))).toEqual([
    'Hold A | Forløb pr. team følger | Det enkelte teams alder | Antagelse: Som aftalt.',
    'Supervision | Betales af | Kommunen 60 pct. og regionen 40 pct. | Forlaget (2020)',
    'Husleje | Betales af | Fond | Antagelse: Som aftalt.',
    'Husleje | Falder i | År 2–3 og 5 | Antagelse: Som aftalt.',
    'Husleje | Kun for | Hold A | Antagelse: Som aftalt.',
    'Kursus | Kursusafgiften betales af | Staten | Antagelse: Som aftalt.',
    'Kursus | Uddannelsen ligger i | År 2 | Antagelse: Som aftalt.',
    'Bil | Købes i | År 2 | Antagelse',
    'Bil | Restværdi | Ingen | Antagelse',
    'Puljen | Gives | Fra staten til kommunen | Antagelse: Som aftalt.',
    'Puljen | Falder i | År 1–2 | Antagelse: Som aftalt.',
    'Samtaler | Betales af | Staten | Antagelse: Som aftalt.',
  ]);
});

test('years of the calendar where the scenario has them, and the words of its language', () => {
  const english = choices(scenario.replace('FIRST', '2023'), languageOf('en'));
  expect(english).toContain('Supervision | Paid by | The municipality 60% and the region 40% | Forlaget (2020)');
  expect(english.filter((row) => row.startsWith('Husleje'))).toContainEqual(
    expect.stringMatching(/^Husleje \| Falls in \| 2024–2025 and 2027 \|/),
  );
});
