/** Why the author chose the values of an analysis: under its table. */
import type { ReportContext } from '../context.ts';
import { say, text } from '../context.ts';
import type { TableView } from '../view.types.ts';

interface Reasoned {
  readonly name?: string | undefined;
  readonly assumption?: string | undefined;
}

type Notes = Pick<TableView, 'notes' | 'sources'>;

/** “Ét hold: En mindre kommune.” */
export function withReasons(context: ReportContext, own: Notes, analyses: readonly Reasoned[]): Notes {
  const reasons = analyses.flatMap(({ name, assumption }): string[] => {
    if (assumption === undefined) return [];
    if (name === undefined) return [assumption];
    return [say(context, text(context.language.notes, 'reason'), { name, why: assumption })];
  });
  return { ...own, notes: [...own.notes, ...reasons] };
}
