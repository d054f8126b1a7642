/** A value against its schema: every problem at its place in the author's file and in the author's words. */
import { z } from 'zod';
import { type Problem, refuseErrors } from '../problem/problem.ts';
import type { Place } from '../problem/source.ts';
import type { Located } from './located.ts';
import { explainIssue } from './shape-problems.ts';
import type { Explained } from './spot.ts';

/** The value as its schema makes it, or one UserError with all that is wrong. */
export function checkShape<T>(located: Located<unknown>, schema: z.ZodType<T>): Located<T> {
  const result = z.safeParse(schema, located.value);
  if (result.success) return { ...located, value: result.data };
  refuseErrors(problemsOf(result.error, located, schema));
  throw new Error('a schema refused a value without saying why', { cause: result.error });
}

/** The same without throwing, for a stage that has more to say. `value` is there exactly when there are no problems. */
export function shapeProblems<T>(located: Located<unknown>, schema: z.ZodType<T>): { value?: T; problems: Problem[] } {
  const result = z.safeParse(schema, located.value);
  if (result.success) return { value: result.data, problems: [] };
  return { problems: problemsOf(result.error, located, schema) };
}

function problemsOf(error: z.core.$ZodError, located: Located<unknown>, schema: z.ZodType): Problem[] {
  const frame = { located, schema, base: [], value: located.value };
  const found = error.issues.flatMap((issue) => explainIssue(issue, frame));
  return inOrder(withoutEchoes(found).map((explained) => explained.problem));
}

/** A misspelt key is also a missing one: only the misspelling is told. */
function withoutEchoes(found: readonly Explained[]): Explained[] {
  const meant = new Set(found.map((explained) => explained.meansKey).filter((key) => key !== undefined));
  return found.filter((explained) => explained.lacksKey === undefined || !meant.has(explained.lacksKey));
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const byText = new Map<string, Problem>();
  for (const problem of problems) {
    const text = `${position(problem.place)} ${problem.code} ${problem.message}`;
    if (!byText.has(text)) byText.set(text, problem);
  }
  return [...byText.values()].sort(
    (one, other) =>
      (one.place?.line ?? 0) - (other.place?.line ?? 0) || (one.place?.column ?? 0) - (other.place?.column ?? 0),
  );
}

function position(place: Place | undefined): string {
  return place === undefined ? '' : `${place.line}:${place.column}`;
}
