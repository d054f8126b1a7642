/** The comparator: its lines follow the same rules as those of the intervention. */
import { checkLine } from './lines.ts';
import type { Findings } from './report.ts';

export function checkComparator(findings: Findings): void {
  const { comparator } = findings.scenario;
  if (comparator === undefined) return;
  for (const [id, line] of Object.entries(comparator.costs)) checkLine(findings, line, ['comparator', 'costs', id]);
  if (Object.values(comparator.costs).every((line) => line.memo !== undefined)) {
    findings.key(
      'key-missing',
      ['comparator', 'costs'],
      'the comparator has no line that counts, so there is nothing to compare with',
      'add a line with `hours:` and `staff:`, `amount:` or `price:`; or remove `comparator`',
    );
  }
}
