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
 * The headline as a function of some inputs. Inputs that decide how the calculation is built (a useful life) build it
 * again each time; all others run through the calculation as it is.
 */
export function headlineOf(base: Base, varied: readonly Varied[]): Headline {
  if (varied.some((figures) => [...figures.keys()].some(isStructural))) return rebuilding(base, varied);
  const { calculation, totals } = base.model;
  const inputs = varied.map((figures) => inputPlaces(base, figures));
  const output = hasUnits(base) ? totals.perCompleted : totals.net;
  const tape = tapeOf(calculation, base.values, inputs, [output]);
  const result = new Float64Array(1);
  return (values) => {
    tape.run(values, result);
    return result[0] ?? Number.NaN;
  };
}

function rebuilding(base: Base, varied: readonly Varied[]): Headline {
  return (values) =>
    outcomeWith(base, together(varied.map((figures, place) => setTo(figures, values[place] ?? Number.NaN)))).headline;
}

/** Where the figures stand in the calculation; one that reaches no cost is not in it. */
function inputPlaces({ model }: Base, figures: Varied): readonly number[] {
  const { inputs } = model.calculation;
  return [...figures].flatMap(([path, { values }]) =>
    values.flatMap((_, place) => inputs.get(values.length > 1 ? `${path}.${place}` : path) ?? []),
  );
}
