/** One row as a table of its own: what a note carries of the table that it was built from. */
import { stringify } from 'csv-stringify/sync';
import { UserError } from '../../problem/problem.ts';
import type { Source } from '../../problem/source.ts';
import type { Located } from '../../yaml/parse-yaml.ts';
import { readRows, type ScenarioRow } from './read-rows.ts';

/** Only what reaches the note: remarks, and cells that leave the scenario as it is, are the analyst's own. */
export function rowFileOf({ values }: ScenarioRow): string {
  return stringify([values.map(({ column }) => column), values.map(({ text }) => text)], {
    delimiter: ';',
    record_delimiter: 'windows',
    bom: true,
    // What separates is then known whatever the cells hold.
    quoted: true,
  });
}

/** The row of such a file. Throws UserError where it is not as `rowFileOf` writes it. */
export function readRowFile(file: Source, scenario: Located<unknown>): ScenarioRow {
  const { rows, problems } = readRows(file, scenario);
  const [row, ...others] = rows;
  if (row !== undefined && others.length === 0 && problems.length === 0) return row;
  const message = `${file.path} must hold one row, and holds ${rows.length + problems.length}`;
  throw new UserError([
    ...problems,
    { severity: 'error', code: 'attachment-invalid', message, hint: 'build the note again' },
  ]);
}
