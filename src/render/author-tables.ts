/** Tables that an author wrote as Markdown: heads with a scope, and small type where they need more room than there is. */
import type { Token } from 'markdown-it';
import { tableFit } from './table-fit.ts';

/** They have no rail to go into: what does not fit the text column is crowded at once. */
export function fitAuthorTables(tokens: readonly Token[]): void {
  for (const [start, token] of tokens.entries()) {
    if (token.type === 'th_open') token.attrSet('scope', 'col');
    if (token.type !== 'table_open') continue;
    const { isWide, hasLongWord } = tableFit(columnsFrom(tokens.slice(start)));
    if (isWide || hasLongWord) token.attrSet('class', isWide ? 'crowded' : 'long-words');
  }
}

/** HTML before and after a table. */
export interface TableFrame {
  readonly before: string;
  readonly after: string;
}

function columnsFrom(tokens: readonly Token[]): { texts: string[]; isFigures: boolean }[] {
  const columns: { texts: string[]; isFigures: boolean }[] = [];
  let index = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'table_close') break;
    if (token.type === 'tr_open') index = 0;
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const text = tokens[at + 1]?.content ?? '';
    const column = columns[index];
    if (column === undefined) columns.push({ texts: [text], isFigures: false });
    else column.texts.push(text);
    index += 1;
  }
  return columns;
}
