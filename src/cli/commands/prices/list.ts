/** `omkost prices list`: what stands in the price tables, for which years, where from, and which scenarios use it. */
import { readPriceTables } from '../../../files/price-tables.ts';
import { usedRows } from '../../../prices/extract.ts';
import { yearsInWords } from '../../../prices/indexation/chain.ts';
import { type PriceList, parsePrices } from '../../../prices/parse.ts';
import { priceScenario } from '../../../prices/price.ts';
import { rowsOfList, type TableRow } from '../../../prices/rows-of-list.ts';
import { UserError } from '../../../problem/problem.ts';
import { type CommonOptions, type ExitCode, exitCodes, type Outside } from '../../outside.ts';
import { exitCodeOf, problemAsJson, reportProblems } from '../../report-problems.ts';
import { figureText } from './changes-text.ts';
import { readableScenarios } from './reached-scenarios.ts';

type UsedRow = TableRow & { readonly usedBy: readonly string[] };

/** Rows whose name holds one of the words; all without any. */
export async function listPrices(
  words: readonly string[],
  options: CommonOptions,
  outside: Outside,
): Promise<ExitCode> {
  try {
    const list = parsePrices(await readPriceTables(options.prices, outside.workingFolder));
    const users = await usersOf(list, outside);
    const isMeant = ({ name, label }: TableRow) =>
      words.length === 0 || words.some((word) => `${name} ${label}`.toLowerCase().includes(word.toLowerCase()));
    const rows = rowsOfList(list)
      .filter(isMeant)
      .map((row): UsedRow => ({ ...row, usedBy: users.get(`${row.section} ${row.name}`) ?? [] }));
    if (options.json === true) outside.out(`${JSON.stringify({ rows }, null, 2)}\n`);
    else if (rows.length > 0) outside.out(`${await drawn(rows)}\n`);
    else outside.err('no row of the price tables is called so\n');
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (options.json === true) {
      outside.out(`${JSON.stringify({ rows: [], problems: error.problems.map(problemAsJson) }, null, 2)}\n`);
    } else await reportProblems(outside, options, error.problems);
    return exitCodeOf(error.problems);
  }
}

/** Names of scenarios by the row they use. One that cannot be priced is left to `omkost check`. */
async function usersOf(list: PriceList, outside: Outside): Promise<ReadonlyMap<string, readonly string[]>> {
  const users = new Map<string, string[]>();
  for (const { name, scenario } of await readableScenarios(outside)) {
    try {
      for (const row of usedRows(priceScenario(scenario, list))) {
        const key = `${row.section} ${row.name}`;
        users.set(key, [...(users.get(key) ?? []), name]);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return users;
}

async function drawn(rows: readonly UsedRow[]): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: ['name', 'unit', 'concept', 'years', 'latest', 'source', 'used by'],
    colAligns: ['left', 'left', 'left', 'left', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  table.push(...rows.map(cellsOf));
  return table.toString();
}

function cellsOf({ name, unit, concept, years, latest, source, usedBy }: UsedRow): string[] {
  const who = source?.publisher ?? source?.author ?? source?.title ?? 'assumption';
  return [name, unit, concept ?? '', yearsInWords(years), figureText(latest), who, usedBy.join('\n')];
}
