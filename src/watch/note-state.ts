/** Where each watched note stands: what its reader may see, and what is wrong with it. */
import type { ScenarioFile } from '../files/find-scenarios.ts';
import type { Problem } from '../problem/problem.ts';

/** `printing`: the web page and the figures are there, the PDF is on its way. `failed`: outputs are those of before, if there are any. */
export type Status = 'waiting' | 'printing' | 'ready' | 'failed';

export interface NoteState {
  readonly file: ScenarioFile;
  /** Unknown until it was built once. */
  readonly title?: string;
  readonly status: Status;
  readonly problems: readonly Problem[];
  /** Stands for what it was built from last; unknown until it was built once. */
  readonly inputs?: string;
}

export interface WatchState {
  readonly notes: readonly NoteState[];
  /** Those that belong to no single note: a scenario that is not there, no browser. */
  readonly problems: readonly Problem[];
}

export type WatchEvent =
  /** From now on changes are seen; what is out of date is built. */
  | { readonly kind: 'started' }
  /** `what` was made anew; the time is from the change to the written files. */
  | {
      readonly kind: 'built';
      readonly what: 'texts' | 'pdf';
      readonly names: readonly string[];
      readonly milliseconds: number;
    }
  /** Problems that were not there before. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Nothing is wrong with them any more. */
  | { readonly kind: 'mended'; readonly names: readonly string[] }
  | { readonly kind: 'added' | 'removed'; readonly names: readonly string[] }
  /** Anything at all is other than it was. */
  | { readonly kind: 'state'; readonly state: WatchState };

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
