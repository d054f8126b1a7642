/** Tables of what the calculation rests on: the scenario's main assumptions, and every input with its basis. */

import { assumptionRows } from '../assumption-rows.ts';
import type { ReportContext } from '../context.ts';
import { say, text } from '../context.ts';
import { discountNames } from '../discounting.ts';
import { fullName, type InputRow, mainInputs, upperFirst } from '../provenance.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { column, tableWords } from './table-words.ts';

/** Horizon, teams, courses, participants, completion and hourly costs: what a reader asks for first. */
export function assumptionsTable(context: ReportContext): TableView {
  return inputTable(
    context,
    'assumptions',
    grouped(context, mainInputs(context), (row) => row.short),
  );
}

/** Every figure the author gave with its source or the reason for it, and the method's own defaults that reach a figure. */
export function inputsTable(context: ReportContext): TableView {
  return inputTable(context, 'inputs', [
    ...grouped(context, assumptionRows(context), (row) => row.basis),
    ...defaultRows(context),
  ]);
}

function inputTable(context: ReportContext, name: string, rows: readonly TableRow[]): TableView {
  const words = tableWords(context, name);
  return {
    id: name,
    title: words.title,
    unit: words.unit,
    columns: [column(words.what), column(text(words.texts, 'value')), column(text(words.texts, 'source'))],
    rows,
    notes: [say(context, text(context.language.notes, name))],
    sources: [say(context, text(context.language.notes, 'cited'), { column: text(words.texts, 'source') })],
  };
}

/** Rows under the name of the line, team or role they belong to. */
function grouped(
  context: ReportContext,
  rows: readonly InputRow[],
  basis: (row: InputRow) => string,
): readonly TableRow[] {
  const asAbove = text(context.language.notes, 'asAbove');
  let isAfterGroup = false;
  return rows.flatMap((row, place): TableRow[] => {
    const [before, after] = [rows[place - 1]?.owner, rows[place + 1]?.owner];
    const cells = [row.value, isAsAbove(row, rows[place - 1], basis) ? asAbove : basis(row)];
    // An owner of one figure needs no row of its own; behind a group it has one, or it would be taken for a part of that.
    const isAlone = before !== row.owner && after !== row.owner;
    if (isAlone && !isAfterGroup) return [{ kind: 'body', head: fullName(context, row), cells }];
    const body: TableRow = { kind: 'body', head: row.what, cells };
    if (row.owner === '' || row.owner === before) return [body];
    isAfterGroup = true;
    return [{ kind: 'group', head: row.owner, cells: [] }, body];
  });
}

/** One reason for a whole team or line is told once. A word as short as “Antagelse” is simply said again. */
function isAsAbove(row: InputRow, before: InputRow | undefined, basis: (row: InputRow) => string): boolean {
  const told = basis(row);
  return row.owner !== '' && row.owner === before?.owner && told === basis(before) && told.length > 30;
}

function defaultRows(context: ReportContext): readonly TableRow[] {
  const { scenario, language } = context;
  const row = (name: string, fillings: Readonly<Record<string, string>> = {}): TableRow[] => {
    const texts = language.defaults[name];
    if (texts === undefined) return [];
    const filled = (sentence: string) => say(context, sentence, fillings);
    return [{ kind: 'body', head: filled(texts.what), cells: [upperFirst(filled(texts.value)), filled(texts.why)] }];
  };
  const bought = [scenario.equipment, scenario.comparator?.equipment].flatMap((lines) => Object.values(lines ?? {}));
  const { costs, training } = scenario.comparator ?? {};
  const other = [scenario.costs, scenario.training, costs, training].flatMap((lines) => Object.values(lines ?? {}));
  const costed = [...other, ...bought];
  const linear = bought.filter((piece) => piece.residualValue === undefined);
  return [
    { kind: 'group', head: text(language.notes, 'defaults'), cells: [] },
    ...(scenario.perspective === undefined ? row('perspective') : []),
    ...(scenario.discounting === undefined ? row('discounting') : row('discounted', discountNames(context))),
    ...(scenario.discounting?.schedule !== undefined && scenario.discounting.date === undefined
      ? row('discountDate', { date: context.numbers.date(`${scenario.priceYear}-12-31`) })
      : []),
    ...row('priceBasis'),
    ...(costed.some((line) => line.payers === undefined) ? row('payers') : []),
    ...linear.flatMap((piece) => row('residual', { name: piece.name })),
  ];
}
