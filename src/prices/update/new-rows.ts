/** Rows that a file of figures has and no price table: what they begin with, and which table they are added to. */
import type { Problem } from '../../problem/problem.ts';
import type { Source } from '../../problem/source.ts';
import type { Located } from '../../yaml/parse-yaml.ts';
import type { CsvMapping, NewRows } from './csv-mapping.ts';
import type { SeriesState } from './plan-update.ts';
import type { NewRow } from './series-update.ts';

/** What is known of a new row before its values: `label` is what the file calls it. */
export function newRowOf({ table: _, ...rows }: NewRows, label: string): NewRow {
  return { label, ...rows };
}

/** As a plan meets it: with nothing in it. */
export function newState({ label, unit, base }: NewRow, mapping: Located<CsvMapping>): SeriesState {
  return { label, unit: unit ?? base ?? '', values: {}, base, place: mapping.locate(['new'], 'key') };
}

/** The path of the table that new rows are added to, or why it cannot be known. */
export function tableForNew(
  tables: readonly Source[],
  mapping: Located<CsvMapping>,
): { readonly path: string } | { readonly problem: Problem } {
  const { kind, new: rows } = mapping.value;
  const named = rows?.table;
  const lastName = (path: string) => path.split(/[\\/]/).at(-1);
  const fitting = tables.filter(({ path, text }) =>
    named === undefined
      ? new RegExp(`^${kind}:`, 'm').test(text)
      : path.replaceAll('\\', '/') === named || lastName(path) === named,
  );
  const [only = tables.length === 1 && named === undefined ? tables[0] : undefined, ...others] = fitting;
  if (only !== undefined && others.length === 0) return { path: only.path };
  const known = tables.map(({ path }) => lastName(path)).join(', ');
  const message =
    named === undefined
      ? 'it is not said which price table new rows are added to'
      : `there is no price table “${named}”`;
  const hint = named === undefined ? `add \`table: …\` to \`new\`; the tables are ${known}` : `the tables are ${known}`;
  const code = named === undefined ? 'key-missing' : 'value-unknown';
  const place = mapping.locate(named === undefined ? ['new'] : ['new', 'table'], named === undefined ? 'key' : 'value');
  return { problem: { severity: 'error', code, message, place, hint } };
}
