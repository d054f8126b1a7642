/** The one place where text from outside is made inert, for Markdown, HTML and CSS strings. */

/**
 * A text as character references: the same in HTML, and without meaning for Markdown (`|`, `*`, `1.`, `<`, `{`).
 * Letters, digits and single inner spaces stay as they are, so that the filled Markdown can still be read.
 */
export function escapeForMarkdown(text: string): string {
  return text.replace(/[\p{Cc}\p{Co}!-/:-@[-`{-~]|^ +| +$| {2,}/gu, references);
}

/** A text inside an HTML element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, references);
}

/** A quoted string of CSS: `"…"`, with everything but letters and digits as hexadecimal escapes. */
export function cssString(text: string): string {
  const inner = text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `);
  return `"${inner}"`;
}

/** Data inside `<script type="application/ld+json">`: no sign in it can end the element, open a comment or start another one. */
export function jsonForHtml(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function references(signs: string): string {
  return [...signs].map((sign) => `&#${sign.codePointAt(0) ?? 0xfffd};`).join('');
}
