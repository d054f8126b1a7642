/**
 * A first pass over the words of a YAML text, before it is parsed. It finds what the parser would read differently from
 * what was meant (`[14,8]`, `{{…}}`, tags), and refuses nesting that would exhaust the stack of a recursive parser.
 */
import { Lexer } from 'yaml';
import type { Finding } from './finding.ts';
import { quoted, quoteHint } from './finding.ts';

/** Deeper than any scenario; the parser needs some kilobytes of stack for each level. */
const deepest = 100;

// The lexer puts these marks of no width between the words of the text.
const scalarMark = '\u001f';
const flowBroken = '\u0018';
const documentMark = '\u0002';

export interface Scan {
  readonly findings: readonly Finding[];
  readonly tooDeep: boolean;
  /** Where the last quoted text starts: the one that is still open if a quote is never closed. */
  readonly lastQuote: number;
}

interface State {
  readonly text: string;
  readonly findings: Finding[];
  /** Offsets of the brackets that are open. */
  readonly brackets: number[];
  /** Brackets that something has been said about already. */
  readonly explained: Set<number>;
  /** Columns of the blocks that are open. */
  readonly columns: number[];
  lineStart: number;
  opensBlock: boolean;
  atLineStart: boolean;
  afterScalarMark: boolean;
  /** Where the last unquoted text ended. */
  plainEnd: number;
  lastQuote: number;
}

export function scanYaml(text: string): Scan {
  const state: State = {
    text,
    findings: [],
    brackets: [],
    explained: new Set(),
    columns: [],
    lineStart: 0,
    opensBlock: true,
    atLineStart: true,
    afterScalarMark: false,
    plainEnd: -1,
    lastQuote: 0,
  };
  let offset = 0;
  for (const word of new Lexer().lex(text)) {
    if (word === flowBroken) reportOpenBrackets(state);
    else if (word === scalarMark) state.afterScalarMark = true;
    else if (word !== documentMark) {
      if (!readWord(state, word, offset)) return { findings: state.findings, tooDeep: true, lastQuote: 0 };
      offset += word.length;
    }
  }
  reportOpenBrackets(state);
  return { findings: state.findings, tooDeep: false, lastQuote: state.lastQuote };
}

/** Takes in one word; false when the text is nested too deeply to go on. */
function readWord(state: State, word: string, offset: number): boolean {
  if (word === '\n' || word === '\r\n') {
    state.atLineStart = true;
    state.lineStart = offset + word.length;
    return true;
  }
  if (/^[ \t\ufeff]/.test(word)) return true;
  if (state.afterScalarMark) {
    state.afterScalarMark = false;
    // A block of text (after “|”) ends with its line break, and the next line starts right after it.
    const isBlock = word.endsWith('\n');
    state.plainEnd = isBlock ? -1 : offset + word.length;
    if (isBlock) {
      state.atLineStart = true;
      state.lineStart = offset + word.length;
      return true;
    }
  } else if (word.startsWith('#')) {
    warnOfSwallowedText(state, word, offset);
    return true;
  } else readMark(state, word, offset);
  return noteDepth(state, word, offset);
}

function readMark(state: State, word: string, offset: number): void {
  const { text, brackets } = state;
  if (word === '[' || word === '{') openBracket(state, word, offset);
  else if (word === ']' || word === '}') brackets.pop();
  else if (word === ',' && /\d/.test(text[offset - 1] ?? '') && /\d/.test(text[offset + 1] ?? ''))
    decimal(state, offset);
  else if (word.startsWith('"') || word.startsWith("'")) state.lastQuote = offset;
  else if (word.startsWith('!')) refuseTag(state, word, offset);
  else if (word.startsWith('%')) refuseDirective(state, word, offset);
}

function openBracket(state: State, word: string, offset: number): void {
  if (word === '{' && state.brackets.at(-1) === offset - 1 && state.text[offset - 1] === '{') {
    const value = restOfLine(state.text, offset - 1);
    state.findings.push({
      start: offset - 1,
      end: offset - 1 + value.length,
      code: 'yaml-syntax',
      message: 'a value that starts with “{{” must stand in quotes',
      hint: quoteHint(value),
    });
    state.explained.add(offset - 1).add(offset);
  }
  state.brackets.push(offset);
}

/** “400,50 kr.” is one value to a Dane, and two to YAML inside braces and brackets. */
function decimal(state: State, comma: number): void {
  const before = /[\d.]*$/.exec(state.text.slice(Math.max(0, comma - 40), comma))?.[0] ?? '';
  const after = /^\d*/.exec(state.text.slice(comma + 1, comma + 41))?.[0] ?? '';
  const inBraces = state.text[state.brackets.at(-1) ?? -1] === '{';
  const unit = /^[^,\]}\n"']*/.exec(state.text.slice(comma + 1 + after.length, comma + 61))?.[0].trimEnd() ?? '';
  const message = inBraces
    ? `inside braces the comma in “${before},${after}” ends the value`
    : `“${before},${after}” in a list on one line: one number with decimals, or two numbers?`;
  const hint = inBraces
    ? `put the value in quotes: "${before},${after}${unit}"`
    : `write [${before}, ${after}] with a space for two numbers, or ["${before},${after}"] for one with decimals`;
  const end = comma + 1 + after.length;
  state.findings.push({ start: comma - before.length, end, code: 'number-ambiguous', message, hint });
}

function refuseTag(state: State, word: string, offset: number): void {
  state.findings.push({
    start: offset,
    end: offset + word.length,
    code: 'yaml-unsupported',
    message: `${quoted(word)} is a YAML tag, and tags are not used here`,
    hint: `remove it; if it is text, ${quoteHint(restOfLine(state.text, offset))}`,
  });
}

function refuseDirective(state: State, word: string, offset: number): void {
  const hint = 'remove the line';
  const message = `${quoted(word)} is a YAML directive, and directives are not used here`;
  state.findings.push({ start: offset, end: offset + word.length, code: 'yaml-unsupported', message, hint });
}

function reportOpenBrackets(state: State): void {
  for (const start of state.brackets) {
    const bracket = state.text[start] ?? '[';
    const closing = bracket === '[' ? ']' : '}';
    const message = `“${bracket}” is never closed with “${closing}”`;
    const hint = `put “${closing}” after the last part; if “${bracket}” is text, put the value in quotes`;
    if (!state.explained.has(start)) state.findings.push({ start, end: start + 1, code: 'yaml-syntax', message, hint });
  }
  state.brackets.length = 0;
}

/** “Forløb #3” would silently become “Forløb”: a comment that follows text has a space after its “#”. */
function warnOfSwallowedText(state: State, word: string, offset: number): void {
  const gap = state.text.slice(state.plainEnd, offset);
  if (state.plainEnd === -1 || !/^ +$/.test(gap) || !/^#[^\s#!]/.test(word)) return;
  state.findings.push({
    start: offset,
    end: offset + word.length,
    code: 'yaml-syntax',
    severity: 'warning',
    message: `${quoted(word)} is taken as a comment, not as part of the value`,
    hint: 'put the whole value in quotes, or a space after “#” if it is a comment',
  });
}

function noteDepth(state: State, word: string, offset: number): boolean {
  const { columns, brackets, findings } = state;
  if (brackets.length === 0 && (state.atLineStart || state.opensBlock)) {
    const column = offset - state.lineStart;
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
    columns.push(column);
  }
  state.opensBlock = word === '-' || word === '?' || word === ':';
  state.atLineStart = false;
  if (columns.length + brackets.length <= deepest) return true;
  const message = `nested more than ${deepest} levels deep`;
  findings.push({ start: offset, end: offset + word.length, code: 'yaml-unsupported', message });
  return false;
}

/** What is left of the line, as much of it as a message can show. */
function restOfLine(text: string, offset: number): string {
  return (/^.*/.exec(text.slice(offset, offset + 200))?.[0] ?? '').trimEnd();
}
