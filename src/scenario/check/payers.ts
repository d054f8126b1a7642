/** Payer shares and subsidies. */
import type { Path } from '../../yaml/parse-yaml.ts';
import type { GrantInput } from '../schema/grants.ts';
import type { Payer } from '../schema/words.ts';
import { checkYears } from './limits.ts';
import type { Findings } from './report.ts';

export function checkPayers(findings: Findings, shares: Partial<Record<Payer, number>> | undefined, path: Path): void {
  if (shares === undefined) return;
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) < 1e-6) return;
  const shown = Number((total * 100).toFixed(2))
    .toString()
    .replace('.', ',');
  findings.key(
    'shares-sum',
    path,
    `the payers’ shares sum to ${shown} pct., not 100`,
    'change the shares so that they sum to 100 pct.',
  );
}

export function checkGrants(findings: Findings): void {
  checkGrantsUnder(findings, findings.scenario.grants ?? {}, ['grants']);
}

/** Subsidies that stand at `section`. */
export function checkGrantsUnder(
  findings: Findings,
  grants: Readonly<Record<string, GrantInput>>,
  section: Path,
): void {
  for (const [id, grant] of Object.entries(grants)) {
    checkYears(findings, grant.years, [...section, id, 'years']);
    if (grant.from === (grant.to ?? 'kommune')) {
      findings.value(
        'value-impossible',
        [...section, id, 'from'],
        `“${grant.from}” gives the subsidy to itself`,
        'change `from` or `to`',
      );
    }
  }
}
