/** The mark of what is still to be written, as `omkost new` sets it and as an author may: it must not be published unseen. */
import type { Problem } from '../problem/problem.ts';
import type { Place } from '../problem/source.ts';

/** Capitals alone: “todo” may be a word of the text. */
const mark = /(?<![\p{L}\p{N}_-])(?:UDFYLD|TODO)(?![\p{L}\p{N}_-])/gu;

/** Each mark in a text, in the order written; `placeOf` finds an offset and a length in the author's file. */
export function placeholders(text: string, placeOf: (offset: number, length: number) => Place): readonly Problem[] {
  return [...text.matchAll(mark)].map(({ index, 0: met }) => ({
    severity: 'warning',
    code: 'placeholder',
    message: `${met}: this is still to be written`,
    place: placeOf(index, met.length),
    hint: `put your own text or value in its place, and take “${met}” out`,
  }));
}
