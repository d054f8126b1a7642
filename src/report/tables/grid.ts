/** Tables: the headline over two inputs, shaded by thirds; a star marks the main scenario. */
import type { GridAxis, GridResult } from '../../model/analyses/grid.ts';
import { durationUnitOf } from '../../scenario/quantity/read-amount.ts';
import type { ReportContext } from '../context.ts';
import { inUnit, say, text } from '../context.ts';
import type { CellMark, TableRow, TableView } from '../view.types.ts';
import { withReasons } from './reasons.ts';
import { bareKroner, column, ownNotes, tableWords } from './table-words.ts';
import { variedName } from './varied-names.ts';

/** `grid`, `grid2`, `grid3` … in the order they are written. */
export function gridTables(context: ReportContext): Readonly<Record<string, TableView>> {
  const { grids } = context.assessment.analyses;
  return Object.fromEntries(
    grids.map((result, place) => [`grid${place === 0 ? '' : place + 1}`, gridTable(context, result, place)]),
  );
}

function gridTable(context: ReportContext, result: GridResult, place: number): TableView {
  const words = tableWords(context, 'grid');
  const { rows, columns, headlines, grid } = result;
  const name = (axis: GridAxis) => axis.axis.name ?? variedName(context, axis.figures.keys());
  const what = say(context, text(words.texts, 'corner'), { rows: name(rows), columns: name(columns) });
  const marks = marksOf(result);
  const { lowest, highest } = endsOf(result);
  const signed = (sign: 'base' | 'lowest' | 'highest', amount: string) =>
    say(context, text(words.texts, sign), { amount });
  // Signs beside the shades, so that the table reads in grey and aloud.
  const cell = (amount: number, mark: CellMark) => {
    const plain = bareKroner(context, amount);
    const end =
      lowest === highest ? undefined : amount === lowest ? 'lowest' : amount === highest ? 'highest' : undefined;
    const marked = end === undefined ? plain : signed(end, plain);
    return mark === 'base' ? signed('base', marked) : marked;
  };
  return {
    id: place === 0 ? 'grid' : `grid-${place + 1}`,
    title: grid.name ?? words.title,
    unit: words.unit,
    columns: [column(what), ...columns.values.map((_, at) => column(axisText(context, columns, at), true))],
    rows: headlines.map((amounts, row): TableRow => {
      const rowMarks = marks[row] ?? [];
      return {
        kind: 'body',
        head: axisText(context, rows, row),
        cells: amounts.map((amount, at) => cell(amount, rowMarks[at] ?? 'mid')),
        marks: rowMarks,
      };
    }),
    ...withReasons(
      context,
      ownNotes(context, [result.nearest.isBase ? 'gridBase' : 'gridNearest']),
      ['grids', result.id],
      [grid],
    ),
  };
}

/** One value of an axis as it was written: “12”, “13 uger”. */
function axisText(context: ReportContext, { values, unit, axis }: GridAxis, place: number): string {
  return inUnit(context, values[place] ?? Number.NaN, unit, durationUnitOf(axis.values[place]?.text ?? ''));
}

function endsOf({ headlines }: GridResult): { readonly lowest: number; readonly highest: number } {
  const all = headlines.flat().filter(Number.isFinite);
  return { lowest: Math.min(...all), highest: Math.max(...all) };
}

function marksOf(result: GridResult): readonly (readonly CellMark[])[] {
  const { headlines, nearest } = result;
  const { lowest, highest } = endsOf(result);
  const third = (highest - lowest) / 3;
  return headlines.map((amounts, row) =>
    amounts.map((amount, at): CellMark => {
      if (row === nearest.row && at === nearest.column) return 'base';
      if (amount < lowest + third) return 'low';
      return amount > highest - third ? 'high' : 'mid';
    }),
  );
}
