/** Slips in the author's Markdown that nobody would see in the finished note: names and notes given twice, names not read, boxes left open. */
import type { Problem, ProblemCode } from '../problem/problem.ts';
import { namedLines } from './anchors.ts';
import { proseParser } from './prose-parser.ts';
import type { ProseText } from './prose-source.ts';

/** The slips of one text. `named` are the boxes and sections named so far in all texts, to which its own are added. */
export function proseSlips(text: ProseText, named: Set<string>): readonly Problem[] {
  return [...nameSlips(text, named), ...noteSlips(text), ...openBoxes(text)];
}

function nameSlips(text: ProseText, named: Set<string>): readonly Problem[] {
  return namedLines(text.markdown).flatMap(({ kind, name, isName, offset, length }): Problem[] => {
    const full = `${kind}.${name}`;
    if (!isName) {
      const hint = 'write a name in small letters a-z, digits and hyphens, as {#name}';
      return [problem(text, 'name-invalid', `“${name}” is no name to refer to`, hint, offset, length)];
    }
    if (named.has(full)) {
      return [problem(text, 'name-taken', `“${full}” is named twice`, 'give one of them another name', offset, length)];
    }
    named.add(full);
    return [];
  });
}

const writtenNote = /^ {0,3}(\[\^([^\]\s]+)\]:)/gm;

/** Markdown keeps the last of two notes of the same name, and the first is lost. */
function noteSlips(text: ProseText): readonly Problem[] {
  const written = new Set<string>();
  return [...text.markdown.matchAll(writtenNote)].flatMap(({ 0: whole, 1: mark = '', 2: name = '', index }) => {
    const isAgain = written.has(name);
    written.add(name);
    if (!isAgain) return [];
    const hint = 'give one of them another name, or make them one note';
    const offset = index + whole.length - mark.length;
    return [problem(text, 'name-taken', `the note “${name}” is written twice`, hint, offset, mark.length)];
  });
}

/** A box without its end takes in everything that follows it. */
function openBoxes(text: ProseText): readonly Problem[] {
  const lines = text.markdown.split('\n');
  return proseParser()
    .parse(text.markdown, {})
    .flatMap(({ type, map }): Problem[] => {
      const [first, end] = map ?? [];
      if (type !== 'container_box_open' || first === undefined || end === undefined) return [];
      if (/^[\s>]*:{3,}\s*$/.test(lines[end] ?? '')) return [];
      const offset = text.markdown.indexOf(':::', lines.slice(0, first).join('\n').length);
      return [
        problem(text, 'template-syntax', 'the box is not closed', 'end it with “:::” on a line of its own', offset, 3),
      ];
    });
}

function problem(
  text: ProseText,
  code: ProblemCode,
  message: string,
  hint: string,
  offset: number,
  length: number,
): Problem {
  return { severity: 'error', code, message, place: text.placeOf(offset, length), hint };
}
