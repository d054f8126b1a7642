/** The figures that analyses look at, for other values of some inputs: fast, and the same as from the scenario anew. */

import { isStructural } from '../../scenario/lawful.ts';
import type { ParameterPath } from '../../scenario/parameters.ts';
import { withParameters } from '../../scenario/parameters.ts';
import type { Quantity } from '../../scenario/schema/quantity.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { type Changes, setTo, together } from '../../scenario/variation.ts';
import { evaluate } from '../calculation/evaluate.ts';
import { tapeOf } from '../calculation/tape.ts';
import { type CompiledModel, compileModel } from '../compile.ts';
import { shapeOf } from './structure.ts';

/** What an analysis starts from: the scenario compiled and evaluated once. */
export interface Base {
  readonly scenario: Scenario;
  readonly model: CompiledModel;
  readonly values: Float64Array;
}

/** Figures that get one value together. */
export type Varied = ReadonlyMap<ParameterPath, Quantity>;

export interface Outcome {
  /** Net cost over the horizon [kr.]. */
  readonly total: number;
  /** Net cost per completed participant [kr.]; the total where the scenario has no courses. */
  readonly headline: number;
}

export function baseOf(scenario: Scenario): Base {
  const model = compileModel(scenario);
  return { scenario, model, values: evaluate(model.calculation) };
}

/** True where the scenario has participants who complete; otherwise analyses look at the total. */
export function hasUnits({ model, values }: Pick<Base, 'model' | 'values'>): boolean {
  return (values[model.totals.completed] ?? 0) > 0;
}

/** The outcome with other values of some figures, from the scenario anew. */
export function outcomeWith(base: Base, changes: Changes): Outcome {
  const changed = baseOf(withParameters(base.scenario, changes));
  return outcomeAt(base, changed);
}

function outcomeAt(base: Base, { model, values }: Base): Outcome {
  const { net, perCompleted } = model.totals;
  const total = values[net] ?? Number.NaN;
  return { total, headline: hasUnits(base) ? (values[perCompleted] ?? Number.NaN) : total };
}

export function baseOutcome(base: Base): Outcome {
  return outcomeAt(base, base);
}

/** The headline for a value of each of the varied groups [kr.]. */
export type Headline = (values: ArrayLike<number>) => number;

/**
 * The headline as a function of some inputs, which run through the calculation as it is. Where inputs decide how it is built (a useful
 * life), it is built once for each shape that their values give it.
 */
export function headlineOf(base: Base, varied: readonly Varied[]): Headline {
  const isBuilding = varied.some((figures) => [...figures.keys()].some(isStructural));
  return isBuilding ? byShape(base, varied) : throughTape(base, base, varied);
}

/** `built` is the base itself, or what other values of structural figures make of it. */
function throughTape(base: Base, built: Base, varied: readonly Varied[]): Headline {
  const { calculation, totals } = built.model;
  const inputs = varied.map((figures) => inputPlaces(built, figures));
  const output = hasUnits(base) ? totals.perCompleted : totals.net;
  const tape = tapeOf(calculation, built.values, inputs, [output]);
  const result = new Float64Array(1);
  return (values) => {
    tape.run(values, result);
    return result[0] ?? Number.NaN;
  };
}

/** Many uncertain lives at once have more shapes than are worth keeping: a calculation of a large note takes some hundred kilobytes. */
const mostShapes = 1000;

function byShape(base: Base, varied: readonly Varied[]): Headline {
  const structural = varied.flatMap((figures, place) =>
    [...figures.keys()].filter(isStructural).map((path) => ({ path, place })),
  );
  const built = new Map<string, Headline>();
  return (values) => {
    const at = (place: number) => values[place] ?? Number.NaN;
    const shape = structural.map(({ path, place }) => shapeOf(base.scenario, path, at(place))).join('|');
    const known = built.get(shape);
    if (known !== undefined) return known(values);
    const changes = together(varied.map((figures, place) => setTo(figures, at(place))));
    const headline = throughTape(base, baseOf(withParameters(base.scenario, changes)), varied);
    if (built.size < mostShapes) built.set(shape, headline);
    return headline(values);
  };
}

/** Where the figures stand in the calculation; one that reaches no cost is not in it. */
function inputPlaces({ model }: Base, figures: Varied): readonly number[] {
  const { inputs } = model.calculation;
  return [...figures].flatMap(([path, { values }]) =>
    values.flatMap((_, place) => inputs.get(values.length > 1 ? `${path}.${place}` : path) ?? []),
  );
}
