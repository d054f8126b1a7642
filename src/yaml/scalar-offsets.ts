/**
 * Where each character of a text stands in the file. YAML strips indentation, folds lines and resolves escapes, but never
 * reorders: the characters that are not white space follow each other in the same order in the value and in the file.
 */

/** For each character of `value`, its offset in `text`; `span` is where the scalar stands there, with its quotes or `|`. */
export function scalarOffsets(text: string, value: string, span: readonly [number, number]): readonly number[] {
  const [start, end] = span;
  const written = writtenCharacters(text, start, end);
  const offsets: number[] = [];
  let before = start;
  let sinceVisible = 0;
  for (const character of value) {
    if (/\s/.test(character)) {
      // White space is counted on from the visible character before it: right on one line, near enough across two.
      sinceVisible += 1;
      offsets.push(Math.min(before + sinceVisible, end));
      continue;
    }
    before = written.next().value ?? end;
    sinceVisible = 0;
    for (let unit = 0; unit < character.length; unit += 1) offsets.push(before + unit);
  }
  return offsets;
}

/** The offsets of the visible characters of a scalar, one for each character that the value has. */
function* writtenCharacters(text: string, start: number, end: number): Generator<number, undefined> {
  const opening = text[start] ?? '';
  const isQuoted = opening === '"' || opening === "'";
  let at = contentStart(text, start, opening);
  while (at < end) {
    const escaped = opening === '"' && text[at] === '\\' ? escapeAt(text, at) : undefined;
    const width = escaped?.width ?? String.fromCodePoint(text.codePointAt(at) ?? 32).length;
    const doubled = opening === "'" && text[at] === "'" && text[at + 1] === "'";
    const closing = isQuoted && text[at] === opening && !doubled;
    const visible = escaped?.visible ?? !/\s/.test(text[at] ?? ' ');
    if (visible && !closing) yield at;
    at += doubled ? 2 : width;
  }
}

function contentStart(text: string, start: number, opening: string): number {
  if (opening === '"' || opening === "'") return start + 1;
  if (opening !== '|' && opening !== '>') return start;
  const lineEnd = text.indexOf('\n', start);
  return lineEnd === -1 ? text.length : lineEnd + 1;
}

function escapeAt(text: string, at: number): { readonly width: number; readonly visible: boolean } {
  const letter = text[at + 1] ?? '';
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits === undefined) return { width: 2, visible: !/[\sntrvf_LP]/.test(letter) };
  const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  // A pair of surrogates is one character of the value: its second half is not counted again.
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
  const visible = !isSecondHalf && code <= 0x10ffff && !/\s/.test(String.fromCodePoint(code));
  return { width: 2 + digits, visible };
}
