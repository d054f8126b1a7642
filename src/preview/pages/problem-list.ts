/** Problems as a part of a page: place, line with caret, next step. */
import { describeProblem } from '../../problem/excerpt.ts';
import type { Problem } from '../../problem/problem.ts';
import { escapeHtml } from '../../render/escape.ts';

/** A file with more is wrong in some other way; the terminal has them all. */
const mostShown = 30;

/** Empty where nothing is wrong. `aside` says what the reader sees meanwhile. */
export function problemList(problems: readonly Problem[], aside: string): string {
  if (problems.length === 0) return '';
  const items = problems.slice(0, mostShown).map(itemOf);
  const more = problems.length > mostShown ? `<p>… and ${problems.length - mostShown} more in the terminal</p>` : '';
  return `<h2>${escapeHtml(countOf(problems))}</h2>${aside === '' ? '' : `<p>${escapeHtml(aside)}</p>`}<ol>${items.join('')}</ol>${more}`;
}

function itemOf(problem: Problem): string {
  // A screen reader says the first line; the drawing with the caret is for eyes, and can be scrolled with the keyboard.
  const [first = '', ...rest] = describeProblem(problem).split('\n');
  const hint =
    problem.hint === undefined ? '' : rest.splice(rest.findIndex((line) => line.startsWith('hint: '))).join('\n');
  const excerpt =
    rest.length === 0 ? '' : `<pre tabindex="0" aria-label="The line in the file">${escapeHtml(rest.join('\n'))}</pre>`;
  return `<li class="${problem.severity}"><p class="message">${escapeHtml(first)}</p>${excerpt}${hint === '' ? '' : `<p>${escapeHtml(hint)}</p>`}</li>`;
}

/** “2 errors and 1 warning” */
export function countOf(problems: readonly Problem[]): string {
  const counted = (['error', 'warning'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counted.join(' and ');
}
