/** The figures that can be explained, by the names prose has for them. */
import { namedFigures } from '../model/named-figures.ts';
import type { ReportContext } from './context.ts';
import { type Explanation, explain } from './explain.ts';
import { analysisExplanations } from './explain-analyses.ts';
import { hoursOfCourse } from './explain-hours.ts';
import { figuresOf } from './figures.ts';
import { flatten } from './results.ts';

/** Everything that can be explained, by name: figures of the calculation, then those of the analyses. */
export function explanations(context: ReportContext): ReadonlyMap<string, () => Explanation> {
  const terms = [...explainableFigures(context)].map(([name, term]) => [name, () => explain(context, term)] as const);
  return new Map([...terms, ...hoursOfCourse(context), ...analysisExplanations(context)]);
}

/** Names in the order of the note, each with its place in the calculation. `input.…` leads to a single figure of the author's. */
export function explainableFigures(context: ReportContext): ReadonlyMap<string, number> {
  const printed = new Set(flatten(figuresOf(context), []).map(([name]) => name));
  return new Map(namedFigures(context.assessment.model).filter(([name]) => printed.has(name)));
}
