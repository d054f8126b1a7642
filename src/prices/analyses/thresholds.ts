/** Thresholds: one figure, which can have any value between two ends. */
import { isWholeOnly, lawfulRange } from '../../scenario/lawful.ts';
import type { ThresholdInput } from '../../scenario/schema/sensitivity.ts';
import { readSpan } from '../../scenario/variation.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import type { AnalysisFindings } from './findings.ts';

export function checkThresholds(findings: AnalysisFindings): void {
  for (const [id, threshold] of Object.entries(findings.scenario.sensitivity?.thresholds ?? {})) {
    checkThreshold(findings, threshold, ['thresholds', id]);
  }
}

function checkThreshold(findings: AnalysisFindings, threshold: ThresholdInput, path: Path): void {
  const target = findings.targetOf(threshold.vary, [...path, 'vary']);
  if (target === undefined) return;
  if ([...target.figures.keys()].some(isWholeOnly)) {
    const hint = 'compare whole years in `alternatives` or `grids`';
    const message = 'the time horizon is a whole number of years';
    findings.report([...path, 'vary'], { code: 'value-impossible', message, hint });
    return;
  }
  if (threshold.within === undefined) return;
  const span = readSpan(target.unit, threshold.within);
  if (!span.ok) {
    findings.report([...path, 'within'], span);
    return;
  }
  for (const figure of target.figures.keys()) {
    const { low, high } = lawfulRange(findings.scenario, figure, target.unit);
    if (span.value.low >= low && span.value.high <= high) continue;
    const message = `“${figure}” cannot have every value in “${threshold.within.text}”`;
    findings.report([...path, 'within'], { code: 'value-impossible', message, hint: 'make the span smaller' });
    return;
  }
}
