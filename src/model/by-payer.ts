/** The year × category × payer view of an evaluated calculation: every payer's costs, also those outside the note's perspective. */

import type { Scenario } from '../scenario/schema/scenario.ts';
import { type CostCategory, costCategories, type Payer, payers } from '../scenario/schema/words.ts';
import { horizonOf } from '../scenario/years.ts';
import type { CompiledModel } from './compile.ts';
import type { CostLine } from './cost-line.ts';
import { fallsIn } from './subsidies.ts';
import type { PayerTotal } from './totals.ts';

/** What a payer bears in one year [kr.]; `byCategory` is of the gross costs. */
export interface PayerYear {
  readonly year: number;
  readonly byCategory: Readonly<Record<CostCategory, number>>;
  readonly gross: number;
  readonly subsidies: number;
  readonly savings: number;
  readonly net: number;
}

export interface PayerYears {
  readonly payer: Payer;
  readonly years: readonly PayerYear[];
}

type Evaluated = Pick<CompiledModel, 'lines' | 'avoided' | 'discountFactors'> & { readonly values: Float64Array };

/**
 * Kroner by payer and year; payers that neither pay, give nor receive are left out. Memo lines do not count.
 * net = gross − subsidies received + subsidies given − saved expenses. Source: METHOD, payers and results.
 * Example: 280,000 kr. by the municipality less 200,000 from the state: 80,000 and 200,000.
 */
export function payerYears(scenario: Scenario, evaluated: Evaluated): readonly PayerYears[] {
  const years = Array.from({ length: horizonOf(scenario) }, (_, index) => index + 1);
  return payers
    .map((payer) => ({ payer, years: years.map((year) => payerYear(scenario, payer, year, evaluated)) }))
    .filter(({ years: own }) =>
      own.some(({ gross, subsidies, savings }) => gross !== 0 || subsidies !== 0 || savings !== 0),
    );
}

/** The same over the horizon. */
export function payerTotals(byYear: readonly PayerYears[]): readonly PayerTotal[] {
  return byYear.map(({ payer, years }) => {
    const sum = (part: 'gross' | 'subsidies' | 'savings' | 'net') => years.reduce((all, year) => all + year[part], 0);
    return { payer, gross: sum('gross'), subsidies: sum('subsidies'), savings: sum('savings'), net: sum('net') };
  });
}

function payerYear(scenario: Scenario, payer: Payer, year: number, evaluated: Evaluated): PayerYear {
  const { lines, avoided, values } = evaluated;
  const paid = (own: readonly CostLine[]) => paidBy(payer, own, year, values);
  const ofCategory = (category: CostCategory) => paid(lines.filter((line) => line.category === category));
  const byCategory = {
    preparation: ofCategory('preparation'),
    training: ofCategory('training'),
    operation: ofCategory('operation'),
    equipment: ofCategory('equipment'),
  };
  const gross = costCategories.reduce((sum, category) => sum + byCategory[category], 0);
  const savings = paid(avoided);
  const subsidies = netSubsidies(scenario, payer, year) * factorIn(year, evaluated);
  return { year, byCategory, gross, subsidies, savings, net: gross - subsidies - savings };
}

function paidBy(payer: Payer, lines: readonly CostLine[], year: number, values: Float64Array): number {
  return lines
    .filter((line) => line.memo === undefined)
    .reduce((sum, line) => sum + (line.payers[payer] ?? 0) * (values[line.byYear[year - 1] ?? -1] ?? 0), 0);
}

/** What the payer receives less what it gives, before discounting. */
function netSubsidies(scenario: Scenario, payer: Payer, year: number): number {
  const inYear = Object.values(scenario.grants ?? {}).filter((grant) => fallsIn(scenario, grant, year));
  return inYear.reduce((sum, grant) => {
    const amount = grant.amount.values[0] ?? 0;
    return sum + ((grant.to ?? 'kommune') === payer ? amount : 0) - (grant.from === payer ? amount : 0);
  }, 0);
}

/** Lines come discounted; subsidies are taken from the scenario. */
function factorIn(year: number, { discountFactors, values }: Evaluated): number {
  const factor = discountFactors?.[year - 1];
  return factor === undefined ? 1 : (values[factor] ?? 1);
}
