/** One figure at a time: both ends can be read, and are possible. */
import { impossible, impossibleTogether } from '../../scenario/lawful.ts';
import type { OneWayInput } from '../../scenario/schema/sensitivity.ts';
import { type OneWayEnds, oneWayEnds } from '../../scenario/variation.ts';
import type { AnalysisFindings } from './findings.ts';

export function checkOneWay(findings: AnalysisFindings): void {
  for (const [place, analysis] of (findings.scenario.sensitivity?.oneWay ?? []).entries()) {
    checkAnalysis(findings, analysis, place);
  }
}

function checkAnalysis(findings: AnalysisFindings, analysis: OneWayInput, place: number): void {
  const path = ['oneWay', place];
  if (!findings.areKnown(analysis.vary, [...path, 'vary'])) return;
  const ends = oneWayEnds(findings.scenario, analysis);
  if ('problem' in ends) {
    findings.report([...path, ends.key], ends.problem);
    return;
  }
  const why = impossibleEnd(findings, ends);
  if (why === undefined) return;
  const key = analysis.by === undefined ? 'vary' : 'by';
  findings.report([...path, key], { code: 'value-impossible', message: why, hint: 'make the variation smaller' });
}

function impossibleEnd({ scenario }: AnalysisFindings, ends: OneWayEnds): string | undefined {
  for (const end of [ends.low, ends.high]) {
    for (const [path, values] of end) {
      const why = impossible(scenario, path, values);
      if (why !== undefined) return why;
    }
    const why = impossibleTogether(scenario, end);
    if (why !== undefined) return why;
  }
  return undefined;
}
