/** Cost lines and saved expenses: unit cost × quantity × how many times the driver falls. */
import type { AvoidedCostInput, CostLineInput } from '../../scenario/schema/costs.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { CostCategory } from '../../scenario/schema/words.ts';
import type { Hours, Kroner } from '../../units.ts';
import type { TeamCapacity } from '../capacity.ts';
import { allByMunicipality, type CostLine } from '../cost-line.ts';
import { driverCounts } from '../drivers.ts';
import type { ByYear, ModelInputs } from '../inputs.ts';
import { effectiveHours, type HourlyCosts } from '../staff.ts';

export interface LineContext {
  readonly scenario: Scenario;
  readonly inputs: ModelInputs;
  readonly capacity: readonly TeamCapacity[];
  readonly hourlyCosts: HourlyCosts;
}

/** The lines under `costs`. Preparation, first training and equipment are start-up, the rest is operation. */
export function costLines(context: LineContext): readonly CostLine[] {
  return costLinesUnder(context, 'costs', context.scenario.costs ?? {});
}

/** Cost lines that stand under `section` of the scenario. */
export function costLinesUnder(
  context: LineContext,
  section: string,
  lines: Readonly<Record<string, CostLineInput>>,
): readonly CostLine[] {
  return Object.entries(lines).map(([id, line]) => costLine(context, `${section}.${id}`, line, line.category));
}

/** The lines under `avoidedCosts`, as positive amounts: they are subtracted in the totals. */
export function avoidedCostLines(context: LineContext): readonly CostLine[] {
  return Object.entries(context.scenario.avoidedCosts ?? {}).map(([id, line]) =>
    costLine(context, `avoidedCosts.${id}`, line, 'operation'),
  );
}

/**
 * One line [kr. per year] = times(y) · each(y) / units that share it,
 * each = hours · Σ people · hourly cost, or amount · quantity, in the note's price year.
 * Source: METHOD, cost lines. Example: 50 families · 4 meetings · 3.4 hours · 12 people · 373 kr. = 3,043,680 kr.
 */
function costLine(context: LineContext, path: string, line: AvoidedCostInput, category: CostCategory): CostLine {
  const { build } = context.inputs;
  const scope = { driver: line.per, years: line.years, teams: line.teams };
  const times = driverCounts(context.scenario, context.capacity, scope, context.inputs);
  const shared = context.inputs.optional(`${path}.sharedBetween`, line.sharedBetween, 'count', 1);
  const isStaff = line.hours !== undefined || line.employment !== undefined;
  const each = eachByYear(context, path, line, times.length).map((amount) =>
    line.sharedBetween === undefined ? amount : build.per(amount, shared, { key: 'eachShared', name: line.name }),
  );
  const byYear = times.map((count, index) =>
    build.times(each[index] ?? build.zero('kr'), count, { key: 'lineYear', name: line.name, year: index + 1 }),
  );
  return {
    path,
    part: isStaff ? 'hours' : 'amount',
    name: line.name,
    category,
    phase: category === 'operation' ? 'operation' : 'startUp',
    isStaff,
    memo: line.memo,
    payers: line.payers ?? allByMunicipality,
    times,
    each: each[0],
    hoursEach: line.hours === undefined ? undefined : hoursEach(context, path, line),
    byYear,
  };
}

/** Kroner each time, by year, since pay may differ by year. A memo line without a cost is zero. */
function eachByYear(context: LineContext, path: string, line: AvoidedCostInput, horizon: number): ByYear<'kr'> {
  return Array.from({ length: horizon }, (_, index) => eachIn(context, path, line, index + 1));
}

function eachIn(context: LineContext, path: string, line: AvoidedCostInput, year: number): Kroner {
  const { inputs } = context;
  const { build } = inputs;
  const label = { key: 'each', name: line.name };
  if (line.amount !== undefined) {
    const amount = inputs.figure(`${path}.amount`, line.amount, 'kr', year, { key: 'amount', name: line.name });
    const quantity = inputs.optional(`${path}.quantity`, line.quantity, 'count', 1, {
      key: 'quantity',
      name: line.name,
    });
    return build.times(amount, quantity, line.quantity === undefined ? undefined : label);
  }
  if (line.hours === undefined && line.employment === undefined) return build.zero('kr');
  const pays = peopleOf(context, path, line).map(({ role, people }) => {
    const hours = build.times(hoursPerPerson(context, path, line, role), people);
    return build.pay(hours, context.hourlyCosts(role, year), { key: 'pay', name: line.name, detail: role });
  });
  return build.sum(pays, 'kr', pays.length > 1 ? label : undefined);
}

function hoursEach(context: LineContext, path: string, line: AvoidedCostInput): Hours {
  const { build } = context.inputs;
  const all = peopleOf(context, path, line).map(({ role, people }) =>
    build.times(hoursPerPerson(context, path, line, role), people),
  );
  return build.sum(all, 'hours', { key: 'hoursEach', name: line.name });
}

function peopleOf(context: LineContext, path: string, line: AvoidedCostInput) {
  const { inputs } = context;
  if (line.staff === undefined) return [];
  if (typeof line.staff === 'string') return [{ role: line.staff, people: inputs.build.constant(1, 'count') }];
  return Object.entries(line.staff).map(([role, people]) => ({
    role,
    people: inputs.figure(`${path}.staff.${role}`, people, 'count', 1, {
      key: 'people',
      name: line.name,
      detail: role,
    }),
  }));
}

/** Hours of one person: as given, or the part of the year's effective hours that the position is. */
function hoursPerPerson(context: LineContext, path: string, line: AvoidedCostInput, role: string): Hours {
  const { inputs, scenario } = context;
  if (line.hours !== undefined)
    return inputs.figure(`${path}.hours`, line.hours, 'hours', 1, { key: 'hours', name: line.name });
  const staffRole = scenario.staff?.[role];
  if (line.employment === undefined || staffRole === undefined)
    throw new Error('no hours: the scenario was not checked');
  const part = inputs.figure(`${path}.employment`, line.employment, 'share', 1, { key: 'employment', name: line.name });
  return inputs.build.portion(effectiveHours(role, staffRole, inputs), part);
}
