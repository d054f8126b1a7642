/** A one-way variation: which figures get which values at its low and its high end. */
import type { Problem } from '../problem/problem.ts';
import type { Unit } from '../units.ts';
import { matchingPaths, type ParameterPath, parametersOf } from './parameters.ts';
import { readCount, readHours, readMoney, readRate, readYears } from './quantity/read-amount.ts';
import type { Reading } from './quantity/reading.ts';
import type { Quantity } from './schema/quantity.ts';
import type { Scenario } from './schema/scenario.ts';
import type { OneWayInput } from './schema/sensitivity.ts';
import { horizonOf } from './years.ts';

/** New values of figures, by path. */
export type Changes = ReadonlyMap<ParameterPath, readonly number[]>;

export interface OneWayEnds {
  readonly low: Changes;
  readonly high: Changes;
}

interface EndsProblem {
  readonly key: 'vary' | 'by' | 'low' | 'high';
  readonly problem: Pick<Problem, 'code' | 'message' | 'hint'>;
}

/** The two ends of a variation; a problem where it cannot be read for the figures it names. */
export function oneWayEnds(scenario: Scenario, analysis: OneWayInput): OneWayEnds | EndsProblem {
  const parameters = parametersOf(scenario);
  const paths = [analysis.vary].flat().flatMap((pattern) => matchingPaths(pattern, parameters.keys()));
  const varied = new Map(paths.flatMap((path) => pairs(path, parameters.get(path))));
  const units = new Set([...varied.values()].map((quantity) => quantity.unit));
  if (analysis.by !== undefined) return offsetEnds(analysis, analysis.by, varied, units);
  return explicitEnds(analysis, varied, units);
}

function pairs(path: ParameterPath, quantity: Quantity | undefined): [ParameterPath, Quantity][] {
  return quantity === undefined ? [] : [[path, quantity]];
}

function offsetEnds(
  analysis: OneWayInput,
  by: NonNullable<OneWayInput['by']>,
  varied: ReadonlyMap<ParameterPath, Quantity>,
  units: ReadonlySet<Unit>,
): OneWayEnds | EndsProblem {
  if (analysis.low !== undefined || analysis.high !== undefined) {
    return wrong('by', 'key-conflict', 'both `by` and `low`/`high` say how much is varied', 'keep one of them');
  }
  if (by.kind === 'points' && (units.size !== 1 || !units.has('share'))) {
    return wrong('by', 'type-wrong', 'percentage points are for shares', 'write ±20 pct. for a relative change, or ±2');
  }
  if (by.kind === 'absolute' && units.has('share')) {
    return wrong(
      'by',
      'type-wrong',
      'a share is varied in percentage points',
      'write ±10 procentpoint, or ±10 pct. for a relative change',
    );
  }
  const unit = variationUnits[by.unit];
  if (by.kind === 'absolute' && unit !== undefined && ![...units].every((given) => unit.includes(given))) {
    return wrong(
      'by',
      'type-wrong',
      'the variation is in another unit than the figure',
      'write ±20 pct., or ± in the unit of the figure',
    );
  }
  const moved = (offset: number): Changes =>
    new Map(
      [...varied].map(([path, quantity]) => [
        path,
        quantity.values.map((value) => (by.kind === 'relative' ? value * (1 + offset) : value + offset)),
      ]),
    );
  return { low: moved(by.low), high: moved(by.high) };
}

function explicitEnds(
  analysis: OneWayInput,
  varied: ReadonlyMap<ParameterPath, Quantity>,
  units: ReadonlySet<Unit>,
): OneWayEnds | EndsProblem {
  const { low, high } = analysis;
  if (low === undefined || high === undefined) {
    return wrong(
      'vary',
      'key-missing',
      'the analysis does not say how much is varied',
      'add `by: ±20 pct.`, or both `low:` and `high:`',
    );
  }
  const [unit] = units;
  if (unit === undefined || units.size > 1) {
    return wrong('vary', 'type-wrong', 'figures of different units cannot get the same value', 'use `by: ±20 pct.`');
  }
  const lowest = readIn(unit, low);
  if (!lowest.ok) return wrong('low', lowest.code, lowest.message, lowest.hint);
  const highest = readIn(unit, high);
  if (!highest.ok) return wrong('high', highest.code, highest.message, highest.hint);
  if (lowest.value > highest.value) {
    return wrong('low', 'range-reversed', `“${low}” is above “${high}”`, 'put the lowest value under `low`');
  }
  const set = (value: number): Changes =>
    new Map([...varied].map(([path, quantity]) => [path, quantity.values.map(() => value)]));
  return { low: set(lowest.value), high: set(highest.value) };
}

/** Which figures a unit in a variation can be added to; a bare number goes with any. */
const variationUnits: Readonly<Record<string, readonly Unit[] | undefined>> = {
  kroner: ['kr', 'krPerHour'],
  hours: ['hours'],
  years: ['years'],
};

function wrong(key: EndsProblem['key'], code: Problem['code'], message: string, hint: string | undefined): EndsProblem {
  return { key, problem: { code, message, ...(hint !== undefined && { hint }) } };
}

const readers = {
  kr: readMoney,
  krPerHour: readMoney,
  hours: readHours,
  share: readRate,
  count: readCount,
  years: readYears,
} satisfies Record<Unit, (text: string) => Reading<number>>;

/** Reads a value in the unit of the figure it is for. */
export function readIn(unit: Unit, text: string): Reading<number> {
  return readers[unit](text);
}

const mustBePositive = new Set([
  'participantsPerCourse',
  'sharedBetween',
  'usefulLife',
  'courseLength',
  'spreadOver',
  'every',
]);

/** Why a figure cannot have these values, in words; undefined when it can. */
export function impossible(scenario: Scenario, path: ParameterPath, values: readonly number[]): string | undefined {
  const key = path.split('.').at(-1) ?? '';
  const horizon = horizonOf(scenario);
  for (const value of values) {
    if (!Number.isFinite(value) || value < 0) return `“${path}” would become negative`;
    if (value === 0 && mustBePositive.has(key)) return `“${path}” would become zero`;
    if ((key === 'completionRate' || key === 'replacement' || key === 'employment') && value > 1 + 1e-9) {
      return `“${path}” would be more than 100 pct.`;
    }
    if (key === 'courseLength' && value > horizon) return 'a course would be longer than the time horizon';
    if (key === 'timeHorizon' && (!Number.isInteger(value) || value < 1))
      return 'the time horizon is a whole number of years';
  }
  if (key === 'completionRate' && values.every((value) => value === 0)) return 'nobody would complete';
  return undefined;
}
