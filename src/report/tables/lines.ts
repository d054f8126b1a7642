/** Table: every cost line with its quantity. */
import type { CostLine } from '../../model/cost-line.ts';
import { counted } from '../../model/totals.ts';
import type { ReportContext } from '../context.ts';
import { figure, say, text } from '../context.ts';
import { driverText } from '../provenance.ts';
import { usedCategories } from '../used-categories.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { bareKroner, column, isRounded, ownNotes, tableWords } from './table-words.ts';

export function linesTable(context: ReportContext): TableView {
  const words = tableWords(context, 'lines');
  const { lines, totals } = context.assessment.model;
  const perspective = context.scenario.perspective ?? 'kommune';
  const shown = lines.filter((line) => counted(line, perspective) > 0 && sumOf(context, line) !== 0);
  const rows = usedCategories(context).flatMap((category): TableRow[] => {
    const own = shown.filter((line) => line.category === category);
    const total = figure(context, totals.byCategory[category]);
    return [
      ...own.map((line) => lineRow(context, line, counted(line, perspective))),
      { kind: 'subtotal', head: context.language.categories[category], cells: ['', '', bareKroner(context, total)] },
    ];
  });
  const gross = figure(context, totals.gross);
  const parts = shown.map((line) => sumOf(context, line) * counted(line, perspective));
  const memos = lines.filter((line) => line.memo !== undefined);
  const table = ownNotes(context, [
    ...(shown.every((line) => multipliesOut(context, line, counted(line, perspective))) ? [] : ['eachVaries']),
    ...(isRounded(context, parts, gross) ? ['rounding'] : []),
    'perspective',
  ]);
  return {
    id: 'lines',
    title: words.title,
    unit: words.unit,
    columns: [
      column(words.what),
      column(text(words.texts, 'each'), true),
      column(text(words.texts, 'times'), true),
      column(text(words.texts, 'total'), true),
    ],
    rows: [...rows, { kind: 'total', head: context.language.words.total, cells: ['', '', bareKroner(context, gross)] }],
    sources: table.sources,
    notes: [...table.notes, ...memoNotes(context, memos)],
  };
}

function memoNotes(context: ReportContext, memos: readonly CostLine[]): string[] {
  const byName = new Map(memos.map((line) => [line.name, line.memo ?? '']));
  return [...byName].map(([name, reason]) => say(context, text(context.language.notes, 'memo'), { name, reason }));
}

/** “Netværksmøder, pr. møde”; of a training the fee and the hours apart. */
function lineName(context: ReportContext, line: CostLine): string {
  const id = line.path.split('.')[1] ?? '';
  const cost = line.path.startsWith('costs.') ? context.scenario.costs?.[id] : undefined;
  if (cost !== undefined) return `${line.name}, ${driverText(context, cost.per)}`;
  if (line.category !== 'training') return line.name;
  const kind = line.phase === 'operation' ? 'renewal' : 'training';
  const suffix = text(context.language.tables.lineKinds, line.part === 'fee' ? `${kind}Fee` : `${kind}Hours`);
  return `${line.name}, ${suffix}`;
}

function lineRow(context: ReportContext, line: CostLine, share: number): TableRow {
  const times = line.times.reduce((sum, term) => sum + figure(context, term), 0);
  return {
    kind: 'body',
    head: lineName(context, line),
    cells: [
      line.each !== undefined && multipliesOut(context, line, share)
        ? bareKroner(context, figure(context, line.each))
        : context.language.words.none,
      context.numbers.count(times),
      bareKroner(context, sumOf(context, line) * share),
    ],
  };
}

/** True where each time × how many times is the sum: not so where pay differs by year, payers share, or something is left over. */
function multipliesOut(context: ReportContext, line: CostLine, share: number): boolean {
  if (line.each === undefined) return false;
  const times = line.times.reduce((sum, term) => sum + figure(context, term), 0);
  const total = sumOf(context, line) * share;
  return Math.abs(figure(context, line.each) * times - total) <= 1e-6 * Math.max(1, Math.abs(total));
}

function sumOf(context: ReportContext, line: CostLine): number {
  return line.byYear.reduce((sum, term) => sum + figure(context, term), 0);
}
