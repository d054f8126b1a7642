/** The mark that holds the place of a table, chart or reference in Markdown until HTML can stand there. */

/** The brace is there because Markdown's rule for plain text stops at one. */
const opening = '{\ue000';
const closing = '\ue001';

export const reservedSigns = /[\ue000\ue001]/g;

export function placedMark(index: number): string {
  return `${opening}${index}${closing}`;
}

/** The index of the mark at `position`, and where it ends. */
export function markAt(text: string, position: number): { readonly index: number; readonly end: number } | undefined {
  const match = /^\{\ue000(\d+)\ue001/.exec(text.slice(position, position + 24));
  return match === null ? undefined : { index: Number(match[1]), end: position + match[0].length };
}
