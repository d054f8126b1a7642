/** What is known of a note that was built, and what a comparison of two editions of it finds. */
import type { Cause, Effects } from './attribute.ts';
import type { Edition } from './edition.ts';
import type { InputChange } from './input-changes.ts';
import type { RecordedResults } from './recorded-results.ts';

/** A note as a build left it. */
export interface RecordedNote extends RecordedResults {
  /** Where its inputs are at hand: causes can be computed. */
  readonly edition?: Edition;
  /** “omkost 1.0.0” */
  readonly program?: string;
  /** The scenario and rows of price tables by their hash: all that can be said of inputs that are not at hand. */
  readonly inputHashes?: Readonly<Record<string, string>>;
  /** What else it was made from, by name: hashes and versions. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** A printed figure in both editions; null where one of them does not print it. */
export interface FigureChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Full precision, where it is known. */
  readonly valueBefore?: number;
  readonly valueAfter?: number;
}

/** Another version of the program, and what it computes otherwise from the same inputs. */
export interface ProgramChange {
  readonly before: string | null;
  readonly after: string | null;
  readonly effects: Effects;
}

export interface NoteChanges {
  readonly name: string;
  readonly title: string;
  readonly status: 'changed' | 'same' | 'added' | 'removed';
  /** Price years of the two editions. */
  readonly priceYears: { readonly before?: number; readonly after?: number };
  /** What the scenario calls things, by their place: `costs.forberedelse`, `participant.completed`. Empty where it is not at hand. */
  readonly names: Readonly<Record<string, string>>;
  /** Figures whose printed string is another: also one that went from “knap” to “godt”. */
  readonly figures: readonly FigureChange[];
  /** Figures that move without its being seen. */
  readonly unseen: readonly FigureChange[];
  /** Figures that are what they were. */
  readonly same: readonly FigureChange[];
  /** The figure that the effects are told of first: `perCompleted`, or `total` without participants. */
  readonly headline: string;
  /**
   * Whether causes were computed; `no-inputs` where an edition has only its results, `not-computable` where this program cannot compute one
   * of them, `nothing` where there is nothing to compare with.
   */
  readonly explained: 'computed' | 'no-inputs' | 'not-computable' | 'nothing';
  /** What keeps this program from computing one of the editions. */
  readonly obstacle?: string;
  /** In the order of the scenario, then of the tables. */
  readonly causes: readonly Cause[];
  /** What the causes make together beside what each makes alone, by figure. */
  readonly joint: Effects;
  readonly program?: ProgramChange;
  /** What differs in the scenario and decides only what is said, and how. */
  readonly wording: readonly InputChange[];
  /** Other parts that differ, by hash or version. */
  readonly parts: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** Two builds. */
export interface BuildChanges {
  readonly before: string;
  readonly after: string;
  readonly notes: readonly NoteChanges[];
}
