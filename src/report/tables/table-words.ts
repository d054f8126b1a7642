/** The words of a table, and what stands under it. */
import type { ReportContext } from '../context.ts';
import { say, text } from '../context.ts';
import { discountNames } from '../discounting.ts';
import type { TableColumn, TableView } from '../view.types.ts';

export interface TableWords {
  readonly title: string;
  readonly unit: string;
  readonly what: string;
  readonly texts: Readonly<Record<string, string>>;
}

export function tableWords(context: ReportContext, name: string): TableWords {
  const texts = context.language.tables[name] ?? {};
  const filled = (key: string) => (texts[key] === undefined ? '' : say(context, texts[key]));
  return { title: filled('title'), unit: filled('unit'), what: filled('what'), texts };
}

export function column(label: string, numeric = false): TableColumn {
  return { label, numeric };
}

/** “Anm.” and “Kilde” of a table of our own figures: the named notes of the language, and that it is discounted where it is. */
export function ownNotes(context: ReportContext, notes: readonly string[]): Pick<TableView, 'notes' | 'sources'> {
  return {
    notes: inNote(context, notes).map((name) =>
      say(context, text(context.language.notes, name), discountNames(context)),
    ),
    sources: [say(context, text(context.language.notes, 'own'))],
  };
}

/** A note that discounts says so under every table and chart of its figures; no other table says that it does not. */
function inNote({ scenario }: ReportContext, notes: readonly string[]): readonly string[] {
  if (scenario.discounting === undefined) return notes;
  return [...notes.filter((name) => name !== 'undiscounted'), 'discounted'];
}

/** Kroner in a column whose head says kr.: “76.000”, a dash for nothing. */
export function bareKroner(context: ReportContext, amount: number): string {
  return amount === 0 ? context.language.words.none : context.numbers.plain(amount);
}

/** True when the printed rows do not add up to the printed total: then the table says that it is rounding. */
export function isRounded(context: ReportContext, parts: readonly number[], total: number): boolean {
  const whole = (amount: number) =>
    Number(
      context.numbers
        .plain(amount)
        .replace(/[^\d−]/g, '')
        .replace('−', '-'),
    );
  return parts.reduce((sum, part) => sum + whole(part), 0) !== whole(total);
}
