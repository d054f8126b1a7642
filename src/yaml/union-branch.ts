/** Which branch of a union an author most likely meant, so that only its problems are told. */
import { z } from 'zod';
import { nearest } from '../problem/suggest.ts';
import { isDiscriminating, type Schema } from './schema-kind.ts';

type Issue = z.core.$ZodIssue;

/** The place of the best branch; `issues` are those of each branch, when they are known. */
export function bestBranch(options: readonly Schema[], value: unknown, issues?: readonly (readonly Issue[])[]): number {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [place, option] of options.entries()) {
    const found = issues?.[place] ?? z.core.safeParse(option, value).error?.issues ?? [];
    const cost = costOfAll(found, option, value);
    if (cost < bestCost) {
      best = place;
      bestCost = cost;
    }
  }
  return best;
}

function costOfAll(issues: readonly Issue[], option: Schema, value: unknown): number {
  return issues.reduce((sum, issue) => sum + costOf(issue, option, value), 0);
}

/** The wrong kind of value says most, then a key that names another branch, then keys that do not belong. */
function costOf(issue: Issue, option: Schema, value: unknown): number {
  const [step] = issue.path;
  // A branch that is itself a choice is as far off as the nearest of its own.
  if (step === undefined && issue.code === 'invalid_union' && issue.errors.length > 0)
    return Math.min(...issue.errors.map((errors) => costOfAll(errors, option, value)));
  if (step === undefined && issue.code === 'invalid_type') return 1000;
  if (step === undefined && issue.code === 'invalid_value') return offersNear(issue.values, value);
  if (issue.code === 'invalid_value' && step !== undefined && issue.path.length === 1 && isDiscriminating(option, step))
    return 100;
  if (issue.code === 'unrecognized_keys') return 10 * issue.keys.length;
  if (issue.code === 'custom' && issue.params?.code === 'number-unreadable') return 3;
  return 1;
}

/** A misspelt choice is nearer to the choices than to any number or free text. */
function offersNear(choices: readonly unknown[], value: unknown): number {
  if (typeof value !== 'string') return 1000;
  return nearest(value, choices.map(String)) === undefined ? 4 : 0.5;
}

/** True when the value is of a kind that no branch takes. */
export function isWrongKind(issues: readonly (readonly Issue[])[]): boolean {
  return issues.every((branch) => branch.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0));
}
