/** Cost lines, saved expenses, training, equipment and subsidies: one way of costing each, and names that exist. */
import type { Path } from '../../yaml/parse-yaml.ts';
import type { AvoidedCostInput } from '../schema/costs.ts';
import type { EquipmentInput } from '../schema/equipment.ts';
import { checkDriver } from './drivers.ts';
import { checkInterest, checkPositive, checkRole, checkTeamNames, checkYears } from './limits.ts';
import { checkPayers } from './payers.ts';
import type { Findings } from './report.ts';

export function checkCostLines(findings: Findings): void {
  for (const kind of ['costs', 'avoidedCosts'] as const) {
    for (const [id, line] of Object.entries(findings.scenario[kind] ?? {})) {
      checkLine(findings, line, [kind, id]);
    }
  }
}

export function checkEquipment(findings: Findings): void {
  checkEquipmentUnder(findings, findings.scenario.equipment ?? {}, ['equipment']);
}

/** Equipment that stands at `section`. */
export function checkEquipmentUnder(
  findings: Findings,
  equipment: Readonly<Record<string, EquipmentInput>>,
  section: Path,
): void {
  for (const [id, bought] of Object.entries(equipment)) {
    const path = [...section, id];
    checkPriceWay(findings, bought, path);
    checkPayers(findings, bought.payers, [...path, 'payers']);
    checkPositive(findings, bought.usefulLife.values[0], [...path, 'usefulLife'], 'a useful life');
    checkLife(findings, bought.usefulLife.values[0] ?? 1, [...path, 'usefulLife']);
    checkInterest(findings, bought.interest?.values[0], [...path, 'interest']);
    if (bought.per === 'team' && bought.year !== undefined) {
      const message = 'equipment of each team is bought when the team starts, not in a year of its own';
      findings.key('key-conflict', [...path, 'year'], message, 'remove `year`, or `per: team`');
    }
    checkYears(findings, bought.year === undefined ? [] : [bought.year], [...path, 'year']);
    if (bought.residualValue === 'annuity' && bought.interest === undefined) {
      findings.key(
        'key-missing',
        [...path, 'residualValue'],
        'an annuity needs `interest`',
        'add `interest: 3,5 pct.` with its source',
      );
    }
    if (bought.interest !== undefined && bought.residualValue !== 'annuity') {
      findings.key(
        'key-conflict',
        [...path, 'interest'],
        '`interest` is used only with `residualValue: annuitet`',
        'remove `interest`, or choose annuitet',
      );
    }
  }
}

const shortestLife = 1 / 12;

function checkLife(findings: Findings, life: number, path: Path): void {
  if (life <= 0 || life >= shortestLife - 1e-9) return;
  const hint = 'what is used up at once belongs under `costs:`, with `category: materiel`';
  findings.value('value-impossible', path, 'equipment lasts a month at least', hint);
}

function checkPriceWay(findings: Findings, bought: EquipmentInput, path: Path): void {
  if (bought.amount === undefined && bought.price === undefined) {
    findings.key(
      'key-missing',
      path,
      'no price is given',
      'add `amount:` in kroner, or `price:` with a name from the price table',
    );
  }
  if (bought.amount !== undefined && bought.price !== undefined) {
    findings.key('key-conflict', [...path, 'price'], 'both `amount` and `price` give the price', 'keep one of them');
  }
}

export function checkLine(findings: Findings, line: AvoidedCostInput, path: Path): void {
  checkWay(findings, line, path);
  checkPayers(findings, line.payers, [...path, 'payers']);
  const roles = typeof line.staff === 'string' ? [line.staff] : Object.keys(line.staff ?? {});
  for (const role of roles) {
    if (typeof line.staff === 'string') checkRole(findings, role, [...path, 'staff'], 'value');
    else checkRole(findings, role, [...path, 'staff', role], 'key');
  }
  if (line.employment !== undefined) for (const role of roles) checkNorm(findings, role, path);
  checkYears(findings, line.years ?? [], [...path, 'years']);
  checkTeamNames(findings, line.teams ?? [], [...path, 'teams']);
  checkDriver(findings, line, path);
  if (line.sharedBetween !== undefined) {
    const units = line.sharedBetween.values[0] ?? 1;
    if (units < 1) {
      const message = 'a cost cannot be shared between fewer than one';
      findings.value('value-impossible', [...path, 'sharedBetween'], message, 'write how many share it: 2');
    }
  }
}

/** Part of a full-time position is hours only where the role says how many a full-time position has. */
function checkNorm(findings: Findings, role: string, path: Path): void {
  const used = findings.scenario.staff?.[role];
  if (used === undefined || used.effectiveHours !== undefined) return;
  findings.key(
    'key-missing',
    [...path, 'employment'],
    `\`employment\` needs the effective hours of the role “${role}”`,
    `add \`effectiveHours:\` to \`staff.${role}\`, or write \`hours:\` here`,
  );
}

/** hours + staff, employment + staff, amount, or price: exactly one. A memo line may have none. */
function checkWay(findings: Findings, line: AvoidedCostInput, path: Path): void {
  const ways = (['hours', 'employment', 'amount', 'price'] as const).filter((key) => line[key] !== undefined);
  const [first, second] = ways;
  if (first === undefined && line.memo === undefined && line.staff === undefined) {
    findings.key(
      'key-missing',
      path,
      'the line has no cost',
      'add `hours:` and `staff:`, or `amount:` in kroner, or `price:`; or `memo:` when it is only mentioned',
    );
  }
  if (second !== undefined) {
    findings.key(
      'key-conflict',
      [...path, second],
      `both \`${first}\` and \`${second}\` give the cost`,
      'keep one of them',
    );
  }
  const timed = line.hours !== undefined || line.employment !== undefined;
  if (timed && line.staff === undefined) {
    findings.key('key-missing', path, `\`${first}\` without \`staff\``, 'add `staff:`, the role whose hours they are');
  }
  if (!timed && line.staff !== undefined) {
    findings.key('key-missing', path, '`staff` without `hours`', 'add `hours:`, what each person spends each time');
  }
  if (timed && line.quantity !== undefined) {
    findings.key(
      'key-conflict',
      [...path, 'quantity'],
      '`quantity` belongs to `amount` or `price`',
      'put the number of people under `staff`',
    );
  }
}
