/** Ties every resource of a scenario to its unit cost in the note's price year. */
import { type Problem, refuseErrors, UserError } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { ParameterPath } from '../scenario/parameters.ts';
import type { CheckedScenario } from '../scenario/parse.ts';
import type { CostLineInput } from '../scenario/schema/costs.ts';
import type { EquipmentInput } from '../scenario/schema/equipment.ts';
import type { PriceReference } from '../scenario/schema/price-reference.ts';
import type { Quantity } from '../scenario/schema/quantity.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { StaffRoleInput } from '../scenario/schema/staff.ts';
import type { WageConcept } from '../scenario/schema/words.ts';
import type { Unit } from '../units.ts';
import type { AnalysisAmounts } from './analyses/analysis-indexing.ts';
import { indexAnalyses } from './analyses/in-note-prices.ts';
import { analysisProblems } from './check-analyses.ts';
import { resolveDiscounting, type UsedDiscountRates } from './discount-rates.ts';
import type { IndexChain, Said } from './indexation/chain.ts';
import { priceInYear, type UsedPrice } from './indexation/listed-price.ts';
import { indexTypedAmounts, unknownSeries } from './indexation/typed-amounts.ts';
import type { ListedPrice, PriceList } from './parse.ts';
import type { PriceUnit } from './schema.ts';
import { type NormUsed, withNorms } from './staff-norms.ts';

/** A scenario in which every price is a figure of the note's price year; nothing in it can be the author's fault any more. */
export interface PricedScenario {
  readonly scenario: Scenario;
  /** The price behind a figure, by the figure's path: `staff.sagsbehandler.hourlyCost`. */
  readonly pricesUsed: ReadonlyMap<string, UsedPrice>;
  /** How a figure was brought to the price year, by the figure's path; figures that were in it already have no chain. */
  readonly chains: ReadonlyMap<string, IndexChain>;
  /** Amounts inside the analyses that were brought to the price year, and how. */
  readonly analysisAmounts: readonly AnalysisAmounts[];
  /** Figures whose prices matter in other years too, since amounts of an analysis follow them. */
  readonly followed: ReadonlySet<ParameterPath>;
  /** The norm or overhead behind a figure, by the figure's path. */
  readonly normsUsed: ReadonlyMap<string, NormUsed>;
  /** The official rates that amounts are discounted with, where the scenario asks for them. */
  readonly discountRates?: UsedDiscountRates | undefined;
  readonly warnings: readonly Problem[];
}

/** Every chain by an index series, of the author's figures and of amounts inside the analyses. */
export function indexChains({ chains, analysisAmounts }: PricedScenario): readonly IndexChain[] {
  return [...chains.values(), ...analysisAmounts.flatMap(({ chain }) => ('index' in chain ? [chain] : []))];
}

interface Lookup {
  readonly checked: CheckedScenario;
  readonly list: PriceList;
  readonly problems: Problem[];
  readonly used: Map<string, UsedPrice>;
  readonly chains: Map<string, IndexChain>;
  readonly norms: Map<string, NormUsed>;
}

/**
 * Brings every amount and every named price to the note's price year. Throws UserError: `price-unknown`,
 * `price-year-missing` and `index-year-missing` (with the years there are), `index-unknown`, `price-unit`, and what is
 * wrong with the analyses, which need the prices.
 */
export function priceScenario(checked: CheckedScenario, list: PriceList): PricedScenario {
  const { priced, lookup, discountRates } = pricedFigures(checked, list);
  const { problems } = lookup;
  const analyses = indexAnalyses({ checked, list, used: lookup.used }, priced, (path, said, severity) => {
    if (path.at(-1) !== 'index' && isEcho(problems, said)) return;
    problems.push({ severity, place: checked.located.locate(['sensitivity', ...path], 'value'), ...said });
  });
  refuseErrors(problems);
  const indexed: Scenario = { ...priced, ...(analyses.sensitivity && { sensitivity: analyses.sensitivity }) };
  const found = [...problems, ...conceptProblems(lookup, priced), ...analysisProblems(checked, indexed)];
  const errors = found.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new UserError(found);
  return {
    scenario: indexed,
    pricesUsed: lookup.used,
    chains: lookup.chains,
    analysisAmounts: analyses.amounts,
    followed: analyses.followed,
    normsUsed: lookup.norms,
    discountRates,
    warnings: [...checked.warnings, ...found],
  };
}

/** What is wrong with the prices that a scenario names and the years of its amounts, also of one that cannot be calculated. */
export function priceProblems(checked: CheckedScenario, list: PriceList): readonly Problem[] {
  return pricedFigures(checked, list).lookup.problems;
}

interface PricedFigures {
  readonly priced: Scenario;
  readonly lookup: Lookup;
  readonly discountRates: UsedDiscountRates | undefined;
}

function pricedFigures(checked: CheckedScenario, list: PriceList): PricedFigures {
  const problems: Problem[] = [];
  const { scenario, chains } = indexTypedAmounts(checked, list, (path, said) => {
    problems.push({ severity: 'error', place: checked.located.locate(path, 'value'), ...said });
  });
  const lookup: Lookup = { checked, list, problems, used: new Map(), chains: new Map(chains), norms: new Map() };
  const { steps, used: discountRates, problems: ofRates } = resolveDiscounting(checked, list);
  problems.push(...ofRates);
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
        ...(scenario.comparator.costs && {
          costs: mapRecord(scenario.comparator.costs, (line, id) =>
            pricedAmount(lookup, line, ['comparator', 'costs', id]),
          ),
        }),
        ...(scenario.comparator.equipment && {
          equipment: mapRecord(scenario.comparator.equipment, (bought, id) =>
            pricedAmount(lookup, bought, ['comparator', 'equipment', id]),
          ),
        }),
      },
    }),
    ...(scenario.discounting && { discounting: { ...scenario.discounting, ...(steps && { steps }) } }),
    ...(scenario.equipment && {
      equipment: mapRecord(scenario.equipment, (bought, id) => pricedAmount(lookup, bought, ['equipment', id])),
    }),
  };
  return { priced, lookup, discountRates };
}

function mapRecord<T, R>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

function pricedRole(lookup: Lookup, given: StaffRoleInput, id: string): StaffRoleInput {
  const report = (path: readonly string[], said: Said) => {
    lookup.problems.push({ severity: 'error', place: lookup.checked.located.locate(path, 'value'), ...said });
  };
  const role = withNorms({ list: lookup.list, used: lookup.norms, report }, given, id);
  if (role.price === undefined) return role;
  const listed = lookup.list.prices.get(role.price.name)?.price;
  const key = listed?.unit === 'kr./år' ? 'annualPay' : 'hourlyCost';
  const unit = key === 'annualPay' ? 'kr' : 'krPerHour';
  if (key === 'annualPay' && role.effectiveHours === undefined) {
    report(['staff', id, 'price'], {
      code: 'key-missing',
      message: `price “${role.price.name}” is annual pay: it needs \`effectiveHours\` to become an hourly cost`,
      hint: 'add `effectiveHours:` with its source, or { norm: … } from the price tables',
    });
  }
  if (role.overhead !== undefined && listed?.includes?.some((part) => part.toLowerCase() === 'overhead')) {
    report(['staff', id, given.overheadRate === undefined ? 'overhead' : 'overheadRate'], {
      code: 'key-conflict',
      message: `price “${role.price.name}” has overhead in it already: it would be counted twice`,
      hint: 'leave it out here, or take a price without overhead',
    });
  }
  const found = figureOf(lookup, role.price, ['staff', id], key, ['kr./time', 'kr./år'], unit);
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
  const amount = figureOf(lookup, line.price, path, 'amount', ['kr.', 'kr./time', 'kr./år'], 'kr');
  return amount === undefined ? line : { ...line, amount };
}

/** True of an unknown series that was told of already, where it is named or at the first amount that needs it. */
function isEcho(problems: readonly Problem[], { code, message }: Said): boolean {
  return code === 'index-unknown' && problems.some((problem) => problem.message === message);
}

/** The price as the figure `key` of the block at `path`. */
function figureOf(
  lookup: Lookup,
  reference: PriceReference,
  path: readonly string[],
  key: string,
  lawful: readonly PriceUnit[],
  unit: Unit,
): Quantity | undefined {
  const { checked, list } = lookup;
  const { name } = reference;
  const listed = list.prices.get(name);
  const report = (said: Said) => {
    const place = checked.located.locate([...path, ...placeIn(reference, said, listed)], 'value');
    lookup.problems.push({ severity: 'error', place, ...said });
    return undefined;
  };
  if (listed === undefined) {
    const hint = suggestion(name, list.prices.keys());
    return report({ code: 'price-unknown', message: `unknown price “${name}”`, hint });
  }
  const unknown = unknownSeries(checked, list, reference.index);
  if (unknown !== undefined) return report(unknown);
  const found = priceInYear(checked, list, reference, listed);
  if ('code' in found) return isEcho(lookup.problems, found) ? undefined : report(found);
  if (!lawful.includes(listed.price.unit)) {
    return report({
      code: 'price-unit',
      message: `price “${name}” is in ${listed.price.unit}; here a price in ${lawful.join(' or ')} is needed`,
      hint: 'use a price in the right unit',
    });
  }
  const figure = [...path, key].join('.');
  lookup.used.set(figure, { ...listed, id: name, year: found.year, reference });
  if (found.chain !== undefined) lookup.chains.set(figure, found.chain);
  const { assumption } = listed.price;
  return { kind: 'quantity', unit, values: [found.amount], ...(assumption && { assumption }) };
}

/** The key of a reference that is to be changed. */
function placeIn({ index, fromYear }: PriceReference, { code }: Said, listed?: ListedPrice): readonly string[] {
  if (fromYear !== undefined && listed !== undefined && listed.price.values[String(fromYear)] === undefined)
    return ['price', 'fromYear'];
  if (code === 'index-unknown' && index !== undefined) return ['price', 'index'];
  return index === undefined && fromYear === undefined ? ['price'] : ['price', 'name'];
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
