/** A scenario built in the prices of another year: `--price-year`. */
import type { CheckedScenario } from './parse.ts';

/** The scenario in the prices of another year than it says itself. */
export function inPriceYear(checked: CheckedScenario, priceYear: number | undefined): CheckedScenario {
  if (priceYear === undefined) return checked;
  const { scenario } = checked;
  return { ...checked, scenario: { ...scenario, priceYear }, writtenPriceYear: scenario.priceYear };
}
