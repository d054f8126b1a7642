/** The author's text with its figures filled in: still Markdown, and every name in it known to be right. */
import { type Problem, type ProblemCode, refuseErrors } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { ChartView, NoteView, TableView } from '../report/view.types.ts';
import { proseSlots } from '../scenario/schema/publication.ts';
import { anchorsIn } from './anchors.ts';
import { escapeForMarkdown } from './escape.ts';
import { headingId } from './heading-id.ts';
import { linkProblems } from './markdown.ts';
import { findMustaches, type Mustache } from './mustache.ts';
import { placedMark, reservedSigns } from './placed-mark.ts';
import { isForm, knownNames, lookUp, referenceName } from './prose-names.ts';
import { proseSlips } from './prose-slips.ts';
import type { ProseSource, ProseText } from './prose-source.ts';

/** What is not text in a prose: a table or chart that stands there, or a reference to one. */
export type Insertion =
  | { readonly kind: 'table'; readonly view: TableView }
  | { readonly kind: 'chart'; readonly view: ChartView }
  | { readonly kind: 'ref'; readonly view: TableView | ChartView; readonly problem: Problem }
  | { readonly kind: 'place'; readonly name: string; readonly problem: Problem };

export interface FilledProse {
  readonly markdown: string;
  /** By the number in their mark. */
  readonly insertions: readonly Insertion[];
  /** The figures that the text prints, as it prints them, by their name without the form. */
  readonly printed: ReadonlyMap<string, string>;
}

/** All slots of a note, filled; throws all that is wrong in all of them at once. */
export function fillProse(prose: ProseSource, view: NoteView): ReadonlyMap<string, FilledProse> {
  const problems: Problem[] = [];
  const placed = new Set<unknown>();
  const filled = new Map<string, FilledProse>();
  const places = placesOf(prose, view);
  const named = new Set<string>();
  for (const [slot, text] of prose.texts) {
    const slotFilled = fillSlot(text, { view, places }, placed, problems);
    problems.push(...linkProblems(slotFilled.markdown, text), ...proseSlips(text, named));
    filled.set(slot, slotFilled);
  }
  refuseErrors(problems);
  return filled;
}

/** The tables and charts that the author has placed in a text: the layout leaves these to the author. */
export function placedByAuthor(filled: ReadonlyMap<string, FilledProse>): ReadonlySet<unknown> {
  const insertions = [...filled.values()].flatMap((prose) => prose.insertions);
  return new Set(
    insertions.flatMap((insertion) => (insertion.kind === 'ref' || insertion.kind === 'place' ? [] : [insertion.view])),
  );
}

/** Lines stay lines, so that what Markdown finds wrong later can still be placed. */
/** What a text may name: what the view holds, and the boxes and sections of all texts. */
interface Nameable {
  readonly view: NoteView;
  readonly places: readonly string[];
}

/** A layout's sections, the author's and the sources, whether they are printed or not: that shows when the page is made. */
function placesOf({ texts }: ProseSource, { sections, sources }: NoteView): readonly string[] {
  const own = sections.flatMap(({ title }) => (title === undefined ? [] : [headingId(title)]));
  const written = [...texts.values()].flatMap(({ markdown }) => anchorsIn(markdown));
  const cited = sources.flatMap(({ names }) => names.map(referenceName));
  return [...new Set([...written, ...[...own, ...proseSlots].map((name) => `sections.${name}`), ...cited])];
}

function fillSlot(text: ProseText, nameable: Nameable, placed: Set<unknown>, problems: Problem[]): FilledProse {
  const insertions: Insertion[] = [];
  const printed = new Map<string, string>();
  let markdown = '';
  let done = 0;
  for (const mustache of findMustaches(text.markdown)) {
    markdown += withoutReserved(text.markdown.slice(done, mustache.start));
    const filling = fill(mustache, text, nameable, placed);
    done = mustache.end;
    if ('code' in filling) problems.push(filling);
    else if (filling.kind !== 'figure') markdown += placedMark(insertions.push(filling) - 1);
    else {
      markdown += escapeForMarkdown(filling.text);
      if (filling.name !== undefined && !printed.has(filling.name)) printed.set(filling.name, filling.text);
      if (endsSentenceTwice(filling.text, text.markdown, done)) done += 1;
    }
  }
  return { markdown: markdown + withoutReserved(text.markdown.slice(done)), insertions, printed };
}

function fill(
  { start, end, content }: Mustache,
  text: ProseText,
  { view, places }: Nameable,
  placed: Set<unknown>,
): Words | Insertion | Problem {
  const problem = (code: ProblemCode, message: string, hint: string): Problem => {
    return { severity: 'error', code, message, place: text.placeOf(start, end - start), hint };
  };
  if (content.kind === 'braces') return { kind: 'figure', text: '{{' };
  if (content.kind === 'wrong') return problem(content.code, content.message, content.hint);
  const { name } = content;
  const named = lookUp(name, view, places);
  if (named === undefined) {
    const offset = text.markdown.indexOf(name, start + 2);
    const place = text.placeOf(offset, name.length);
    return { ...problem('figure-unknown', `unknown figure “${name}”`, suggestNames(name, view, places)), place };
  }
  if (content.kind === 'ref') {
    if (named.kind === 'figure' || named.kind === 'text') {
      return problem(
        'template-syntax',
        `“${name}” is a ${named.kind}`,
        'a reference leads to a table, a chart, a box, a section or a source',
      );
    }
    if (named.kind === 'place') {
      const absent = `“${name}” is referred to, but is not in the note`;
      const hint = 'give what it leads to a place in the note, or take the reference out';
      return { kind: 'place', name, problem: problem('template-unknown', absent, hint) };
    }
    const dangling = `“${name}” is referred to, but stands nowhere in the note`;
    const hint = `place it with “{{${name}}}” alone on a line, or take the reference out`;
    return { kind: 'ref', view: named.view, problem: problem('template-unknown', dangling, hint) };
  }
  if (named.kind === 'place') {
    return problem('template-syntax', `“${name}” stands where it was written`, `refer to it with “{{ref ${name}}}”`);
  }
  if (named.kind === 'text') return { kind: 'figure', text: named.text };
  if (named.kind === 'figure') return { kind: 'figure', text: named.text, name: withoutForm(name) };
  if (!isAloneOnLine(text.markdown, start, end)) {
    return problem('template-syntax', `“${name}” stands inside a line`, `a ${named.kind} stands alone on its line`);
  }
  if (placed.has(named.view)) {
    return problem('template-syntax', `“${name}” is placed twice`, `refer to it with “{{ref ${name}}}”`);
  }
  placed.add(named.view);
  return named;
}

/** Words put in for a mustache; `name` is the figure's, where they are one. */
interface Words {
  readonly kind: 'figure';
  readonly text: string;
  readonly name?: string;
}

function withoutForm(name: string): string {
  const parts = name.split('.');
  return isForm(parts.at(-1)) ? parts.slice(0, -1).join('.') : name;
}

/** The full stop of “kr.” also ends the sentence: Danish prints it once. */
function endsSentenceTwice(text: string, markdown: string, at: number): boolean {
  return text.endsWith('.') && markdown[at] === '.' && markdown[at + 1] !== '.';
}

/** “costs” alone names a group: its figures are listed. Otherwise the nearest of all names is offered. */
function suggestNames(name: string, view: NoteView, places: readonly string[]): string {
  const known = [...knownNames(view), ...places];
  const below = known.filter((candidate) => candidate.startsWith(`${name}.`) && !isForm(candidate.split('.').at(-1)));
  return below.length > 0 ? suggestion('', below) : suggestion(name, known);
}

function isAloneOnLine(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline === -1 ? text.length : newline);
  return (before + after).trim() === '';
}

/** An author's own private-use letters would pass for our marks; no font has them. */
function withoutReserved(text: string): string {
  return text.replace(reservedSigns, '\ufffd');
}
