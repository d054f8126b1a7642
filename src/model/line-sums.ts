/** What a line costs in all and how often it falls: the figures that prose names by line, as figures of the calculation. */
import type { Count, Kroner } from '../units.ts';
import type { CostLine } from './cost-line.ts';
import type { ModelInputs } from './inputs.ts';

export interface LineSums {
  readonly line: CostLine;
  /** Kroner over the horizon, whoever pays; a present value where the note discounts. */
  readonly total: Kroner;
  readonly times: Count;
  /** Kroner each time, on average, before discounting: of training that is spread over years, what one year of it costs. */
  readonly yearly: Kroner;
}

/**
 * total = Σ amounts by year [kr.]; times = Σ times by year; yearly = total before discounting / times [kr.].
 * Source: METHOD, cost lines. Example: 40,000 kr. in each of 3 years, once a year: 120,000 kr., 3 times, 40,000 kr.
 */
export function lineSums(lines: readonly CostLine[], { build }: ModelInputs): readonly LineSums[] {
  return lines.map((line) => {
    const { name } = line;
    const total = build.sum(line.byYear, 'kr', { key: 'lineTotal', name });
    const times = build.sum(line.times, 'count', { key: 'lineTimes', name });
    const paid =
      line.undiscounted === undefined ? total : build.sum(line.undiscounted, 'kr', { key: 'lineTotal', name });
    return { line, total, times, yearly: build.per(paid, times, { key: 'lineYearly', name }) };
  });
}
