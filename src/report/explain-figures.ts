/** The figures that can be explained, by the names prose has for them. */
import { namedFigures } from '../model/named-figures.ts';
import type { ReportContext } from './context.ts';
import { figuresOf } from './figures.ts';
import { flatten } from './results.ts';

/** Names in the order of the note, each with its place in the calculation. `input.…` leads to a single figure of the author's. */
export function explainableFigures(context: ReportContext): ReadonlyMap<string, number> {
  const printed = new Set(flatten(figuresOf(context), []).map(([name]) => name));
  return new Map(namedFigures(context.assessment.model).filter(([name]) => printed.has(name)));
}
