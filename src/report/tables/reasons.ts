/** Why the author chose the values of an analysis: under its table. */
import type { Path } from '../../yaml/parse-yaml.ts';
import { indexedNotes } from '../analysis-prices.ts';
import type { ReportContext } from '../context.ts';
import { say, text } from '../context.ts';
import type { TableView } from '../view.types.ts';

interface Reasoned {
  readonly name?: string | undefined;
  readonly assumption?: string | undefined;
}

type Notes = Pick<TableView, 'notes' | 'sources'>;

/** “Ét hold: En mindre kommune.”, after what was done to the amounts of the analyses at the path of `sensitivity`. */
export function withReasons(context: ReportContext, own: Notes, path: Path, analyses: readonly Reasoned[]): Notes {
  const reasons = analyses.flatMap(({ name, assumption }): string[] => {
    if (assumption === undefined) return [];
    if (name === undefined) return [assumption];
    return [say(context, text(context.language.notes, 'reason'), { name, why: assumption })];
  });
  return { ...own, notes: [...own.notes, ...indexedNotes(context, path), ...reasons] };
}
