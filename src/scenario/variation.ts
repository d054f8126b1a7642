/** Which figures an analysis changes, and the values they get: at the two ends of a variation, or as written. */
import type { Problem } from '../problem/problem.ts';
import type { DurationUnit, Unit } from '../units.ts';
import { matchingPaths, type ParameterPath, parametersOf } from './parameters.ts';
import { readCount, readHours, readMoney, readRate, readYears } from './quantity/read-amount.ts';
import { type Range, splitRange } from './quantity/read-range.ts';
import { readMoneyPerHour } from './quantity/read-wage.ts';
import { inQuotes, type Reading, readAs, unread } from './quantity/reading.ts';
import type { Quantity } from './schema/quantity.ts';
import type { Scenario } from './schema/scenario.ts';
import type { OneWayInput } from './schema/sensitivity.ts';
import type { WrittenValue } from './schema/written-value.ts';

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
  const varied = figuresNamed(scenario, analysis.vary);
  const units = unitsOf(varied);
  if (analysis.by !== undefined) return offsetEnds(analysis, analysis.by, varied, units);
  return explicitEnds(analysis, varied, units);
}

/** The figures that patterns name, by path. */
export function figuresNamed(
  scenario: Scenario,
  vary: string | readonly string[],
): ReadonlyMap<ParameterPath, Quantity> {
  const parameters = parametersOf(scenario);
  const paths = [vary].flat().flatMap((pattern) => matchingPaths(pattern, parameters.keys()));
  return new Map(paths.flatMap((path) => pairs(path, parameters.get(path))));
}

function unitsOf(figures: ReadonlyMap<ParameterPath, Quantity>): ReadonlySet<Unit> {
  return new Set([...figures.values()].map((quantity) => quantity.unit));
}

/** The unit that figures have in common; undefined where they differ, and so cannot get the same value. */
export function commonUnit(figures: ReadonlyMap<ParameterPath, Quantity>): Unit | undefined {
  const [unit, another] = unitsOf(figures);
  return another === undefined ? unit : undefined;
}

/** Every one of the figures set to the value, in each of its years. */
export function setTo(figures: ReadonlyMap<ParameterPath, Quantity>, value: number): Changes {
  return new Map([...figures].map(([path, quantity]) => [path, quantity.values.map(() => value)]));
}

/** Changes made together; where two name the same figure, the later one holds. */
export function together(changes: readonly Changes[]): Changes {
  return new Map(changes.flatMap((each) => [...each]));
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

/** What the durations among figures are written in, where it is one and the same. */
export function writtenUnit(figures: ReadonlyMap<ParameterPath, Quantity>): DurationUnit | undefined {
  const [unit, another] = new Set([...figures.values()].map(({ writtenIn }) => writtenIn));
  return another === undefined ? unit : undefined;
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
    return wrong('low', 'range-reversed', `“${low.text}” is above “${high.text}”`, 'put the lowest value under `low`');
  }
  return { low: setTo(varied, lowest.value), high: setTo(varied, highest.value) };
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
  krPerHour: readMoneyPerHour,
  hours: readHours,
  share: readRate,
  count: readCount,
  years: readYears,
} satisfies Record<Unit, (text: string) => Reading<number>>;

/** Reads a value in the unit of the figure it is for; an amount of another year comes in the prices of the note. */
export function readIn(unit: Unit, { text, factor = 1 }: WrittenValue): Reading<number> {
  const reading = readers[unit](text);
  return reading.ok ? readAs(reading.value * factor) : reading;
}

/** Reads “50 pct. til 100 pct.” in the unit of the figure it is for. */
export function readSpan(unit: Unit, { text, ...written }: WrittenValue): Reading<Range> {
  const ends = splitRange(text);
  if (ends === undefined) {
    return unread('number-unreadable', `${inQuotes(text)} is not a span between two values`, 'write it as “4 til 8”');
  }
  const low = readIn(unit, { ...written, text: ends[0] });
  if (!low.ok) return low;
  const high = readIn(unit, { ...written, text: ends[1] });
  if (!high.ok) return high;
  if (low.value < high.value) return readAs({ low: low.value, high: high.value });
  return unread('range-reversed', `${inQuotes(text)} does not run upwards`, 'write the lower value first');
}
