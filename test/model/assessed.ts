/** Scenarios taken the real way through the program, and the figures that came of it. */
import { assess, type CostAssessment, valueAt } from '../../src/model/assess.ts';
import type { CostLine } from '../../src/model/cost-line.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { scenarioText, type Written } from './written.ts';

export function assessText(text: string): CostAssessment {
  return assess(priceScenario(parseScenario({ path: 'scenario.yaml', text }), parsePrices([])));
}

export function assessed(written: Written): CostAssessment {
  return assessText(scenarioText(written));
}

/** A figure of the totals, by its name. */
export type TotalName = 'gross' | 'subsidies' | 'savings' | 'net' | 'startUp' | 'operation' | 'staff';
export type CountName = 'courses' | 'started' | 'completed';
export type UnitName = 'perStarted' | 'perCompleted' | 'perCourse' | 'perYear';

export function total(assessment: CostAssessment, name: TotalName | CountName | UnitName): number {
  return valueAt(assessment, assessment.model.totals[name]);
}

/** Figures by year, or of any list of terms. */
export function values(assessment: CostAssessment, terms: readonly number[]): number[] {
  return terms.map((term) => valueAt(assessment, term));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** Kroner of a line by year; a training may have several lines, told apart by `which`. */
export function byYear(assessment: CostAssessment, path: string, which: Partial<CostLine> = {}): number[] {
  return values(assessment, lineOf(assessment, path, which).byYear);
}

export function lineOf(assessment: CostAssessment, path: string, which: Partial<CostLine> = {}): CostLine {
  const { lines, avoided } = assessment.model;
  const fits = (line: CostLine) =>
    line.path === path &&
    (which.part === undefined || line.part === which.part) &&
    (which.phase === undefined || line.phase === which.phase);
  const found = [...lines, ...avoided].filter(fits);
  const [line] = found;
  if (line === undefined || found.length > 1) throw new Error(`${found.length} lines fit ${path}`);
  return line;
}
