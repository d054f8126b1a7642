/** Markdown to HTML for the author's texts: no raw HTML, no pictures, links only to where a reader may safely go. */
import MarkdownIt, { type Token } from 'markdown-it';
import type { Problem, ProblemCode } from '../problem/problem.ts';
import { fitAuthorTables, type TableFrame } from './author-tables.ts';
import { markAt } from './placed-mark.ts';
import type { ProseText } from './prose-source.ts';

export interface MarkdownHooks {
  /** HTML for the mark with this number. */
  insert(index: number): string;
  /** Takes a heading into the note: `depth` is 0 for the prose's outermost headings. */
  heading(title: string, depth: number): { readonly id: string; readonly level: number; readonly number?: string };
  /** What stands round each of the author’s own tables; nothing where it is left out. */
  readonly tableFrame?: TableFrame;
}

/** What the renderer is handed with the tokens. */
interface Environment {
  readonly frame?: TableFrame | undefined;
}

export function renderMarkdown(markdown: string, hooks: MarkdownHooks): string {
  const parser = proseParser();
  const tokens = parser.parse(markdown, {});
  placeHeadings(tokens, hooks);
  fitAuthorTables(tokens);
  for (const token of everyToken(tokens)) {
    if (token.type === 'placed' || token.type === 'placed_inline') {
      token.content = hooks.insert(Number(token.meta));
      token.type = 'html_inline';
    }
  }
  return parser.renderer.render(tokens, parser.options, { frame: hooks.tableFrame } satisfies Environment);
}

/** Pictures and forbidden links of a filled text; lines are those of the author's text. */
export function linkProblems(markdown: string, text: ProseText): readonly Problem[] {
  const problems: Problem[] = [];
  for (const block of proseParser().parse(markdown, {})) {
    for (const token of block.children ?? []) {
      const found = tokenProblem(token);
      if (found === undefined) continue;
      const { wanted, ...problem } = found;
      problems.push({ severity: 'error', ...problem, place: placeOf(wanted, block.map?.[0] ?? 0, text) });
    }
  }
  return problems;
}

interface Found {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** Spellings to look for in the author's text. */
  readonly wanted: readonly string[];
}

function tokenProblem(token: Token): Found | undefined {
  if (token.type === 'image') {
    const hint = 'figures come from the charts of the note: “{{charts.perYear}}”';
    return {
      code: 'image-refused',
      message: 'a text cannot hold pictures',
      hint,
      wanted: [`![${token.content}`, '!['],
    };
  }
  const href = token.type === 'link_open' ? token.attrGet('href') : null;
  if (href === null || /^(?:https?:\/\/|mailto:)/i.test(href)) return undefined;
  const message = `a link to “${href}” is not allowed`;
  return { code: 'template-unsafe', message, hint: 'a link starts with https://, http:// or mailto:', wanted: [href] };
}

/** The first spelling found from the block's first line on; the line's start when the link was written in some other way. */
function placeOf(wanted: readonly string[], line: number, text: ProseText): Problem['place'] & object {
  const start = text.markdown.split('\n').slice(0, line).join('\n').length + (line === 0 ? 0 : 1);
  for (const spelling of wanted) {
    const offset = text.markdown.indexOf(spelling, start);
    if (offset !== -1) return text.placeOf(offset, spelling.length);
  }
  return text.placeOf(start, 1);
}

/** A parser keeps nothing of one text for the next; making one takes longer than parsing a page with it. */
let parserOnce: MarkdownIt | undefined;

function proseParser(): MarkdownIt {
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

/** Levels follow the nesting of the headings, not their marks: whatever the author skips, the note skips none. */
function placeHeadings(tokens: Token[], hooks: MarkdownHooks): void {
  const open: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1];
    const close = tokens[index + 2];
    if (token.type !== 'heading_open' || inline === undefined || close === undefined) continue;
    while (open.length > 0 && (open.at(-1) ?? '') >= token.tag) open.pop();
    const title = plainText(inline);
    // A heading without words would be an empty line in the outline.
    if (title === '') token.tag = close.tag = 'p';
    if (title === '') continue;
    const heading = hooks.heading(title, open.length);
    open.push(token.tag);
    token.tag = close.tag = `h${heading.level}`;
    token.attrSet('id', heading.id);
    token.meta = heading.number;
  }
}

function plainText(inline: Token): string {
  return (inline.children ?? [])
    .map((child) => (child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content))
    .join('')
    .trim();
}

function everyToken(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...(token.children ?? [])]);
}
