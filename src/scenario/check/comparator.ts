/** The comparator: its lines follow the same rules as those of the intervention. */
import { checkEquipmentUnder, checkLine } from './lines.ts';
import { checkGrantsUnder } from './payers.ts';
import type { Findings } from './report.ts';
import { checkTrainingUnder } from './training.ts';

export function checkComparator(findings: Findings): void {
  const { comparator } = findings.scenario;
  if (comparator === undefined) return;
  const { costs = {}, training = {}, equipment = {}, grants = {} } = comparator;
  for (const [id, line] of Object.entries(costs)) checkLine(findings, line, ['comparator', 'costs', id]);
  checkTrainingUnder(findings, training, ['comparator', 'training']);
  checkEquipmentUnder(findings, equipment, ['comparator', 'equipment']);
  checkGrantsUnder(findings, grants, ['comparator', 'grants']);
  const lines = [costs, training, equipment].flatMap((block) => Object.values(block));
  if (lines.every((line) => line.memo !== undefined)) {
    findings.key(
      'key-missing',
      comparator.costs === undefined ? ['comparator'] : ['comparator', 'costs'],
      'the comparator has no line that counts, so there is nothing to compare with',
      'add a line to `costs:` with `hours:` and `staff:`, `amount:` or `price:`, or `training:` or `equipment:`; or remove `comparator`',
    );
  }
}
