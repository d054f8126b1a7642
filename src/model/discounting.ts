/** Discounting: what a krone of a later year is worth in the base year. */
import type { DiscountStep } from '../scenario/schema/discounting.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { discountBaseYear, horizonOf } from '../scenario/years.ts';
import type { Kroner, Share } from '../units.ts';
import type { Label } from './calculation/calculation.ts';
import type { CostLine } from './cost-line.ts';
import type { ModelInputs } from './inputs.ts';

/** The rates a scenario is discounted with and where each stands in it; none where nothing is discounted. */
export function discountSteps({ discounting }: Scenario): readonly (DiscountStep & { readonly path: string })[] {
  if (discounting === undefined) return [];
  if (discounting.rate !== undefined) return [{ rate: discounting.rate, path: 'discounting.rate' }];
  return (discounting.steps ?? []).map((step, place) => ({ ...step, path: `discounting.steps.${place}.rate` }));
}

/** By year; a year without a factor is the base year, which counts in full. */
export type DiscountFactors = readonly (Share | undefined)[];

/**
 * Discount factor of every year [share]; undefined where the scenario discounts nothing.
 * factor(t) = Π (1 + r_s)^−n_s, t years after the base year, n_s of them inside step s: the factors of steps chain.
 * Years before the base year are carried forward with the first rate. A krone of the base year counts in full.
 * Source: METHOD, official social discount rate. Example: 4 pct. through year 35, then 3 pct.: factor(36) =
 * 1.04^−35 / 1.03 = 0.246034; with 3.5 pct., factor(1) = 0.966184.
 */
export function discountFactors(scenario: Scenario, inputs: ModelInputs): DiscountFactors | undefined {
  if (scenario.discounting === undefined) return undefined;
  const base = discountBaseYear(scenario);
  return Array.from({ length: horizonOf(scenario) }, (_, index) => factorOf(scenario, index + 1, base, inputs));
}

function factorOf(scenario: Scenario, year: number, base: number, inputs: ModelInputs): Share | undefined {
  const { build } = inputs;
  const label = { key: 'discountFactor', year };
  const parts = yearsByStep(discountSteps(scenario), year - base).map(({ step, years }) => {
    const rate = inputs.figure(step.path, step.rate, 'share', 1, { key: 'discountRate' });
    return { rate, years };
  });
  const [only, second] = parts;
  if (only === undefined) return undefined;
  if (second === undefined) return build.discountFactor(only.rate, only.years, label);
  return parts
    .slice(1)
    .reduce(
      (product, { rate, years }, place) =>
        build.portion(product, build.discountFactor(rate, years), place === parts.length - 2 ? label : undefined),
      build.discountFactor(only.rate, only.years),
    );
}

/**
 * How many of the years lie in each step. Before the base year all lie in the first; the last holds for all later years,
 * also those that an analysis adds to the horizon.
 */
function yearsByStep<S extends DiscountStep>(
  steps: readonly S[],
  distance: number,
): readonly { readonly step: S; readonly years: number }[] {
  const [first] = steps;
  if (distance <= 0) return distance === 0 || first === undefined ? [] : [{ step: first, years: distance }];
  let done = 0;
  return steps.flatMap((step, place) => {
    const end = place === steps.length - 1 ? distance : (step.through ?? distance);
    const years = Math.min(distance, end) - done;
    if (years <= 0) return [];
    done += years;
    return [{ step, years }];
  });
}

/** An amount of the year at `index` of the horizon, and what its present value is called. */
interface YearlyAmount {
  readonly amount: Kroner;
  readonly index: number;
  readonly label: Label;
}

/** An amount as it counts in the base year [kr.] = amount · factor. */
export function presentValue(
  { amount, index, label }: YearlyAmount,
  factors: DiscountFactors | undefined,
  { build }: ModelInputs,
): Kroner {
  const factor = factors?.[index];
  return factor === undefined ? amount : build.portion(amount, factor, { ...label, year: index + 1 });
}

/** The line with its amounts as they count in the base year; what they were stays with it. */
export function discountedLine(line: CostLine, factors: DiscountFactors | undefined, inputs: ModelInputs): CostLine {
  if (factors === undefined) return line;
  const label = { key: 'presentValueYear', name: line.name };
  const byYear = line.byYear.map((amount, index) => presentValue({ amount, index, label }, factors, inputs));
  return { ...line, byYear, undiscounted: line.byYear };
}
