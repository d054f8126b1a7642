/** Names that an author gives to headings and boxes, so that a text can refer to them: “## Baggrund {#baggrund}”. */

/** At the end of a heading's or box's line. */
export const anchorAtEnd = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/;

const anchoredLine = /^[ \t>]*(#{1,6}[ \t]|:{3,}[ \t]*bo(?:x|ks)\b).*?\{#([a-z][a-z0-9-]*)\}[ \t]*$/gm;

/** The full names, “sections.baggrund” and “boxes.kilder”, in the order in which the text gives them. */
export function anchorsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(anchoredLine)].map(([, opening = '', name]) => {
    return `${opening.startsWith('#') ? 'sections' : 'boxes'}.${name}`;
  });
}
