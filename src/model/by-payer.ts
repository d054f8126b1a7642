/** The year × payer view of an evaluated calculation: every payer's costs, also those outside the note's perspective. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import { type Payer, payers } from '../scenario/schema/words.ts';
import { horizonOf } from '../scenario/years.ts';
import type { CostLine } from './cost-line.ts';
import { fallsIn, type PayerTotal } from './totals.ts';

/** Kroner by payer over the horizon; payers that neither pay, give nor receive are left out. Memo lines do not count. */
export function payerTotals(
  scenario: Scenario,
  lines: readonly CostLine[],
  avoided: readonly CostLine[],
  values: Float64Array,
): readonly PayerTotal[] {
  return payers
    .map((payer): PayerTotal => {
      const gross = paidBy(payer, lines, values);
      const savings = paidBy(payer, avoided, values);
      const subsidies = netSubsidies(scenario, payer);
      return { payer, gross, subsidies, savings, net: gross - subsidies - savings };
    })
    .filter((total) => total.gross !== 0 || total.subsidies !== 0 || total.savings !== 0);
}

function paidBy(payer: Payer, lines: readonly CostLine[], values: Float64Array): number {
  return lines
    .filter((line) => line.memo === undefined)
    .reduce(
      (sum, line) => sum + (line.payers[payer] ?? 0) * line.byYear.reduce((all, term) => all + (values[term] ?? 0), 0),
      0,
    );
}

function netSubsidies(scenario: Scenario, payer: Payer): number {
  const years = Array.from({ length: horizonOf(scenario) }, (_, index) => index + 1);
  return Object.values(scenario.grants ?? {}).reduce((sum, grant) => {
    const times = years.filter((year) => fallsIn(scenario, grant, year)).length;
    const amount = (grant.amount.values[0] ?? 0) * times;
    return sum + ((grant.to ?? 'kommune') === payer ? amount : 0) - (grant.from === payer ? amount : 0);
  }, 0);
}
