/** Gathers what is wrong with analyses, each with its place, and looks up the figures that they name. */
import type { Problem } from '../../problem/problem.ts';
import { suggestion } from '../../problem/suggest.ts';
import { matchingPaths, type ParameterPath, parametersOf } from '../../scenario/parameters.ts';
import type { CheckedScenario } from '../../scenario/parse.ts';
import type { Quantity } from '../../scenario/schema/quantity.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { commonUnit, figuresNamed } from '../../scenario/variation.ts';
import type { Unit } from '../../units.ts';
import type { Path } from '../../yaml/parse-yaml.ts';

type Said = Pick<Problem, 'code' | 'message' | 'hint'>;

/** Figures that can get one value together. */
export interface Target {
  readonly figures: ReadonlyMap<ParameterPath, Quantity>;
  readonly unit: Unit;
}

export class AnalysisFindings {
  readonly problems: Problem[] = [];
  /** With its prices: what the analyses change. */
  readonly scenario: Scenario;
  readonly #checked: CheckedScenario;
  readonly #parameters: ReadonlyMap<ParameterPath, Quantity>;

  constructor(checked: CheckedScenario, priced: Scenario) {
    this.#checked = checked;
    this.scenario = priced;
    this.#parameters = parametersOf(priced);
  }

  /** `path` is under `sensitivity`. */
  report(path: Path, said: Said, part: 'key' | 'value' = 'value'): void {
    const place = this.#checked.located.locate(['sensitivity', ...path], part);
    this.problems.push({ severity: 'error', ...said, place });
  }

  /** True when every pattern names a figure; reports those that name none. */
  areKnown(vary: string | readonly string[], path: Path, part: 'key' | 'value' = 'value'): boolean {
    const unknown = [vary].flat().filter((pattern) => matchingPaths(pattern, this.#parameters.keys()).length === 0);
    for (const pattern of unknown) {
      const hint = suggestion(pattern, this.#parameters.keys());
      this.report(
        path,
        { code: 'parameter-unknown', message: `nothing in the scenario is called “${pattern}”`, hint },
        part,
      );
    }
    return unknown.length === 0;
  }

  /** The figures that patterns name, where they can get the same value; reports why not. */
  targetOf(vary: string | readonly string[], path: Path, part: 'key' | 'value' = 'value'): Target | undefined {
    if (!this.areKnown(vary, path, part)) return undefined;
    const figures = figuresNamed(this.scenario, vary);
    const unit = commonUnit(figures);
    if (unit !== undefined) return { figures, unit };
    const message = 'figures of different units cannot get the same value';
    this.report(path, { code: 'type-wrong', message, hint: 'name figures of one unit' }, part);
    return undefined;
  }
}
