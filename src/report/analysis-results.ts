/** The analyses in the results file, beside the rows of the one-way analysis: full-precision numbers. */
import type { Analyses } from '../model/analyses/analyses.ts';
import type { GridAxis } from '../model/analyses/grid.ts';
import type { ProbabilisticResult } from '../model/analyses/probabilistic.ts';

interface AxisResult {
  readonly paths: readonly string[];
  readonly values: readonly number[];
}

export interface AnalysisResults {
  readonly alternatives: readonly {
    readonly id: string;
    readonly label: string;
    readonly total: number;
    /** Per completed participant; the total where there are none. */
    readonly headline: number | null;
  }[];
  readonly grids: readonly {
    readonly id: string;
    readonly rows: AxisResult;
    readonly columns: AxisResult;
    readonly headlines: readonly (readonly (number | null)[])[];
  }[];
  readonly thresholds: readonly {
    readonly id: string;
    readonly label: string;
    readonly paths: readonly string[];
    readonly target: number;
    /** Null where no value between `from` and `to` meets the target. */
    readonly value: number | null;
    readonly from: number;
    readonly to: number;
  }[];
  readonly probabilistic:
    | (Pick<
        ProbabilisticResult,
        'seed' | 'draws' | 'mean' | 'sd' | 'low' | 'high' | 'percentiles' | 'meanError' | 'histogram'
      > & {
        readonly target: number | null;
        readonly shareUnderTarget: number | null;
      })
    | null;
}

export function analysisResultsOf(analyses: Analyses): AnalysisResults {
  return {
    alternatives: analyses.alternatives.map(({ id, alternative, total, headline }) => ({
      id,
      label: alternative.name,
      total,
      headline: finiteOrNull(headline),
    })),
    grids: analyses.grids.map(({ id, rows, columns, headlines }) => ({
      id,
      rows: axisResult(rows),
      columns: axisResult(columns),
      headlines: headlines.map((row) => row.map(finiteOrNull)),
    })),
    thresholds: analyses.thresholds.map(({ id, threshold, figures, value, from, to }) => ({
      id,
      label: threshold.name,
      paths: [...figures.keys()],
      target: threshold.target,
      value: value ?? null,
      from,
      to,
    })),
    probabilistic: probabilisticOf(analyses.probabilistic),
  };
}

function axisResult({ figures, values }: GridAxis): AxisResult {
  return { paths: [...figures.keys()], values };
}

function probabilisticOf(result: ProbabilisticResult | undefined): AnalysisResults['probabilistic'] {
  if (result === undefined) return null;
  const { inputs: _, target, shareUnderTarget, ...rest } = result;
  return { ...rest, target: target ?? null, shareUnderTarget: shareUnderTarget ?? null };
}

/** JSON has no word for infinity: where nobody completes there is no cost per completed participant. */
function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
