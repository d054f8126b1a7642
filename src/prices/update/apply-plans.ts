/** From plans to the texts of the price tables they change; what comes out has been read back. */
import type { Source } from '../../problem/source.ts';
import { parsePrices } from '../parse.ts';
import { editTable, type SeriesEdit } from './edit-table.ts';
import type { SeriesPlan } from './plan-update.ts';
import { seriesIn } from './series-state.ts';

export interface ChangedTable {
  readonly before: Source;
  readonly after: Source;
}

export interface ApplyOptions {
  /** Also what the source has revised; without it old values stay as they are. */
  readonly revised: boolean;
}

/** What a plan writes: nothing where no value changes, so that a source is not called read again for nothing. */
export function editOf({ update, added, revised }: SeriesPlan, options: ApplyOptions): SeriesEdit | undefined {
  const changes = [...added, ...(options.revised ? revised : [])];
  if (changes.length === 0) return undefined;
  const values = new Map(changes.map((change) => [change.year, change.new]));
  const { kind, name, source, newRow } = update;
  return { kind, name, values, source, ...(newRow && { newRow }) };
}

/** The tables that change, each with its text before and after. Throws UserError as `editTable` does. */
export function applyPlans(
  tables: readonly Source[],
  plans: readonly SeriesPlan[],
  options: ApplyOptions,
): readonly ChangedTable[] {
  return tables.flatMap((before) => {
    const edits = plans
      .filter(({ update }) => update.table === before.path)
      .flatMap((plan) => editOf(plan, options) ?? []);
    if (edits.length === 0) return [];
    const after = { path: before.path, text: editTable(before, edits) };
    refuseMiswritten(after, edits);
    return [{ before, after }];
  });
}

/** A value that reads back as another would be a fault of ours, and must never reach a file. */
function refuseMiswritten(after: Source, edits: readonly SeriesEdit[]): void {
  const list = parsePrices([after]);
  for (const { kind, name, values } of edits) {
    const read = seriesIn(list, kind, name)?.values ?? {};
    for (const [year, value] of values) {
      if (read[String(year)] === value) continue;
      throw new Error(`${name} ${year} was written to ${after.path} as ${read[String(year)]}, not as ${value}`);
    }
  }
}
