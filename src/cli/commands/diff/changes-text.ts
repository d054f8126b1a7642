/** What differs between two builds, as tables in the terminal. */
import type { BuildChanges, FigureChange, NoteChanges } from '../../../changes/changes.types.ts';
import {
  counted,
  effectFigures,
  effectText,
  type FigureColumns,
  inputName,
  programEffect,
  relativeChange,
  sortedCauses,
  summaryLine,
  unexplained,
  withWhy,
} from './figures-text.ts';

export async function changesText(changes: BuildChanges): Promise<string> {
  return `${changes.before} → ${changes.after}: ${summaryLine(changes)}\n${await notesText(changes)}`;
}

/** The notes that differ, one after the other. */
export async function notesText({ notes }: BuildChanges): Promise<string> {
  const told = await Promise.all(notes.filter(({ status }) => status !== 'same').map(noteText));
  return told.join('');
}

async function noteText(note: NoteChanges): Promise<string> {
  const { name, status, figures, unseen, parts, wording, program } = note;
  if (status === 'added' || status === 'removed') return `\n${name}: ${status}\n`;
  const title =
    figures.length === 0 ? 'no printed figure changes' : `${counted(figures.length, 'printed figure')} changed`;
  const { idle } = sortedCauses(note);
  const others = [...idle.flatMap(({ changes }) => changes), ...wording].map((change) => [
    inputName(change),
    change.before ?? '',
    change.after ?? '',
  ]);
  const reason = unexplained(note);
  return [
    `\n${name}: ${title}\n`,
    await figuresText(note, figures, {
      head: ['figure', 'before', 'after', 'change'],
      why: 'because of',
      rowOf: figureRow,
    }),
    await causesText(note),
    reason === undefined ? '' : `${reason}\n`,
    program === undefined || program.before === program.after ? '' : `program: ${program.before} → ${program.after}\n`,
    titled(
      'Figures that move without its being seen',
      await figuresText(note, unseen, { head: ['figure', 'printed', 'change'], why: 'because of', rowOf: unseenRow }),
    ),
    titled('Changed without moving a figure', await table(['input', 'before', 'after'], others, [])),
    titled(
      'Other parts that differ',
      await table(
        ['part', 'before', 'after'],
        parts.map(({ name: part, before, after }) => [part, short(before), short(after)]),
        [],
      ),
    ),
  ].join('');
}

async function causesText(note: NoteChanges): Promise<string> {
  const { moving } = sortedCauses(note);
  const { joint, program } = note;
  const figures = effectFigures(note);
  const effects = (by: Readonly<Record<string, number>>) => figures.map((figure) => effectText(by[figure]));
  const rows = moving.flatMap(({ changes, effects: by }) =>
    changes.map((change, place) => [
      place === 0 ? inputName(change) : `  with ${inputName(change)}`,
      change.before ?? 'none',
      change.after ?? 'none',
      ...(place === 0 ? effects(by) : figures.map(() => '')),
    ]),
  );
  if (Object.keys(joint).length > 0) rows.push(['together, beside what each does alone', '', '', ...effects(joint)]);
  const otherwise = programEffect(note);
  if (otherwise !== undefined)
    rows.push([otherwise.what, otherwise.before, otherwise.after, ...effects(program?.effects ?? {})]);
  const head = ['why', 'before', 'after', ...figures.map((figure) => `${figure}, kr.`)];
  return titled(
    'Why: what each change makes alone',
    await table(
      head,
      rows,
      figures.map((_, place) => place + 3),
    ),
  );
}

/** Figures to the right, and last the changes that each follows from. */
async function figuresText(
  note: NoteChanges,
  figures: readonly FigureChange[],
  columns: FigureColumns,
): Promise<string> {
  const { head, rows } = withWhy(note, figures, columns);
  const right = columns.head.flatMap((_, place) => (place === 0 ? [] : [place]));
  return table(
    [...head],
    rows.map(({ cells, why }) => [...cells, why]),
    right,
  );
}

function figureRow(figure: FigureChange): string[] {
  return [figure.name, figure.before ?? 'not printed', figure.after ?? 'not printed', relativeChange(figure)];
}

function unseenRow(figure: FigureChange): string[] {
  return [figure.name, figure.after ?? '', relativeChange(figure)];
}

/** A hash is known by its beginning. */
export function short(part: string): string {
  return /^[0-9a-f]{64}$/.test(part) ? part.slice(0, 12) : part;
}

function titled(title: string, drawn: string): string {
  return drawn === '' ? '' : `${title}:\n${drawn}`;
}

/** A text, or several in lines of their own. */
type Cell = string | readonly string[];

async function table(head: string[], rows: readonly (readonly Cell[])[], right: readonly number[]): Promise<string> {
  if (rows.length === 0) return '';
  const { default: Table } = await import('cli-table3');
  const colAligns = head.map((_, place) => (right.includes(place) ? ('right' as const) : ('left' as const)));
  const drawing = new Table({ head, colAligns, style: { head: [], border: [] } });
  drawing.push(...rows.map((row) => row.slice(0, head.length).map((cell) => [cell].flat().map(printable).join('\n'))));
  return `${drawing.toString()}\n`;
}

/** Text of a file from outside says nothing to the terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
