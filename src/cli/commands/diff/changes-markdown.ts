/** What differs between two builds, as Markdown for a pull request: a line that says it, a table for each note, the rest folded up. */
import type { BuildChanges, FigureChange, NoteChanges } from '../../../changes/changes.types.ts';
import type { InputChange } from '../../../changes/input-changes.ts';
import type { ChangedEntry } from '../../../prices/update/changed-entries.ts';
import { figureText } from '../prices/changes-text.ts';
import { short } from './changes-text.ts';
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

export function changesMarkdown(changes: BuildChanges): string {
  const notes = changes.notes.filter(({ status }) => status !== 'same');
  return [`**${summaryLine(changes)}**`, ...notes.map(noteMarkdown)].join('\n\n').concat('\n');
}

/** What differs between two sets of price tables; the figures as they are told in the terminal. */
export function entriesMarkdown(entries: readonly ChangedEntry[]): string {
  const rows = entries.flatMap(({ name, kind, values, otherwise }) => {
    const more = kind === 'changed' ? (otherwise ? 'and more than the value' : '') : kind;
    if (values.length === 0) return [[code(name), '', '', '', more]];
    return values.map(({ year, old, new: now }) => [code(name), String(year), figureText(old), figureText(now), more]);
  });
  return rows.length === 0 ? '' : `${table(['Series', 'Year', 'Old', 'New', ''], rows, 9)}\n\n`;
}

function noteMarkdown(note: NoteChanges): string {
  const { name, title, status, figures, unseen, parts, wording } = note;
  const heading = `### ${code(name)}`;
  if (status === 'added' || status === 'removed') return `${heading}\n\n${code(title)} was ${status}.`;
  const { idle } = sortedCauses(note);
  const reason = unexplained(note);
  return [
    heading,
    figures.length === 0
      ? 'No printed figure changes.'
      : figuresMarkdown(note, figures, {
          head: ['Figure', 'Before', 'After', 'Change'],
          why: 'Because of',
          rowOf: figureRow,
        }),
    causesMarkdown(note),
    ...(reason === undefined ? [] : [code(reason)]),
    folded(
      `${counted(unseen.length, 'figure')} moved without its being seen`,
      figuresMarkdown(note, unseen, { head: ['Figure', 'Printed', 'Change'], why: 'Because of', rowOf: unseenRow }),
    ),
    folded(
      'Changed without moving a figure',
      table(['Input', 'Before', 'After'], [...idle.flatMap(({ changes }) => changes), ...wording].map(inputRow), 9),
    ),
    folded(
      'Other parts that differ',
      table(
        ['Part', 'Before', 'After'],
        [...programRow(note), ...parts.map((part) => [part.name, short(part.before), short(part.after)].map(code))],
        9,
      ),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function causesMarkdown(note: NoteChanges): string {
  const { joint, program } = note;
  const figures = effectFigures(note);
  const effects = (by: Readonly<Record<string, number>>) => figures.map((figure) => effectText(by[figure]));
  const rows = sortedCauses(note).moving.flatMap(({ changes, effects: by }) =>
    changes.map((change, place) => [
      ...inputRow(change).map((cell, at) => (place > 0 && at === 0 ? `with ${cell}` : cell)),
      ...(place === 0 ? effects(by) : figures.map(() => '')),
    ]),
  );
  if (Object.keys(joint).length > 0) rows.push(['together, beside what each does alone', '', '', ...effects(joint)]);
  const otherwise = programEffect(note);
  if (otherwise !== undefined)
    rows.push([otherwise.what, code(otherwise.before), code(otherwise.after), ...effects(program?.effects ?? {})]);
  return table(
    ['Why: what each change makes alone', 'Before', 'After', ...figures.map((figure) => `${figure}, kr.`)],
    rows,
    3,
  );
}

function programRow({ program }: NoteChanges): string[][] {
  if (program === undefined || program.before === program.after) return [];
  return [['program', code(program.before ?? ''), code(program.after ?? '')]];
}

/** Figures to the right, and last the changes that each follows from. */
function figuresMarkdown(note: NoteChanges, figures: readonly FigureChange[], columns: FigureColumns): string {
  const { head, rows } = withWhy(note, figures, columns);
  const cells = rows.map((row) => [...row.cells, row.why.map(code).join(', ')].slice(0, head.length));
  return table(head, cells, 1, columns.head.length);
}

function figureRow(figure: FigureChange): string[] {
  return [code(figure.name), printed(figure.before), printed(figure.after), relativeChange(figure)];
}

function unseenRow(figure: FigureChange): string[] {
  return [code(figure.name), printed(figure.after), relativeChange(figure)];
}

function inputRow(change: InputChange): string[] {
  return [code(inputName(change)), printed(change.before), printed(change.after)];
}

/** Columns from `right` on are figures, up to `end`. */
function table(head: readonly string[], rows: readonly (readonly string[])[], right: number, end = 99): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, place) => (place >= right && place < end ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function folded(title: string, body: string): string {
  return body === '' ? '' : `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function printed(text: string | null): string {
  return text === null ? '–' : code(text);
}

/**
 * What a file says is text: its marks are written as references, which are none of Markdown's, and in `<code>` nobody is mentioned. Marks
 * that only numbers and names have stay, so that the text can be read as it is.
 */
function code(text: string): string {
  if (text === '') return '';
  const isQuiet = (mark: string) => '.,-%'.includes(mark) && !/www/i.test(text);
  const inert = text
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, (mark) => (isQuiet(mark) ? mark : `&#${mark.charCodeAt(0)};`));
  return `<code>${inert}</code>`;
}
