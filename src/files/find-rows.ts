/** The notes that a table of rows makes of one scenario. */
import { resolve } from 'node:path';
import { type Problem, UserError } from '../problem/problem.ts';
import { nearest } from '../problem/suggest.ts';
import { checkScenario } from '../scenario/parse.ts';
import { toldInRow } from '../scenario/rows/in-row.ts';
import { readRows, type ScenarioRow } from '../scenario/rows/read-rows.ts';
import { type Located, parseYaml } from '../yaml/parse-yaml.ts';
import type { FoundScenarios, ScenarioFile } from './find-scenarios.ts';
import { columnsIn, type NamePattern, noteNameOf } from './note-name.ts';
import { readSource } from './read-source.ts';

export interface RowsChoice {
  /** The table, as the user named it. */
  readonly rows: string;
  /** Names of the notes; without one they are called after the scenario and the first column. */
  readonly name?: NamePattern | undefined;
}

/**
 * One note for each row, in the order of the table. Rows that cannot be used are among the problems, the others are found all the same.
 * Throws UserError where the scenario's YAML or the table as a whole cannot be read.
 */
export async function findRows(
  scenario: ScenarioFile & { readonly path: string },
  { rows: table, name: pattern }: RowsChoice,
  workingFolder: string,
): Promise<FoundScenarios> {
  const located = parseYaml(await readSource(resolve(workingFolder, scenario.path), scenario.path));
  const csv = await readTable(resolve(workingFolder, table), table);
  const namedBy = pattern === undefined ? [] : columnsIn(pattern);
  const { columns, rows, problems } = readRows(csv, located, namedBy);
  const [first] = columns.filter(({ name }) => name !== '');
  const naming = pattern ?? { written: '', parts: [{ text: `${scenario.name}-` }, { column: first?.name ?? '' }] };
  refuseUnknown(
    naming,
    columns.map(({ name }) => name).filter((name) => name !== ''),
  );
  const outcomes = rows.map((row) => nameRow(row, naming));
  const named = outcomes.flatMap((one) => ('name' in one ? [one] : []));
  const unnamed = outcomes.flatMap((one) => ('problem' in one ? [one.problem] : []));
  const taken = collisions(named);
  // They are not built, and what else is wrong with them is told now.
  const refused = outcomes.filter((one) => 'problem' in one || taken.has(one.name)).map(({ row }) => row);
  return {
    files: named.filter(({ name }) => !taken.has(name)).map(({ name, row }) => ({ name, path: scenario.path, row })),
    problems: [...problems, ...refused.flatMap((row) => cellProblems(located, row)), ...unnamed, ...taken.values()],
  };
}

/** What a spreadsheet saves unasked is not UTF-8: its user is told where the choice is. */
async function readTable(path: string, shown: string): ReturnType<typeof readSource> {
  try {
    return await readSource(path, shown);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = 'in Excel: File, Save as, and the type “CSV UTF-8”';
    throw new UserError(
      error.problems.map((problem) => (problem.code === 'file-not-utf8' ? { ...problem, hint } : problem)),
      { cause: error },
    );
  }
}

function refuseUnknown({ parts }: NamePattern, columns: readonly string[]): void {
  const problems = parts.flatMap((part): Problem[] => {
    if (!('column' in part) || columns.includes(part.column)) return [];
    const near = nearest(part.column, columns);
    const hint =
      near === undefined ? `the columns are: ${columns.slice(0, 12).join(', ')}` : `did you mean “{${near}}”?`;
    return [
      {
        severity: 'error',
        code: 'column-unknown',
        message: `--name asks for the column “${part.column}”, which the table does not have`,
        hint,
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
}

/** What is wrong with the cells of a row. */
function cellProblems(scenario: Located<unknown>, row: ScenarioRow): readonly Problem[] {
  try {
    checkScenario(scenario, row);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.filter(({ place }) => place?.source === row.source).map((problem) => toldInRow(problem, row));
  }
}

interface NamedRow {
  readonly name: string;
  readonly row: ScenarioRow;
}

interface RefusedRow {
  readonly problem: Problem;
  readonly row: ScenarioRow;
}

function nameRow(row: ScenarioRow, { parts }: NamePattern): NamedRow | RefusedRow {
  const refuse = (message: string, hint: string, place = row.place): RefusedRow => ({
    problem: { severity: 'error', code: 'name-invalid', message, place, hint },
    row,
  });
  for (const part of parts) {
    if (!('column' in part)) continue;
    const cell = row.cells.get(part.column);
    if (cell === undefined || cell.text === '')
      return refuse(
        `row ${row.number} has nothing in “${part.column}”, which names its note`,
        'fill in the cell, or choose another --name',
        cell?.place,
      );
  }
  const written = parts
    .map((part) => ('column' in part ? (row.cells.get(part.column)?.text ?? '') : part.text))
    .join('');
  const name = noteNameOf(written);
  return name === undefined
    ? refuse(`row ${row.number} would name its note “${written}”, which cannot be a file`, 'choose another --name')
    : { name, row };
}

/** Two notes of one name would write the same files: neither is built, since which of them was meant cannot be known. */
function collisions(named: readonly NamedRow[]): ReadonlyMap<string, Problem> {
  const byName = new Map<string, ScenarioRow[]>();
  for (const { name, row } of named) byName.set(name, [...(byName.get(name) ?? []), row]);
  return new Map(
    [...byName].flatMap(([name, rows]): [string, Problem][] => {
      const last = rows.at(-1);
      if (rows.length < 2 || last === undefined) return [];
      const numbers = rows.map(({ number }) => number);
      const message = `rows ${numbers.slice(0, -1).join(', ')} and ${last.number} would all write ${name}.pdf`;
      const hint = 'choose a --name that tells them apart: “{kommune}-{år}”';
      return [
        [
          name,
          {
            severity: 'error',
            code: 'name-taken',
            message: rows.length === 2 ? message.replace(' all', ' both') : message,
            place: last.place,
            hint,
          },
        ],
      ];
    }),
  );
}
