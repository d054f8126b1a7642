/**
 * A note's page in two parts: a shell that many notes share (policy and fonts, by far the heaviest), and what stands in it. The
 * shell stays in the browser while notes come and go: reading four fonts takes Chromium longer than all the rest of a page.
 */

export interface PageParts {
  /** A page with the note's policy and fonts, and nothing in it. The same text for all notes of a house. */
  readonly shell: string;
  /** The note's page without the fonts. */
  readonly content: string;
}

/**
 * Wider than any sheet of paper. Printing lays a page out for its sheets and afterwards for its window again, and a window paints what
 * it shows: in one of this width a page shows nothing, which saves a quarter of the browser's work.
 */
export const hidingWidth = 5000;
const hidden = `@media (min-width: ${hidingWidth}px) { html { display: none !important } }`;

/** Rules as `render/` writes them: no braces and no other rules inside. */
const fontRule = /\s*@font-face\s*\{[^{}]*\}/y;

/** `policy` is the one that stands in `html`. Fonts that do not stand first in the first style stay with the note. */
export function partsOf(html: string, policy: string): PageParts {
  const start = startOfStyle(html);
  const end = endOfFonts(html, start);
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8">`;
  return {
    shell: `<!DOCTYPE html><html><head>${head}<style>${html.slice(start, end)}\n${hidden}</style></head><body></body></html>`,
    content: html.slice(0, start) + html.slice(end),
  };
}

function startOfStyle(html: string): number {
  const tag = '<style>';
  const found = html.indexOf(tag);
  return found < 0 ? 0 : found + tag.length;
}

function endOfFonts(html: string, start: number): number {
  let end = start;
  for (fontRule.lastIndex = start; fontRule.test(html); ) end = fontRule.lastIndex;
  return end;
}
