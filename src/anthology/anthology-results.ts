/** The results file of an anthology. */
import type { Note } from '../note.ts';
import type { AnthologyComparison } from '../report/anthology/comparison.ts';
import type { Results } from '../report/results.ts';

/** The comparison, and the results of each note as its own file has them. */
export interface AnthologyResults {
  readonly schemaVersion: 1;
  readonly anthology: { readonly name: string; readonly title: string };
  readonly comparison: Omit<AnthologyComparison, 'sentence'> & { readonly isComparable: boolean };
  readonly notes: readonly Results[];
  /** Figures of all chapters as they are printed, by “<scenario>.<figure>”. */
  readonly printed: Readonly<Record<string, string>>;
}

export interface AnthologyFigures {
  readonly name: string;
  readonly title: string;
  readonly comparison: AnthologyComparison;
  readonly chapters: readonly Note[];
  /** Those that the foreword prints. */
  readonly printed: ReadonlyMap<string, string>;
}

export function resultsOf({ name, title, comparison, chapters, printed }: AnthologyFigures): AnthologyResults {
  const { notes, differing } = comparison;
  const inChapters = chapters.flatMap(({ name: chapter, results }) =>
    Object.entries(results.printed).map(([figure, text]) => [`${chapter}.${figure}`, text] as const),
  );
  return {
    schemaVersion: 1,
    anthology: { name, title },
    comparison: { isComparable: differing.length === 0, notes, differing },
    notes: chapters.map(({ results }) => results),
    // What a chapter prints goes before: the foreword may print another form of the same figure.
    printed: { ...Object.fromEntries(printed), ...Object.fromEntries(inChapters) },
  };
}
