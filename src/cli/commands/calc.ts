/** `omkost calc`: the results of one scenario in the terminal. */
import { findScenario } from '../../files/find-scenarios.ts';
import { InputReader } from '../../files/read-inputs.ts';
import { composeNote, type Note } from '../../note.ts';
import { UserError } from '../../problem/problem.ts';
import type { TableView } from '../../report/view.types.ts';
import { type CommonOptions, dateOfBuild, type ExitCode, exitCodes, type Outside } from '../outside.ts';
import { exitCodeOf, problemAsJson, reportProblems } from '../report-problems.ts';

export async function calc(named: string, options: CommonOptions, outside: Outside): Promise<ExitCode> {
  const { workingFolder, standardInput } = outside;
  const reader = new InputReader({ ...options, workingFolder, standardInput, issued: dateOfBuild(outside) });
  try {
    const note = composeNote(await reader.read(await findScenario(named, workingFolder)));
    await reportProblems(outside, options, note.warnings);
    outside.out(options.json ? `${JSON.stringify(note.results, null, 2)}\n` : await asTables(note));
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (options.json) outside.out(`${JSON.stringify({ problems: error.problems.map(problemAsJson) }, null, 2)}\n`);
    else await reportProblems(outside, options, error.problems);
    return exitCodeOf(error.problems);
  }
}

async function asTables({ view }: Note): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const drawn = (table: TableView | undefined): string => {
    if (table === undefined) return '';
    const drawing = new Table({
      head: table.columns.map((column) => column.label),
      colAligns: table.columns.map((column) => (column.numeric ? 'right' : 'left')),
      style: { head: [], border: [] },
    });
    for (const row of table.rows) drawing.push([row.head, ...row.cells]);
    return `${table.title}${table.unit === undefined ? '' : ` (${table.unit})`}\n${drawing.toString()}\n${table.notes.map((note) => `${note}\n`).join('')}\n`;
  };
  const headlines = view.headlines.map(({ label, figure }) => `  ${label}: ${figure}\n`).join('');
  const chosen = tableOrder(view.tables).map((name) => drawn(view.tables[name]));
  return `${view.title}\n${view.priceLevel}\n\n${headlines}\n${chosen.join('')}`;
}

/** Those of the note's tables that stand in its appendix or repeat its inputs: they are asked for with `omkost explain`. */
const left = new Set(['assumptions', 'inputs', 'equations', 'activities', 'probabilityInputs']);

const first = ['perUnit', 'perYear', 'lines', 'byPayer', 'payerYear', 'comparator', 'discounting'];

/** The results, then every analysis in the note's order. */
function tableOrder(tables: Note['view']['tables']): readonly string[] {
  const others = Object.keys(tables).filter((name) => !first.includes(name) && !left.has(name));
  return [...first, ...others];
}
