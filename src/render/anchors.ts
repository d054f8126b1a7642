/** Names that an author gives to headings and boxes, so that a text can refer to them: “## Baggrund {#baggrund}”. */

/** At the end of a heading's or box's line. */
export const anchorAtEnd = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/;

const anchoredLine = /^([ \t>]*(?:#{1,6}[ \t]|:{3,}[ \t]*bo(?:x|ks)\b).*?)(\{#([^{}\n]*)\})[ \t]*$/gm;

/** A heading or box with a name at the end of its line, and where the name stands. */
export interface NamedLine {
  readonly kind: 'sections' | 'boxes';
  readonly name: string;
  /** False where it is written so that nothing can refer to it. */
  readonly isName: boolean;
  /** Of “{#name}”. */
  readonly offset: number;
  readonly length: number;
}

/** In the order in which the text gives them. */
export function namedLines(markdown: string): readonly NamedLine[] {
  return [...markdown.matchAll(anchoredLine)].map(({ 1: opening = '', 2: written = '', 3: name = '', index }) => ({
    kind: /^[ \t>]*#/.test(opening) ? 'sections' : 'boxes',
    name,
    isName: anchorAtEnd.test(written),
    offset: index + opening.length,
    length: written.length,
  }));
}

/** The full names, “sections.baggrund” and “boxes.kilder”. */
export function anchorsIn(markdown: string): readonly string[] {
  return namedLines(markdown).flatMap(({ kind, name, isName }) => (isName ? [`${kind}.${name}`] : []));
}
