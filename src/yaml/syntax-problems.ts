/** What the YAML parser could not read, in the words of someone who has never seen a grammar, with the way to mend it. */
import type { YAMLError } from 'yaml';
import type { Finding } from './finding.ts';
import { quoted, quoteHint } from './finding.ts';
import type { LineIndex } from './line-index.ts';

interface Spot {
  readonly text: string;
  readonly lines: LineIndex;
  readonly start: number;
  readonly end: number;
  /** The line the error is in, and where it starts. */
  readonly line: string;
  readonly lineStart: number;
  /** The value on that line, after its key or dash, and where it starts; empty when there is none. */
  readonly value: string;
  readonly valueStart: number;
  readonly lastQuote: number;
}

type Explained = Pick<Finding, 'message'> & Partial<Finding>;

/**
 * One finding a line, since one slip makes the parser stumble several times. Lines in `explained` are already accounted
 * for by the scan.
 */
export function explainSyntax(
  errors: readonly YAMLError[],
  context: {
    readonly text: string;
    readonly lines: LineIndex;
    readonly lastQuote: number;
    readonly scanned: readonly Finding[];
  },
): Finding[] {
  const { text, lines, lastQuote, scanned } = context;
  const explained = new Set(scanned.map((finding) => lines.lineOf(finding.start)));
  const bracketOpen = scanned.some((finding) => /^“[[{]” is never closed/.test(finding.message));
  const findings: Finding[] = [];
  const firstTab = errors.find((error) => error.code === 'TAB_AS_INDENT')?.pos[0] ?? text.length;
  for (const error of [...errors].sort((one, other) => one.pos[0] - other.pos[0])) {
    const line = lines.lineOf(error.pos[0]);
    if (explained.has(line) || error.code === 'TAG_RESOLVE_FAILED') continue;
    // A tab shifts what stands below it: that is mended with the tab.
    if (error.pos[0] > firstTab && error.code !== 'TAB_AS_INDENT') continue;
    if (bracketOpen && /must be sufficiently indented|must end with/.test(error.message)) continue;
    const spot = spotOf(text, lines, error.pos, lastQuote);
    const finding: Finding = { start: spot.start, end: spot.end, code: 'yaml-syntax', ...explain(error, spot) };
    const told = lines.lineOf(finding.start);
    if (!explained.has(told)) findings.push(finding);
    explained.add(line).add(told);
  }
  return findings;
}

function spotOf(text: string, lines: LineIndex, [start, end]: readonly [number, number], lastQuote: number): Spot {
  const bounds = lines.bounds(start);
  const line = text.slice(bounds.start, bounds.end);
  const head = /^\s*(?:- +)*(?:[^\s:#'"[\]{}][^:#]*:\s+)?/.exec(line)?.[0].length ?? 0;
  const value = line.slice(head);
  return { text, lines, start, end, line, lineStart: bounds.start, value, valueStart: bounds.start + head, lastQuote };
}

function explain(error: YAMLError, spot: Spot): Explained {
  return explainByCode(error, spot) ?? explainByValue(spot) ?? explainByMessage(error.message, spot) ?? unexplained;
}

const unexplained: Explained = {
  message: 'this cannot be read as YAML',
  hint: 'look at the quotes, colons and indentation of this line and the one above it',
};

function explainByCode(error: YAMLError, spot: Spot): Explained | undefined {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab is used for indentation', hint: 'use spaces: two for each level' };
    case 'MULTIPLE_DOCS':
      return {
        code: 'yaml-unsupported',
        message: 'a second document starts here',
        hint: 'a file holds one document: remove the line with “---” or “...”',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: `${quoted(spot.text.slice(spot.start, spot.start + 2))} means nothing inside double quotes`,
        hint: "write “\\\\” for a backslash, or use single quotes: '…'",
      };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return missingColon(spot);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return colonInValue(spot);
    default:
      return undefined;
  }
}

/** The value starts with a character that has a meaning of its own. */
function explainByValue(spot: Spot): Explained | undefined {
  const mark = spot.value[0] ?? '';
  const here = { start: spot.valueStart, end: spot.valueStart + spot.value.length, hint: quoteHint(spot.value) };
  const special = `a value that starts with “${mark}” must stand in quotes`;
  if (/^[@`%*&,]/.test(spot.value)) return { ...here, message: special };
  if (/^[|>](?![-+\d]*\s*(?:#.*)?$)/.test(spot.value)) {
    const hint = `put a longer text on the next line, indented; if “${mark}” is text, ${here.hint}`;
    return { ...here, message: `after “${mark}” nothing more may stand on the line`, hint };
  }
  if (/^- /.test(spot.value) && spot.value !== spot.line.trimStart())
    return {
      ...here,
      message: 'a list cannot start on the same line as its key',
      hint: `start it on the next line, or ${here.hint}`,
    };
  if (/^[\]}]/.test(spot.value)) return { ...here, message: `“${mark}” has no opening bracket`, hint: here.hint };
  return undefined;
}

const byMessage: readonly (readonly [RegExp, (spot: Spot) => Explained])[] = [
  [/^Missing closing/, unclosedQuote],
  [/^Implicit map keys need/, missingColon],
  [/^Unexpected (?:scalar|.*-scalar|comment|alias) at node end/, afterTheEnd],
  [/^All (?:mapping|sequence) items must start|sufficiently indented|must be more indented|BAD_INDENT/, wrongIndent],
  [
    /^Missing , (?:or : )?between/,
    () => ({ message: 'a comma is missing here', hint: 'put a comma between the parts: [a, b]' }),
  ],
  [/^Unexpected (?:,|empty item) in/, () => ({ message: 'there is a comma too many', hint: 'remove it' })],
  [/^Missing space after :/, () => ({ message: 'a space is missing after the colon', hint: 'write `key: value`' })],
  [
    /^Comments must be separated/,
    () => ({ message: 'a space is missing before “#”', hint: 'put a space before a comment' }),
  ],
  [
    /flow-(?:seq|map)-end/,
    () => ({ message: 'this bracket has no opening bracket', hint: 'if it is text, put the value in quotes' }),
  ],
];

function explainByMessage(message: string, spot: Spot): Explained | undefined {
  return byMessage.find(([pattern]) => pattern.test(message))?.[1](spot);
}

function unclosedQuote({ text, lastQuote }: Spot): Explained {
  const quote = text[lastQuote] === "'" ? "'" : '"';
  return {
    start: lastQuote,
    end: lastQuote + 1,
    message: `the quote ${quote} that opens here is never closed`,
    hint: `put ${quote} at the end of the text`,
  };
}

function afterTheEnd({ text, start }: Spot): Explained {
  const before = text.slice(0, start).trimEnd().at(-1) ?? '';
  const end = /["']/.test(before) ? `the closing quote ${before}` : `“${before}”`;
  return {
    message: `there is more text after ${end}`,
    hint: `put the whole value in quotes; a quote inside it is doubled: 'it''s so'`,
  };
}

function missingColon({ text, lines, start }: Spot): Explained {
  const bounds = lines.bounds(start);
  const from = start + (/^[\s-]*/.exec(text.slice(start, bounds.end))?.[0].length ?? 0);
  const word = text.slice(from, bounds.end).trimEnd();
  const glued = /^([^\s:]+):(\S.*)$/.exec(word);
  const where = { start: from, end: from + Math.max(1, word.length) };
  if (glued?.[1] !== undefined)
    return {
      ...where,
      message: `a space is missing after the colon in ${quoted(word)}`,
      hint: `write \`${glued[1]}: ${glued[2]}\``,
    };
  return {
    ...where,
    message: `there is no colon after ${quoted(word)}`,
    hint: 'write `key: value`; a text over several lines starts with “|” after the colon',
  };
}

function colonInValue(spot: Spot): Explained {
  const { text, lines, line, value, valueStart, lineStart } = spot;
  if (/: |:$/.test(value))
    return {
      start: valueStart,
      end: valueStart + value.length,
      message: 'a value with a colon and a space in it must stand in quotes',
      hint: quoteHint(value),
    };
  // Otherwise the next line is indented under a line that already has a value.
  const next = /[^\s]/.exec(text.slice(lineStart + line.length));
  const at = lineStart + line.length + (next?.index ?? 0);
  return wrongIndent({
    ...spot,
    start: at,
    line: text.slice(lines.bounds(at).start, lines.bounds(at).end),
    lineStart: lines.bounds(at).start,
  });
}

function wrongIndent({ line, lineStart }: Spot): Explained {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  return {
    start: lineStart + indent,
    end: lineStart + line.trimEnd().length,
    message: 'the indentation does not fit the lines above',
    hint: 'start the line in the same column as its neighbours, with spaces',
  };
}
