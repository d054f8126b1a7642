/** What a verification finds. */
import type { Problem } from '../problem/problem.ts';

/** A printed figure that does not follow from what the note carries. */
export interface Difference {
  /** Its name in prose and in `printed` of the results, or its place in the results file: `byYear.0.net`. Absent of a text without one. */
  readonly figure?: string;
  readonly where: 'results' | 'csv' | 'text';
  /** As it stands there; empty where it is missing. */
  readonly printed: string;
  /** As it follows from the inputs inside; empty where nothing like it follows. */
  readonly recomputed: string;
  /** Of the text: the page, and the words round it. */
  readonly page?: number;
  readonly context?: string;
  /** What to look at: the inputs behind the figure that are not as they were when the note was built. */
  readonly because: readonly string[];
}

/** A file inside, against what the note was built from. */
export interface CarriedState {
  readonly name: string;
  readonly state: 'as-built' | 'changed' | 'missing' | 'added';
}

export interface Verification {
  readonly file: string;
  readonly title: string;
  /** “omkost 1.0.0”: who built it, and who verified it. */
  readonly builtBy: string;
  readonly verifiedBy: string;
  /** Every figure with a name, and on which pages it stands as it should. */
  readonly figures: readonly {
    readonly name: string;
    readonly printed: string;
    readonly recomputed: string;
    readonly follows: boolean;
    readonly pages: readonly number[];
  }[];
  /** How many words of the text hold a figure; each was compared. */
  readonly textFigures: number;
  readonly differences: readonly Difference[];
  readonly files: readonly CarriedState[];
  /** Inputs that are not as they were: “teams.pn.count: 5 → 6 (scenario.yaml)”. */
  readonly changedInputs: readonly string[];
  /** Words of the text that differ and hold no figure. */
  readonly wording: readonly Difference[];
  readonly notices: readonly Problem[];
  readonly follows: boolean;
}
