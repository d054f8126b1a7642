/** “Ændringer siden sidste udgave”: the note's headline figures beside those of its edition before, what made them move, and its editions. */

import type { FigureChange, RecordedNote } from '../../changes/changes.types.ts';
import type { Edition, FigureValues } from '../../changes/edition.ts';
import { noteChanges } from '../../changes/note-changes.ts';
import { namedFigures } from '../../model/named-figures.ts';
import { figure, type ReportContext } from '../context.ts';
import { column } from '../tables/table-words.ts';
import type { TableView } from '../view.types.ts';
import { causesBySize, causesTable, changeTable, figureRow } from './change-tables.ts';
import { type ChangeWords, changeWords } from './change-words.ts';

export interface EarlierEdition {
  readonly previous: RecordedNote;
  /** What the note itself is computed from. */
  readonly edition: Edition;
}

export interface SincePrevious {
  readonly paragraphs: readonly string[];
  readonly tables: Readonly<Record<string, TableView>>;
}

/** The figures that a reader of the earlier edition remembers. */
const headlines = ['perCompleted', 'total', 'perYear', 'startUp', 'operation'];

export function sincePrevious(context: ReportContext, earlier: EarlierEdition | undefined): SincePrevious {
  const words = { ...changeWords(context.language), numbers: context.numbers };
  const history = historyTable(words, context);
  const { previousEdition } = context.scenario;
  if (earlier === undefined || previousEdition === undefined) return { paragraphs: [], tables: history };
  const { previous, edition } = earlier;
  const values: FigureValues = new Map(
    namedFigures(context.assessment.model).map(([name, term]) => [name, figure(context, term)]),
  );
  const { title, priceYear } = context.scenario;
  const name = previous.name;
  const after = { name, title, priceYear, printed: printedOf(context, values), values, edition };
  const changes = noteChanges({ ...previous, printed: printedOf(context, previous.values) }, after);
  const { say } = words;
  const rows = [...changes.figures, ...changes.unseen, ...changes.same].filter(({ name: one }) =>
    headlines.includes(one),
  );
  // What both editions have nothing of is no headline.
  const isNothing = ({ valueBefore, valueAfter }: FigureChange) => valueBefore === 0 && valueAfter === 0;
  const inOrder = headlines.flatMap((one) => rows.filter((row) => row.name === one && !isNothing(row)));
  const [since] = changeTable(words, {
    id: 'changes-since',
    name: 'since',
    columns: [column(say('figuresWhat')), ...['before', 'after', 'change'].map((one) => column(say(one), true))],
    rows: inOrder.map((row) => figureRow(words, changes, row)),
    note: 'sinceNote',
  });
  const [causes] = causesTable(words, changes, causesBySize(changes).moving, 'changes-since');
  const years = [previous.priceYear, priceYear].map(String);
  return {
    paragraphs: [
      say('since', { issued: previousEdition.issued }),
      ...(previousEdition.note === undefined ? [] : [previousEdition.note]),
      ...(years[0] === years[1] ? [] : [say('priceYears', { before: years[0] ?? '', after: years[1] ?? '' })]),
      ...(changes.explained === 'no-inputs' ? [say('noInputs')] : []),
      ...(changes.explained === 'not-computable' ? [say('notComputable')] : []),
    ],
    tables: { ...history, ...(since && { changesSince: since }), ...(causes && { changeCauses: causes }) },
  };
}

/** Both in the note's own rounding, so that only what moved looks moved. */
function printedOf({ numbers }: ReportContext, values: FigureValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    headlines.flatMap((name): [string, string][] => {
      const value = values.get(name);
      return value === undefined || !Number.isFinite(value) ? [] : [[name, numbers.headline(value).text]];
    }),
  );
}

function historyTable(words: ChangeWords, { scenario }: ReportContext): Readonly<Record<string, TableView>> {
  const [history] = changeTable(words, {
    id: 'editions',
    name: 'history',
    columns: [column(words.say('historyWhat')), column(words.say('historyChange'))],
    rows: (scenario.history ?? []).map(({ issued, change }) => ({ kind: 'body', head: issued, cells: [change] })),
    note: 'historyNote',
  });
  return history === undefined ? {} : { history };
}
