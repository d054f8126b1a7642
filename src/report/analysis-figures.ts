/** The figures of the analyses that prose may name: `probabilistic.mean`, `thresholds.<id>.value`, `alternatives.<id>.total`. */
import { hasUnits } from '../model/analyses/evaluator.ts';
import type { ProbabilisticResult } from '../model/analyses/probabilistic.ts';
import type { ReportContext } from './context.ts';
import { say } from './context.ts';
import { plainFigure } from './plain-figure.ts';
import { thresholdText } from './tables/thresholds.ts';
import type { FigureText, FigureTree } from './view.types.ts';

export function analysisFigures(context: ReportContext): FigureTree {
  const { alternatives, thresholds, probabilistic } = context.assessment.analyses;
  const isPerUnit = hasUnits(context.assessment);
  const money = (amount: number) => context.numbers.headline(amount);
  return {
    ...(alternatives.length > 0 && {
      alternatives: Object.fromEntries(
        alternatives.map(({ id, total, headline }) => [
          id,
          { total: money(total), ...(isPerUnit && { perCompleted: money(headline) }) },
        ]),
      ),
    }),
    ...(thresholds.length > 0 && {
      thresholds: Object.fromEntries(
        thresholds.map((result) => [
          result.id,
          { value: plainFigure(thresholdText(context, result)), target: money(result.threshold.target) },
        ]),
      ),
    }),
    ...(probabilistic !== undefined && { probabilistic: probabilisticFigures(context, probabilistic) }),
  };
}

function probabilisticFigures(context: ReportContext, result: ProbabilisticResult): FigureTree {
  const { numbers, language } = context;
  const money = (amount: number) => numbers.headline(amount);
  const [low, high] = [money(result.low), money(result.high)];
  const fromTo = (form: keyof FigureText) => say(context, language.words.fromTo, { low: low[form], high: high[form] });
  const { target, shareUnderTarget } = result;
  return {
    mean: money(result.mean),
    sd: money(result.sd),
    median: money(result.percentiles.p50),
    low,
    high,
    range: { text: fromTo('text'), plain: fromTo('plain'), exact: fromTo('exact'), near: fromTo('near') },
    draws: plainFigure(numbers.count(result.draws)),
    ...(target !== undefined &&
      shareUnderTarget !== undefined && {
        target: money(target),
        shareUnderTarget: plainFigure(numbers.share(shareUnderTarget), numbers.sharePrecise(shareUnderTarget)),
      }),
  };
}
