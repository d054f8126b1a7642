/** A problem as its reader sees it: file, line, column, the line with a caret, and the next step. */
import type { Problem } from './problem.ts';
import type { Place } from './source.ts';

/** How parts of a message are painted; the identity where colour is off. */
export interface Paint {
  error(text: string): string;
  warning(text: string): string;
  faint(text: string): string;
}

export const plainPaint: Paint = { error: (text) => text, warning: (text) => text, faint: (text) => text };

const widestExcerpt = 110;

/** The text of one problem, without a newline at its end. */
export function describeProblem(problem: Problem, paint: Paint = plainPaint): string {
  const mark = problem.severity === 'error' ? paint.error : paint.warning;
  const where = problem.place === undefined ? '' : `${placeName(problem.place)}: `;
  const kind = problem.severity === 'warning' ? 'warning: ' : '';
  const lines = [`${where}${mark(kind + problem.message)} ${paint.faint(`[${problem.code}]`)}`];
  if (problem.place !== undefined) lines.push(...excerpt(problem.place, paint));
  if (problem.hint !== undefined) lines.push(`hint: ${problem.hint}`);
  return lines.join('\n');
}

/** `file:line:column`, the form that editors and terminals turn into a link. */
export function placeName(place: Place): string {
  return `${place.source.path}:${place.line}:${place.column}`;
}

function excerpt(place: Place, paint: Paint): string[] {
  const text = place.source.text.split('\n')[place.line - 1]?.replace(/\r$/, '') ?? '';
  const gutter = String(place.line).length;
  // A very long line is shown as a window round the place, so that the caret stays under what it points at.
  const from = Math.max(0, Math.min(place.column - 1 - 40, text.length - widestExcerpt));
  const shown = printable(text.slice(from, from + widestExcerpt));
  const indent = printable(text.slice(from, place.column - 1)).replace(/[^\t]/g, ' ');
  const caret = '^'.repeat(Math.max(1, Math.min(place.length, widestExcerpt - indent.length)));
  const bar = paint.faint('|');
  return [
    `${' '.repeat(gutter)} ${bar}`,
    `${place.line} ${bar} ${shown}`,
    `${' '.repeat(gutter)} ${bar} ${indent}${paint.error(caret)}`,
  ];
}

/** Control characters would move the cursor or colour the reader's terminal: they are shown as “�”. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�');
}
