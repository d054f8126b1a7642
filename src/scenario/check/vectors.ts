/** Lists with one value a year: values after the last year count for nothing. */
import { parametersOf } from '../parameters.ts';
import { horizonOf } from '../years.ts';
import type { Findings } from './report.ts';

export function checkVectors(findings: Findings): void {
  const horizon = horizonOf(findings.scenario);
  for (const [path, { values }] of parametersOf(findings.scenario)) {
    if (values.length <= horizon) continue;
    findings.warn(
      'unused',
      path.split('.'),
      `${values.length} values are given for a time horizon of ${horizon} years, so only the first ${horizon} count`,
      'remove the others, or make the horizon longer',
    );
  }
}
