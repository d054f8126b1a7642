/** Gathers what a check finds, each with its place in the author's file. */
import type { Problem, ProblemCode } from '../../problem/problem.ts';
import type { Located, Path } from '../../yaml/parse-yaml.ts';
import type { Scenario } from '../schema/scenario.ts';

export class Findings {
  readonly problems: Problem[] = [];
  readonly scenario: Scenario;
  readonly located: Located<unknown>;

  constructor(scenario: Scenario, located: Located<unknown>) {
    this.scenario = scenario;
    this.located = located;
  }

  /** Points at the value at `path`. */
  value(code: ProblemCode, path: Path, message: string, hint: string): void {
    this.#add('error', code, path, 'value', message, hint);
  }

  /** Points at the key at `path`. */
  key(code: ProblemCode, path: Path, message: string, hint: string): void {
    this.#add('error', code, path, 'key', message, hint);
  }

  warn(code: ProblemCode, path: Path, message: string, hint: string): void {
    this.#add('warning', code, path, 'key', message, hint);
  }

  #add(
    severity: Problem['severity'],
    code: ProblemCode,
    path: Path,
    part: 'key' | 'value',
    message: string,
    hint: string,
  ): void {
    const place = this.located.locate(path, part);
    this.problems.push({ severity, code, message, place, hint });
  }
}

/** Problems in the order of the file. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const position = ({ place }: Problem) => (place === undefined ? 0 : place.line * 1e6 + place.column);
  return [...problems].sort((one, other) => position(one) - position(other));
}
