/** Discounting: the base year is one of the note's years. */
import { checkYears } from './limits.ts';
import type { Findings } from './report.ts';

export function checkDiscounting(findings: Findings): void {
  const baseYear = findings.scenario.discounting?.baseYear;
  if (baseYear !== undefined) checkYears(findings, [baseYear], ['discounting', 'baseYear']);
}
