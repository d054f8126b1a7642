/** A table of rows for one scenario: each row is the scenario with values of its own at some places. */
import { type CsvCell, type CsvRow, type CsvTable, readCsv } from '../../csv/read-csv.ts';
import type { Problem } from '../../problem/problem.ts';
import { refuseErrors, UserError } from '../../problem/problem.ts';
import type { Place, Source } from '../../problem/source.ts';
import { overlay, type Replacement } from '../../yaml/overlay.ts';
import type { Located, Path } from '../../yaml/parse-yaml.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { type Column, readColumns } from './columns.ts';

/** What one row puts in the place of the scenario's own. */
export interface RowValue {
  /** As the header calls it. */
  readonly column: string;
  readonly path: Path;
  readonly text: string;
  readonly place: Place;
}

export interface ScenarioRow {
  /** The table it stands in. */
  readonly source: Source;
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  /** Where the row starts. */
  readonly place: Place;
  /** Of the cells that say something; the others leave the scenario as it is. */
  readonly values: readonly RowValue[];
  /** All its cells by the name of their column. */
  readonly cells: ReadonlyMap<string, CsvCell>;
}

export interface ReadRows {
  readonly columns: readonly Column[];
  readonly rows: readonly ScenarioRow[];
  /** Of rows that cannot be used; the others can. */
  readonly problems: readonly Problem[];
}

/** Throws UserError where the table as a whole cannot be used: no header, unknown columns. `namedBy` are columns that name files. */
export function readRows(csv: Source, scenario: Located<unknown>, namedBy: readonly string[] = []): ReadRows {
  const table = readCsv(csv);
  const { columns, problems: wrong } = readColumns(table.header, scenario.value, namedBy);
  refuseErrors([...wrong, ...namelessColumns(table)]);
  if (table.rows.length === 0) {
    const hint = 'write a row for each note below the names of the columns';
    throw new UserError([
      {
        severity: 'error',
        code: 'csv-invalid',
        message: 'there are no rows below the header',
        place: startOf(table.header),
        hint,
      },
    ]);
  }
  const problems: Problem[] = [];
  const rows = table.rows.flatMap((row): ScenarioRow[] => {
    const surplus = row.cells.slice(columns.length).find(({ text }) => text !== '');
    if (surplus !== undefined) {
      const message = `row ${row.number} has more cells than the ${columns.length} columns of the header`;
      const hint = 'put a text or figure that holds the separator in quotes, or save the table with semicolons';
      problems.push({ severity: 'error', code: 'csv-invalid', message, place: surplus.place, hint });
      return [];
    }
    return [rowOf(table.source, row, columns)];
  });
  return { columns, rows, problems };
}

function rowOf(source: Source, row: CsvRow, columns: readonly Column[]): ScenarioRow {
  const named = columns.flatMap((column, index) => {
    const cell = row.cells[index];
    return cell === undefined || column.name === '' ? [] : [{ ...column, cell }];
  });
  return {
    source,
    number: row.number,
    place: startOf(row.cells),
    values: named.flatMap(({ name, path, cell }) =>
      path === undefined || cell.text === '' ? [] : [{ column: name, path, ...cell }],
    ),
    cells: new Map(named.map(({ name, cell }) => [name, cell])),
  };
}

function startOf(cells: readonly CsvCell[]): Place {
  const [first] = cells;
  if (first === undefined) throw new Error('a row without cells');
  return first.place;
}

/** Spreadsheets save empty columns too; one with something in it must have a name. */
function namelessColumns({ header, rows }: CsvTable): Problem[] {
  return header.flatMap(({ text, place }, index): Problem[] => {
    const inUse = rows.find(({ cells }) => (cells[index]?.text ?? '') !== '');
    if (text !== '' || inUse === undefined) return [];
    const message = `column ${index + 1} has no name, and row ${inUse.number} has something in it`;
    return [{ severity: 'error', code: 'csv-invalid', message, place, hint: 'name the column, or empty it' }];
  });
}

/** The scenario as the row has it: what is wrong with a cell is told at the cell. */
export function withRow(scenario: Located<unknown>, row: ScenarioRow): Located<unknown> {
  return overlay(
    scenario,
    row.values.map(({ path, text, place }): Replacement => ({ path, value: cellValue(path, text), place })),
  );
}

/** A cell is a text, or, in brackets or braces, a list or map as the scenario would have it. One that YAML cannot read is a text. */
function cellValue(path: Path, text: string): unknown {
  if (path[0] === 'row' || !/^(?:\[.*\]|\{.*\})$/s.test(text)) return text;
  try {
    const { value } = parseYaml({ path: '', text: `cell: ${text.replace(/\n/g, ' ')}` });
    return (value as { readonly cell: unknown }).cell;
  } catch (error) {
    if (error instanceof UserError) return text;
    throw error;
  }
}
