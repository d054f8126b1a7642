/** Markdown to HTML for the author's texts: no raw HTML, no pictures, links only to where a reader may safely go. */
import type { Token } from 'markdown-it';
import type { Problem, ProblemCode } from '../problem/problem.ts';
import type { Typography } from '../report/typography.ts';
import { anchorAtEnd } from './anchors.ts';
import { fitAuthorTables, type TableFrame } from './author-tables.ts';
import { type BoxHook, boxTitle, placeBoxes } from './boxes.ts';
import { splitNotes, unwrittenNotes } from './endnotes.ts';
import { type Environment, proseParser } from './prose-parser.ts';
import type { ProseText } from './prose-source.ts';
import { typesetProse } from './typeset-prose.ts';

export interface MarkdownHooks {
  /** HTML for the mark with this number. */
  insert(index: number): string;
  /** Takes a heading into the note: `depth` is 0 for the prose's outermost headings; `name` is the author's, for references. */
  heading(
    title: string,
    depth: number,
    name?: string,
  ): { readonly id: string; readonly level: number; readonly number?: string };
  readonly box: BoxHook;
  /** Notes that the page has had before this text. */
  readonly notesBefore: number;
  /** Before the ids of notes. */
  readonly prefix: string;
  /** Takes in the HTML of the next note; it stands at the end of the page. */
  note(html: string): void;
  readonly typography: Typography;
  /** What stands round each of the author’s own tables; nothing where it is left out. */
  readonly tableFrame?: TableFrame;
  /** What the arrow back from a note says of itself, with `{number}`. */
  readonly linkBack?: string | undefined;
}

export function renderMarkdown(markdown: string, hooks: MarkdownHooks): string {
  const parser = proseParser();
  const { tableFrame: frame, notesBefore, prefix, linkBack } = hooks;
  const environment: Environment = { frame, notesBefore, prefix, linkBack };
  const tokens = parser.parse(markdown, environment);
  placeHeadings(tokens, hooks);
  typesetProse(tokens, hooks.typography);
  fitAuthorTables(tokens);
  for (const token of everyToken(tokens)) {
    if (token.type === 'placed' || token.type === 'placed_inline') {
      token.content = hooks.insert(Number(token.meta));
      token.type = 'html_inline';
    }
  }
  const { text, notes } = splitNotes(tokens);
  placeBoxes(text, hooks.box, (title) => {
    // With nothing of the text's own, or its notes would stand in the title too.
    const inline = parser.parseInline(title, {});
    typesetProse(inline, hooks.typography);
    return parser.renderer.render(inline, parser.options, {});
  });
  const html = parser.renderer.render(text, parser.options, environment);
  for (const note of notes) hooks.note(parser.renderer.render(note, parser.options, environment));
  return html;
}

/** Pictures and forbidden links of a filled text; lines are those of the author's text. */
export function linkProblems(markdown: string, text: ProseText): readonly Problem[] {
  const problems: Problem[] = [];
  const environment: Environment = {};
  const blocks = proseParser().parse(markdown, environment);
  for (const { wanted, ...problem } of unwrittenNotes(environment)) {
    problems.push({ severity: 'error', ...problem, place: placeOf(wanted, 0, text) });
  }
  for (const block of blocks) {
    if (block.type === 'container_box_open' && !isPlainTitle(block)) {
      const place = placeOf([':::'], block.map?.[0] ?? 0, text);
      const message = 'a box has a title of plain words';
      problems.push({ severity: 'error', code: 'template-syntax', message, place, hint: 'write “::: box Title”' });
    }
    for (const token of block.children ?? []) {
      const found = tokenProblem(token);
      if (found === undefined) continue;
      const { wanted, ...problem } = found;
      problems.push({ severity: 'error', ...problem, place: placeOf(wanted, block.map?.[0] ?? 0, text) });
    }
  }
  return problems;
}

/** What else Markdown can make of a title has no place to be checked or numbered. */
function isPlainTitle({ info }: Token): boolean {
  const title = boxTitle(info);
  const inline = proseParser().parseInline(title, {});
  const parts = inline.flatMap(({ children }) => children ?? []);
  return title !== '' && parts.every(({ type }) => /^(?:text|text_special|(?:em|strong)_(?:open|close))$/.test(type));
}

export interface Found {
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
  const note = token.type === 'text' ? /\[\^([^\]\s]+)\]/.exec(token.content) : null;
  if (note !== null) {
    const message = `the note “${note[1]}” is referred to, but not written`;
    const hint = `write it on a line of its own: “[^${note[1]}]: …”`;
    return { code: 'reference-unknown', message, hint, wanted: [note[0]] };
  }
  if (token.type === 'text' && token.content.startsWith(':::')) {
    const message = 'this opens no box';
    const hint = 'a box begins with “::: box Title” on a line of its own, and ends with “:::”';
    return { code: 'template-syntax', message, hint, wanted: [':::'] };
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

/** Levels follow the nesting of the headings, not their marks: whatever the author skips, the note skips none. */
function placeHeadings(tokens: Token[], hooks: MarkdownHooks): void {
  const open: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1];
    const close = tokens[index + 2];
    if (token.type !== 'heading_open' || inline === undefined || close === undefined) continue;
    while (open.length > 0 && (open.at(-1) ?? '') >= token.tag) open.pop();
    const name = takeName(inline);
    const title = plainText(inline);
    // A heading without words would be an empty line in the outline.
    if (title === '') token.tag = close.tag = 'p';
    if (title === '') continue;
    const heading = hooks.heading(title, open.length, name);
    open.push(token.tag);
    token.tag = close.tag = `h${heading.level}`;
    token.attrSet('id', heading.id);
    token.meta = heading.number;
  }
}

/** “{#name}” at the end of a heading is for references, not for readers. */
function takeName({ children }: Token): string | undefined {
  const last = children?.at(-1);
  const [written, name] = anchorAtEnd.exec(last?.content ?? '') ?? [];
  if (last === undefined || written === undefined) return undefined;
  last.content = last.content.slice(0, -written.length);
  return name;
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
