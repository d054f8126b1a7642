/** What can be wrong with what the user gave us, and the one error class that carries it. */
import type { Place } from './source.ts';

/** The closed list of problem codes. A code is permanent: tests, CI and users' notes refer to it. */
export const problemCodes = [
  // files
  'file-missing',
  'file-not-a-file',
  'file-not-utf8',
  'file-too-large',
  'file-unreadable',
  'file-outside',
  'output-unwritable',
  'name-taken',
  'name-invalid',
  // tables of rows
  'csv-invalid',
  'column-unknown',
  // YAML
  'yaml-syntax',
  'yaml-empty',
  'yaml-duplicate-key',
  'yaml-alias',
  'yaml-unsupported',
  // shape
  'key-unknown',
  'key-missing',
  'key-conflict',
  'type-wrong',
  'value-unknown',
  'value-impossible',
  'number-unreadable',
  'number-ambiguous',
  'date-unreadable',
  'reference-unknown',
  'not-supported',
  // scenario across fields
  'source-missing',
  'shares-sum',
  'course-too-long',
  'nothing-completed',
  'parameter-unknown',
  'range-reversed',
  'wage-concept-mixed',
  // the author's own figures and words
  'sum-wrong',
  'unit-cost-wrong',
  'figure-typed',
  'word-untrue',
  'name-foreign',
  'placeholder',
  'unused',
  // prices
  'price-unknown',
  'price-year-missing',
  'price-unit',
  'index-unknown',
  'index-year-missing',
  // new values for price tables
  'statbank-address',
  'statbank-unreachable',
  'statbank-refused',
  'statbank-answer',
  'statbank-table',
  'statbank-unit',
  'saved-missing',
  'series-unknown',
  'base-changed',
  'value-surprising',
  'table-changed',
  // watching and previewing
  'watch-failed',
  'port-taken',
  // prose, templates, theme
  'figure-unknown',
  'template-syntax',
  'template-unknown',
  'template-unsafe',
  'image-refused',
  'theme-invalid',
  'glyph-missing',
  // a finished PDF that is read again
  'pdf-invalid',
  'pdf-encrypted',
  'pdf-without-inputs',
  'attachment-invalid',
  'figure-differs',
  'built-elsewhere',
  'results-invalid',
  'edition-other',
  // many notes in one
  'anthology-mixed',
  'not-comparable',
  // builds on several machines
  'manifest-invalid',
  'shard-missing',
  'shards-differ',
  // printing
  'browser-missing',
  'browser-failed',
  'page-failed',
  'print-timeout',
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** One thing that is wrong: `message` says what in the author's words, `hint` the next step. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  readonly message: string;
  readonly place?: Place;
  readonly hint?: string;
}

/** The user's input cannot be used as it is. Anything else that is thrown is our bug. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((problem) => `${problem.message} [${problem.code}]`).join('\n'), options);
    this.name = 'UserError';
    this.problems = problems;
  }
}

/** Throws all that is wrong at once; warnings alone do not stop anything and are returned. */
export function refuseErrors(problems: readonly Problem[]): readonly Problem[] {
  if (problems.some((problem) => problem.severity === 'error')) throw new UserError(problems);
  return problems;
}
