/** Ties every resource of a scenario to its unit cost in the note's price year. */
import { type Problem, UserError } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { CheckedScenario } from '../scenario/parse.ts';
import type { CostLineInput } from '../scenario/schema/costs.ts';
import type { EquipmentInput } from '../scenario/schema/equipment.ts';
import type { Quantity } from '../scenario/schema/quantity.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { StaffRoleInput } from '../scenario/schema/staff.ts';
import type { WageConcept } from '../scenario/schema/words.ts';
import type { Unit } from '../units.ts';
import { analysisProblems } from './check-analyses.ts';
import { resolveDiscounting, type UsedDiscountRates } from './discount-rates.ts';
import type { ListedPrice, PriceList } from './parse.ts';
import type { PriceUnit } from './schema.ts';

/** A price as it was used: for the note's list of sources. */
export interface UsedPrice extends ListedPrice {
  readonly id: string;
  readonly year: number;
}

/** A scenario in which every price is a figure of the note's price year; nothing in it can be the author's fault any more. */
export interface PricedScenario {
  readonly scenario: Scenario;
  /** The price behind a figure, by the figure's path: `staff.sagsbehandler.hourlyCost`. */
  readonly pricesUsed: ReadonlyMap<string, UsedPrice>;
  /** The official rates that amounts are discounted with, where the scenario asks for them. */
  readonly discountRates?: UsedDiscountRates | undefined;
  readonly warnings: readonly Problem[];
}

interface Lookup {
  readonly checked: CheckedScenario;
  readonly list: PriceList;
  readonly problems: Problem[];
  readonly used: Map<string, UsedPrice>;
}

/**
 * Looks up every named price in the note's price year. Throws UserError: `price-unknown`, `price-year-missing`
 * (with the years there are), `price-unit`, and what is wrong with the analyses, which need the prices.
 */
export function priceScenario(checked: CheckedScenario, list: PriceList): PricedScenario {
  const lookup: Lookup = { checked, list, problems: [], used: new Map() };
  const { scenario } = checked;
  const { steps, used: discountRates, problems } = resolveDiscounting(checked, list);
  lookup.problems.push(...problems);
  const priced: Scenario = {
    ...scenario,
    ...(scenario.staff && { staff: mapRecord(scenario.staff, (role, id) => pricedRole(lookup, role, id)) }),
    ...(scenario.costs && {
      costs: mapRecord(scenario.costs, (line, id) => pricedAmount(lookup, line, ['costs', id])),
    }),
    ...(scenario.avoidedCosts && {
      avoidedCosts: mapRecord(scenario.avoidedCosts, (line, id) => pricedAmount(lookup, line, ['avoidedCosts', id])),
    }),
    ...(scenario.comparator && {
      comparator: {
        ...scenario.comparator,
        costs: mapRecord(scenario.comparator.costs, (line, id) =>
          pricedAmount(lookup, line, ['comparator', 'costs', id]),
        ),
      },
    }),
    ...(scenario.discounting && { discounting: { ...scenario.discounting, ...(steps && { steps }) } }),
    ...(scenario.equipment && {
      equipment: mapRecord(scenario.equipment, (bought, id) => pricedAmount(lookup, bought, ['equipment', id])),
    }),
  };
  if (lookup.problems.length > 0) throw new UserError(lookup.problems);
  const found = [...conceptProblems(lookup, priced), ...analysisProblems(checked, priced)];
  const errors = found.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new UserError(found);
  return { scenario: priced, pricesUsed: lookup.used, discountRates, warnings: [...checked.warnings, ...found] };
}

function mapRecord<T, R>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

function pricedRole(lookup: Lookup, role: StaffRoleInput, id: string): StaffRoleInput {
  if (role.price === undefined) return role;
  const listed = lookup.list.prices.get(role.price)?.price;
  const key = listed?.unit === 'kr./år' ? 'annualPay' : 'hourlyCost';
  const unit = key === 'annualPay' ? 'kr' : 'krPerHour';
  const found = priceInYear(lookup, role.price, ['staff', id], key, ['kr./time', 'kr./år'], unit);
  if (found === undefined) return role;
  const concept = role.concept ?? listed?.concept;
  return { ...role, [key]: found, ...(concept && { concept }) };
}

function pricedAmount<L extends Pick<CostLineInput, 'price'> | Pick<EquipmentInput, 'price'>>(
  lookup: Lookup,
  line: L,
  path: readonly string[],
): L {
  if (line.price === undefined) return line;
  const amount = priceInYear(lookup, line.price, path, 'amount', ['kr.', 'kr./time', 'kr./år'], 'kr');
  return amount === undefined ? line : { ...line, amount };
}

function priceInYear(
  lookup: Lookup,
  name: string,
  path: readonly string[],
  key: string,
  lawful: readonly PriceUnit[],
  unit: Unit,
): Quantity | undefined {
  const listed = lookup.list.prices.get(name);
  const place = lookup.checked.located.locate([...path, 'price'], 'value');
  const year = lookup.checked.scenario.priceYear;
  const report = (problem: Pick<Problem, 'code' | 'message' | 'hint'>) =>
    lookup.problems.push({ severity: 'error', place, ...problem });
  if (listed === undefined) {
    report({
      code: 'price-unknown',
      message: `unknown price “${name}”`,
      hint: suggestion(name, lookup.list.prices.keys()),
    });
    return undefined;
  }
  const { price } = listed;
  const amount = price.values[String(year)];
  if (amount === undefined) {
    const years = Object.keys(price.values).sort().join(', ');
    report({
      code: 'price-year-missing',
      message: `price “${name}” has no value for ${year}, the note’s price year`,
      hint: `it has values for ${years}; add ${year} to ${listed.place.source.path}, or choose a price year it has`,
    });
    return undefined;
  }
  if (!lawful.includes(price.unit)) {
    report({
      code: 'price-unit',
      message: `price “${name}” is in ${price.unit}; here a price in ${lawful.join(' or ')} is needed`,
      hint: 'use a price in the right unit',
    });
    return undefined;
  }
  lookup.used.set([...path, key].join('.'), { ...listed, id: name, year });
  return { kind: 'quantity', unit, values: [amount], ...(price.assumption && { assumption: price.assumption }) };
}

/** Wages counted per effective hour and per standard hour differ by a fifth or more: one note should use one concept. */
function conceptProblems(lookup: Lookup, priced: Scenario): Problem[] {
  const byConcept = new Map<WageConcept, string>();
  for (const [id, role] of Object.entries(priced.staff ?? {})) {
    if (role.concept !== undefined) byConcept.set(role.concept, id);
  }
  if (byConcept.size < 2) return [];
  const listed = [...byConcept].map(([concept, id]) => `${concept} (${id})`).join(', ');
  return [
    {
      severity: 'warning',
      code: 'wage-concept-mixed',
      message: `hourly costs of different concepts are mixed: ${listed}`,
      place: lookup.checked.located.locate(['staff'], 'key'),
      hint: 'use hourly costs that are counted the same way',
    },
  ];
}
