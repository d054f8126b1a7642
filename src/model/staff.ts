/** What an hour of each role costs. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { StaffRoleInput } from '../scenario/schema/staff.ts';
import type { Hours, KronerPerHour } from '../units.ts';
import type { Label } from './calculation/calculation.ts';
import type { ModelInputs } from './inputs.ts';

/** Hourly cost of a role in a year [kr. per hour, price year of the note]. */
export type HourlyCosts = (role: string, year: number) => KronerPerHour;

/**
 * hourly cost = annual pay (with pension and allowances) / effective hours · (1 + overhead), or as given.
 * Source: METHOD, staff. Example: 474,528 kr. / 1,500 hours · 1.2 = 379.62 kr.
 */
export function hourlyCostsOf(scenario: Scenario, inputs: ModelInputs): HourlyCosts {
  return (id, year) => {
    const role = scenario.staff?.[id];
    if (role === undefined) throw new Error(`no role ${id}: the scenario was not checked`);
    return hourlyCost(id, role, year, inputs);
  };
}

function hourlyCost(id: string, role: StaffRoleInput, year: number, inputs: ModelInputs): KronerPerHour {
  const { build } = inputs;
  const path = `staff.${id}`;
  const label: Label = { key: 'hourlyCost', name: role.name };
  const overhead = inputs.optional(`${path}.overhead`, role.overhead, 'share', 0, { key: 'overhead', name: role.name });
  const added = role.overhead === undefined ? build.constant(1, 'share') : build.withAdded(overhead);
  if (role.hourlyCost !== undefined) {
    const paid = inputs.figure(`${path}.hourlyCost`, role.hourlyCost, 'krPerHour', year, label);
    return build.portion(paid, added, role.overhead === undefined ? undefined : label);
  }
  if (role.annualPay === undefined) throw new Error(`role ${id} has no pay: the scenario was not checked`);
  const pay = inputs.figure(`${path}.annualPay`, role.annualPay, 'kr', year, { key: 'annualPay', name: role.name });
  const perHour = build.perHour(pay, effectiveHours(id, role, inputs), label);
  return build.portion(perHour, added, role.overhead === undefined ? undefined : label);
}

/** Effective hours of a year [hours] = gross hours − what comes off. */
export function effectiveHours(id: string, role: StaffRoleInput, inputs: ModelInputs): Hours {
  const { build } = inputs;
  const path = `staff.${id}.effectiveHours`;
  const given = role.effectiveHours;
  const label: Label = { key: 'effectiveHours', name: role.name };
  if (given === undefined) throw new Error(`role ${id} has no effective hours: the scenario was not checked`);
  if ('norm' in given) throw new Error(`role ${id} has a norm without hours: the scenario has no prices`);
  if (!('gross' in given)) return inputs.figure(path, given, 'hours', 1, label);
  const deductions = Object.entries(given.deductions).map(([name, hours]) =>
    inputs.figure(`${path}.deductions.${name}`, hours, 'hours', 1, { key: 'named', name }),
  );
  const gross = inputs.figure(`${path}.gross`, given.gross, 'hours', 1, { key: 'grossHours' });
  return build.minus(gross, build.sum(deductions, 'hours'), label);
}

/** True where an hour of both roles is made of the same figures. */
export function samePay(scenario: Scenario, one: string, other: string): boolean {
  const [first, second] = [payFigures(scenario.staff?.[one]), payFigures(scenario.staff?.[other])];
  return first.length === second.length && first.every((figure, place) => figure === second[place]);
}

/** The figures that a role's hourly cost is made of, each kind set off from the next. */
function payFigures(role: StaffRoleInput | undefined): readonly (number | string)[] {
  const hours = role?.effectiveHours;
  const norm =
    hours === undefined || 'norm' in hours
      ? []
      : 'gross' in hours
        ? [hours.gross, ...Object.values(hours.deductions)]
        : [hours];
  const kinds = { hour: [role?.hourlyCost], year: [role?.annualPay], norm, overhead: [role?.overhead] };
  return Object.entries(kinds).flatMap(([kind, quantities]) => [
    kind,
    ...quantities.flatMap((one) => one?.values ?? []),
  ]);
}
