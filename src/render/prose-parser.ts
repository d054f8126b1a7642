/** The Markdown that authors write: no HTML, no code; marks for what is put in, notes, and boxes. */
import MarkdownIt, { type Token } from 'markdown-it';
import container from 'markdown-it-container';
import footnotes from 'markdown-it-footnote';
import type { TableFrame } from './author-tables.ts';
import { boxOpening } from './boxes.ts';
import { escapeHtml } from './escape.ts';
import { markAt } from './placed-mark.ts';

/** Their types speak of the parser’s older, CommonJS face. */
type Plugin = (parser: MarkdownIt, ...settings: unknown[]) => void;

/** What the parser and the renderer hand on beside the tokens. */
export interface Environment {
  readonly frame?: TableFrame | undefined;
  readonly notesBefore?: number;
  /** Before the ids of notes: of the chapter that the text stands in. */
  readonly prefix?: string;
  /** What the arrow back to the text says of itself, with `{number}` of the note; the PDF has its own names of links. */
  readonly linkBack?: string | undefined;
  /** Filled by the parser: -1 for a note that nothing refers to. */
  readonly footnotes?: { readonly refs?: Readonly<Record<string, number>> };
}

/** A parser keeps nothing of one text for the next; making one takes longer than parsing a page with it. */
let parserOnce: MarkdownIt | undefined;

export function proseParser(): MarkdownIt {
  parserOnce ??= newProseParser();
  return parserOnce;
}

function newProseParser(): MarkdownIt {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
  // Code needs a typeface that no theme ships, and four spaces before a paragraph are nearly always a slip.
  parser.disable(['code', 'fence', 'backticks', 'strikethrough']);
  // Every link is let through here, so that a forbidden one is reported rather than printed as text.
  parser.validateLink = () => true;
  parser.renderer.rules.heading_open = (tokens, index, options, _env, renderer) => {
    const number: unknown = tokens[index]?.meta;
    const shown = typeof number === 'string' ? `<span class="number">${number} </span>` : '';
    return renderer.renderToken(tokens, index, options) + shown;
  };
  parser.renderer.rules.table_open = (tokens, index, options, { frame }: Environment, renderer) =>
    (frame?.before ?? '') + renderer.renderToken(tokens, index, options);
  parser.renderer.rules.table_close = (tokens, index, options, { frame }: Environment, renderer) =>
    renderer.renderToken(tokens, index, options) + (frame?.after ?? '');
  parser.use(footnotes as unknown as Plugin);
  parser.renderer.rules.footnote_ref = (tokens, index, _options, environment: Environment) => {
    const { number, back } = noteOf(tokens[index], environment);
    return `<a class="note-ref" id="${back}" href="#${environment.prefix ?? ''}note-${number}">${number}</a>`;
  };
  parser.renderer.rules.footnote_anchor = (tokens, index, _options, environment: Environment) => {
    const { number, back } = noteOf(tokens[index], environment);
    const called = environment.linkBack?.replace('{number}', String(number));
    const title = called === undefined ? '' : ` title="${escapeHtml(called)}"`;
    return ` <a class="note-back" href="#${back}"${title}>↑</a>`;
  };
  parser.use(container as unknown as Plugin, 'box', { validate: (written: string) => boxOpening.test(written.trim()) });
  parser.block.ruler.before(
    'paragraph',
    'placed',
    (state, line, _end, silent) => {
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      const mark = markAt(state.src, start);
      if (mark === undefined || state.src.slice(mark.end, state.eMarks[line]).trim() !== '') return false;
      if (silent) return true;
      state.line = line + 1;
      Object.assign(state.push('placed', '', 0), { meta: mark.index, map: [line, line + 1] });
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  parser.inline.ruler.before('escape', 'placed_inline', (state, silent) => {
    const mark = markAt(state.src, state.pos);
    if (mark === undefined) return false;
    if (!silent) state.push('placed_inline', '', 0).meta = mark.index;
    state.pos = mark.end;
    return true;
  });
  return parser;
}

/** The number of the note that a token belongs to, and the id of its reference: one of its own for each that there is. */
function noteOf(
  token: Token | undefined,
  { notesBefore = 0, prefix = '' }: Environment,
): { number: number; back: string } {
  const number = notesBefore + Number(token?.meta.id) + 1;
  const again = Number(token?.meta.subId) > 0 ? `-${Number(token?.meta.subId) + 1}` : '';
  return { number, back: `${prefix}note-${number}-ref${again}` };
}
