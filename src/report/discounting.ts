/** How a note says that it discounts: with which rates, back to which year. */
import { discountSteps } from '../model/discounting.ts';
import type { DiscountStep } from '../scenario/schema/discounting.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { discountBaseYear, horizonOf } from '../scenario/years.ts';
import { type ReportContext, say, text, yearInSentence } from './context.ts';
import { type Fillings, listed } from './language.ts';

/** `rates` and `year` for the sentences that speak of discounting; empty where the note does not discount. */
export function discountNames(context: ReportContext): Fillings {
  const { scenario, language } = context;
  if (scenario.discounting === undefined) return {};
  const used = stepsInUse(scenario);
  const rates = used.map(({ rate }, place) => {
    const shown = context.numbers.sharePrecise(rate.values[0] ?? 0);
    return used.length === 1 ? shown : `${shown} ${spanText(context, place)}`;
  });
  return { rates: listed(language, rates), year: yearInSentence(context, discountBaseYear(scenario)) };
}

/** Rates for years that the horizon reaches. */
function stepsInUse(scenario: Scenario): readonly DiscountStep[] {
  const farthest = horizonOf(scenario) - discountBaseYear(scenario);
  const steps = discountSteps(scenario);
  return steps.filter((_, place) => place === 0 || (steps[place - 1]?.through ?? farthest) < farthest);
}

/** “(år 36–70 fra basisåret)”; a single rate needs none. */
export function spanText(context: ReportContext, place: number): string {
  const steps = discountSteps(context.scenario);
  const [step, before] = [steps[place], steps[place - 1]];
  if (steps.length < 2 || step === undefined) return '';
  const from = String(before?.through === undefined ? 0 : before.through + 1);
  const { notes } = context.language;
  return step.through === undefined
    ? say(context, text(notes, 'discountAfter'), { from })
    : say(context, text(notes, 'discountSpan'), { from, to: String(step.through) });
}
