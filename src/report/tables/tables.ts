/** The tables of a note, by name. */
import type { ReportContext } from '../context.ts';
import { figure, say, text } from '../context.ts';
import { equationGroups } from '../equations.ts';
import { upperFirst } from '../provenance.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { activitiesTable } from './activities.ts';
import { alternativesTable } from './alternatives.ts';
import { authorTables } from './author-tables.ts';
import { comparatorTable } from './comparator.ts';
import { cumulativeTable, isCumulated } from './cumulative.ts';
import { discountingTable } from './discounting.ts';
import { gridTables } from './grid.ts';
import { assumptionsTable, inputsTable } from './inputs.ts';
import { linesTable } from './lines.ts';
import { payerYearTable } from './payer-year.ts';
import { payersTable } from './payers.ts';
import { perYearTable } from './per-year.ts';
import { probabilityInputsTable, probabilityTable } from './probability.ts';
import { sensitivityTable } from './sensitivity.ts';
import { column, ownNotes, tableWords } from './table-words.ts';
import { thresholdsTable } from './thresholds.ts';

/** All tables that this scenario has figures for; prose and templates place them by name. */
export function tablesOf(context: ReportContext): Readonly<Record<string, TableView>> {
  const { assessment } = context;
  const hasCourses = figure(context, assessment.model.totals.completed) > 0;
  return {
    ...authorTables(context),
    assumptions: assumptionsTable(context),
    perYear: perYearTable(context),
    lines: linesTable(context),
    perUnit: perUnitTable(context, hasCourses),
    ...(hasSeveralPayers(context) && { byPayer: payersTable(context), payerYear: payerYearTable(context) }),
    ...(assessment.model.comparison !== undefined && {
      comparator: comparatorTable(context, assessment.model.comparison),
    }),
    ...(assessment.undiscounted !== undefined && { discounting: discountingTable(context, assessment.undiscounted) }),
    ...(isCumulated(context) && { cumulative: cumulativeTable(context) }),
    inputs: inputsTable(context),
    equations: equationsTable(context),
    ...activities(context),
    ...analysisTables(context),
  };
}

/** Those of the sensitivity analyses that the scenario asks for. */
function analysisTables(context: ReportContext): Readonly<Record<string, TableView>> {
  const { oneWay, alternatives, thresholds, probabilistic } = context.assessment.analyses;
  return {
    ...(oneWay.length > 0 && { sensitivity: sensitivityTable(context) }),
    ...(alternatives.length > 0 && { alternatives: alternativesTable(context) }),
    ...gridTables(context),
    ...(thresholds.length > 0 && { thresholds: thresholdsTable(context) }),
    ...(probabilistic !== undefined && {
      probability: probabilityTable(context, probabilistic),
      probabilityInputs: probabilityInputsTable(context, probabilistic),
    }),
  };
}

/** How the figures came about, with the numbers put in. */
function equationsTable(context: ReportContext): TableView {
  const words = tableWords(context, 'equations');
  const rows = equationGroups(context).flatMap(({ name, equations }): TableRow[] => [
    { kind: 'group', head: name, cells: [] },
    ...equations.map(({ label, equation }): TableRow => ({ kind: 'body', head: upperFirst(label), cells: [equation] })),
  ]);
  return {
    id: 'equations',
    title: words.title,
    unit: words.unit,
    columns: [column(words.what), column(text(words.texts, 'equation'))],
    rows,
    notes: [say(context, text(context.language.notes, 'equations'))],
    sources: [say(context, text(context.language.notes, 'own'))],
  };
}

/** One payer that bears all needs no table of its own. */
function hasSeveralPayers({ assessment }: ReportContext): boolean {
  return assessment.byPayer.length > 1;
}

/** Only where hours follow the courses. */
function activities(context: ReportContext): Readonly<Record<string, TableView>> {
  const table = activitiesTable(context);
  return table === undefined ? {} : { activities: table };
}

function perUnitTable(context: ReportContext, hasCourses: boolean): TableView {
  const { totals } = context.assessment.model;
  const words = tableWords(context, 'perUnit');
  const names = context.language.tables.perUnitRows;
  const row = (name: string, term: number, count?: number): TableRow => ({
    kind: name === 'perCompleted' ? 'total' : 'body',
    head: say(context, text(names, name)),
    cells: [
      count === undefined ? context.language.words.none : context.numbers.count(count),
      context.numbers.plain(figure(context, term)),
    ],
  });
  const horizon = totals.netByYear.length;
  return {
    id: 'per-unit',
    title: words.title,
    unit: words.unit,
    columns: [column(words.what), column(text(words.texts, 'count'), true), column(text(words.texts, 'value'), true)],
    rows: [
      row(figure(context, totals.net) === figure(context, totals.gross) ? 'total' : 'totalNet', totals.net),
      row('perYear', totals.perYear, horizon),
      ...(hasCourses
        ? [
            row('perCourse', totals.perCourse, figure(context, totals.courses)),
            row('perStarted', totals.perStarted, figure(context, totals.started)),
            row('perCompleted', totals.perCompleted, figure(context, totals.completed)),
          ]
        : []),
    ],
    ...ownNotes(context, ['undiscounted', 'perspective']),
  };
}
