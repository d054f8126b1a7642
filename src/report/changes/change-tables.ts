/** The tables of what changed in one note: its figures, why, what moves unseen, and what else differs. */
import type { Cause } from '../../changes/attribute.ts';
import type { FigureChange, NoteChanges } from '../../changes/changes.types.ts';
import { column } from '../tables/table-words.ts';
import type { TableColumn, TableRow, TableView } from '../view.types.ts';
import { type ChangeWords, changeText, effectText, figureLabel, inputLabel } from './change-words.ts';

interface TableText {
  readonly id: string;
  readonly name: 'overview' | 'figures' | 'causes' | 'unseen' | 'others' | 'parts' | 'since' | 'history';
  readonly fillings?: Readonly<Record<string, string>>;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly note: string;
}

/** None where there is nothing to show. */
export function changeTable(words: ChangeWords, { id, name, fillings, columns, rows, note }: TableText): TableView[] {
  if (rows.length === 0) return [];
  const { say } = words;
  const title = say(`${name}Title`, fillings);
  return [
    {
      id,
      title,
      unit: say(`${name}Unit`),
      columns,
      rows,
      notes: [say(note)],
      sources: [say(name === 'history' ? 'historySource' : 'own')],
    },
  ];
}

/** All tables of a note; `id` begins their ids. */
export function noteTables(words: ChangeWords, note: NoteChanges, id: string): readonly TableView[] {
  const { say } = words;
  const { moving, idle } = causesBySize(note);
  const beforeAfter = [column(say('before'), true), column(say('after'), true)];
  const written = [column(say('before')), column(say('after'))];
  const others = [...idle.flatMap(({ changes }) => changes), ...note.wording];
  const inputs = others.map((change) =>
    body(inputLabel(words, note, change), [change.before ?? say('nothingThere'), change.after ?? say('nothingThere')]),
  );
  return [
    ...changeTable(words, {
      id: `${id}-figures`,
      name: 'figures',
      columns: [column(say('figuresWhat')), ...beforeAfter, column(say('change'), true)],
      rows: note.figures.map((figure) => figureRow(words, note, figure)),
      note: 'exactNote',
    }),
    ...causesTable(words, note, moving, id),
    ...changeTable(words, {
      id: `${id}-unseen`,
      name: 'unseen',
      columns: [column(say('figuresWhat')), column(say('printed'), true), column(say('change'), true)],
      rows: note.unseen.map((figure) =>
        body(figureLabel(words, note, figure.name), [figure.after ?? '', moved(words, figure)]),
      ),
      note: 'unseenNote',
    }),
    ...changeTable(words, {
      id: `${id}-others`,
      name: 'others',
      columns: [column(say('othersWhat')), ...written],
      rows: inputs,
      note: 'namedNote',
    }),
    ...changeTable(words, {
      id: `${id}-parts`,
      name: 'parts',
      columns: [column(say('partsWhat')), ...written],
      rows: partRows(note),
      note: 'namedNote',
    }),
  ];
}

/** What the headline's change comes from. */
export function causesTable(
  words: ChangeWords,
  note: NoteChanges,
  moving: readonly Cause[],
  id: string,
): readonly TableView[] {
  const { say } = words;
  const { headline, joint, program } = note;
  const rows = moving.flatMap(({ changes, effects }) =>
    changes.map((change, place) => {
      const name = inputLabel(words, note, change);
      const effect = place === 0 ? effectText(words, effects[headline] ?? 0) : '';
      const inputs = [change.before ?? say('nothingThere'), change.after ?? say('nothingThere')];
      return body(place === 0 ? name : say('company', { name }), [...inputs, effect]);
    }),
  );
  if (rows.length === 0) return [];
  const rest = (name: string, effect: number | undefined) =>
    effect === undefined ? [] : [body(say(name), ['', '', effectText(words, effect)])];
  const otherwise = program?.before === program?.after ? 'unexplained' : 'version';
  const sum = [...moving.map(({ effects }) => effects), joint, program?.effects ?? {}]
    .map((effects) => effects[headline] ?? 0)
    .reduce((one, other) => one + other, 0);
  return changeTable(words, {
    id: `${id}-causes`,
    name: 'causes',
    fillings: { figure: figureLabel(words, note, headline) },
    columns: [
      column(say('causesWhat')),
      column(say('before'), isShort(rows, 0)),
      column(say('after'), isShort(rows, 1)),
      column(say('effect'), true),
    ],
    rows: [
      ...rows,
      ...rest('together', joint[headline]),
      ...rest(otherwise, program?.effects[headline]),
      { kind: 'total', head: say('sum'), cells: ['', '', effectText(words, sum)] },
    ],
    note: 'effectNote',
  });
}

/** Values as short as figures stand as figures do; a block of the scenario is read as text. */
function isShort(rows: readonly TableRow[], place: number): boolean {
  return rows.every(({ cells }) => (cells[place] ?? '').length <= longestFigure);
}

const longestFigure = 18;

/** The largest effect on the headline first; changes from which no figure follows are apart. */
export function causesBySize({ causes, headline }: NoteChanges): {
  readonly moving: readonly Cause[];
  readonly idle: readonly Cause[];
} {
  const size = ({ effects }: Cause) => Math.abs(effects[headline] ?? 0);
  const moves = ({ effects }: Cause) => Object.keys(effects).length > 0;
  const moving = causes.filter(moves).sort((one, other) => size(other) - size(one));
  return { moving, idle: causes.filter((cause) => !moves(cause)) };
}

export function figureRow(words: ChangeWords, note: NoteChanges, figure: FigureChange): TableRow {
  const none = words.say('nothingThere');
  const cells = [figure.before ?? none, figure.after ?? none, moved(words, figure)];
  return body(figureLabel(words, note, figure.name), cells);
}

function moved(words: ChangeWords, { name, valueBefore, valueAfter }: FigureChange): string {
  return changeText(words, name, [valueBefore, valueAfter]);
}

function partRows({ parts, program }: NoteChanges): TableRow[] {
  const isOther = program !== undefined && program.before !== program.after;
  const versions = isOther ? [body('omkost', [program.before ?? '', program.after ?? ''])] : [];
  return [...versions, ...parts.map(({ name, before, after }) => body(name, [short(before), short(after)]))];
}

/** A hash is known by its beginning. */
function short(part: string): string {
  return /^[0-9a-f]{64}$/.test(part) ? part.slice(0, 12) : part;
}

function body(head: string, cells: readonly string[]): TableRow {
  return { kind: 'body', head, cells };
}
