/** The language's type laid over the author's prose: only its text is touched, not links' addresses and not what is put in. */
import type { Token } from 'markdown-it';
import type { Typography } from '../report/typography.ts';
import { keepTogether, proseMarks, typedDashes } from './typesetting.ts';

/** A line end inside a paragraph is a space like any other, and may stand between “ca.” and its figure. */
export function typesetProse(tokens: readonly Token[], typography: Typography): void {
  for (const { type, children } of tokens)
    if (type === 'inline' && children !== null) typesetInline(children, typography);
}

function typesetInline(children: readonly Token[], typography: Typography): void {
  const texts = textsOf(children);
  for (const token of texts) {
    if (token.type === 'softbreak') Object.assign(token, { type: 'text', content: '\n' });
    else token.content = typedDashes(token.content, typography);
  }
  // Emphasis may end between a figure and its unit, or a quotation inside it: the rules see the text as it is read.
  const whole = texts.map(({ content }) => content).join('');
  const typeset = keepTogether(proseMarks(whole, typography), typography);
  let start = 0;
  for (const token of texts) {
    const end = start + token.content.length;
    token.content = typeset.slice(start, end);
    start = end;
  }
}

/** An address that is printed as it is typed keeps its signs. */
function textsOf(children: readonly Token[]): readonly Token[] {
  let isAddress = false;
  return children.filter(({ type, markup }) => {
    if (type === 'link_open') isAddress = markup === 'autolink';
    if (type === 'link_close') isAddress = false;
    return !isAddress && (type === 'text' || type === 'softbreak');
  });
}
