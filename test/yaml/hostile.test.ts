/** Wrong YAML, one slip a row: each is refused with its code, at its line and column, and nothing else is said. */
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/problem/problem.ts';
import { problemsOf } from './problems-of.ts';

type Row = readonly [what: string, text: string, ...told: `${ProblemCode} ${number}:${number}`[]];

const rows: readonly Row[] = [
  ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml-syntax 2:1'],
  ['a tab before a list entry', 'a: 1\nb:\n  - x\n\t- y\n', 'yaml-syntax 4:1'],
  ['a line indented less than its neighbours', 'a:\n  b: 1\n c: 2\n', 'yaml-syntax 3:2'],
  ['a line indented under a value', 'a: 1\n  b: 2\n', 'yaml-syntax 2:3'],
  ['a line indented under the last value', 'a: 1\n b: 2\nc: 3\n', 'yaml-syntax 2:2'],
  ['a list that goes on as a map', 'a:\n  - x\n  b: 1\n', 'yaml-syntax 3:3'],
  ['a block of text that loses its indentation', 'a:\n  b: |\n    text\n   less\n', 'yaml-syntax 4:4'],
  ['no space after the first colon', 'title:Indsats\nb: 2\n', 'yaml-syntax 1:1'],
  ['no space after a later colon', 'a: 1\nb:2\nc: 3\n', 'yaml-syntax 2:1'],
  ['no space after a colon in braces', 'a: {b:1}\n', 'yaml-syntax 1:5'],
  ['no colon', 'title\nb: 2\n', 'yaml-syntax 1:1'],
  ['no colon in the last line', 'b: 2\ntitle\n', 'yaml-syntax 2:1'],
  ['a double quote never closed', 'a: "abc\nb: 2\n', 'yaml-syntax 1:4'],
  ['a single quote never closed', "a: 1\nb: 'abc\nc: 2\n", 'yaml-syntax 2:4'],
  ['text after a closing quote', 'a: "abc" def\n', 'yaml-syntax 1:10'],
  ['an escape that does not exist', 'a: "c:\\path"\n', 'yaml-syntax 1:7'],
  ['a list never closed', 'a: [1, 2\nb: 3\n', 'yaml-syntax 1:4'],
  ['braces never closed', 'a: {x: 1\nb: 3\n', 'yaml-syntax 1:4'],
  ['a closing bracket alone', 'b: ]\n', 'yaml-syntax 1:4'],
  ['two commas', 'a: [1,,2]\n', 'yaml-syntax 1:7'],
  ['no comma between quoted texts', 'a: ["x" "y"]\n', 'yaml-syntax 1:9'],
  ['a figure without quotes', 'a: {{total}}\nb: 2\n', 'yaml-syntax 1:4'],
  ['a figure without quotes and text after it', 'a: {{total}} kr.\n', 'yaml-syntax 1:4'],
  ['a colon in a value', 'a: Indsats: et forløb\n', 'yaml-syntax 1:4'],
  ['a value that starts with @', 'a: @x\n', 'yaml-syntax 1:4'],
  ['a value that starts with a backtick', 'a: `x`\n', 'yaml-syntax 1:4'],
  ['a value that starts with %', 'a: %x\n', 'yaml-syntax 1:4'],
  ['a value in Markdown bold', 'a: **fed** tekst\n', 'yaml-syntax 1:4'],
  ['text on the line of a block mark', 'a: |tekst\n', 'yaml-syntax 1:4'],
  ['a value that starts with >', 'a: > 65 år\nb: 1\n', 'yaml-syntax 1:4'],
  ['a list on the line of its key', 'a: - punkt\n', 'yaml-syntax 1:4'],
  ['no key before the colon', ': 1\n', 'yaml-syntax 1:1'],
  [
    'every slip of a file',
    'a: @x\nb: 1\nb: `y`\nc: [1,5]\n',
    'yaml-syntax 1:4',
    'yaml-syntax 3:4',
    'number-ambiguous 4:5',
  ],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', 'yaml-duplicate-key 3:1'],
  ['a key twice in braces', 'a: {b: 1, b: 2}\n', 'yaml-duplicate-key 1:11'],
  ['an alias to nothing', 'a: *x\n', 'yaml-alias 1:4'],
  ['an alias inside what it stands for', 'a: &a [*a]\n', 'yaml-alias 1:8'],
  ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n', 'yaml-unsupported 3:3'],
  ['a tag that would make a function', 'a: !!js/function x\n', 'yaml-unsupported 1:4'],
  ['a tag of one’s own', 'a: !foo y\n', 'yaml-unsupported 1:4'],
  ['a directive', '%YAML 1.1\n---\na: 1\n', 'yaml-unsupported 1:1'],
  ['a second document', 'a: 1\n---\nb: 2\n', 'yaml-unsupported 2:1'],
  ['text after the end of the document', 'a: 1\n...\nb: 2\n', 'yaml-unsupported 3:1'],
  ['a map as a key', '? {a: 1}\n: 2\n', 'yaml-unsupported 1:3'],
  ['a list as a key', '? [a]\n: b\n', 'yaml-unsupported 1:3'],
  ['a key that is the prototype', 'a:\n  __proto__: 1\n', 'yaml-unsupported 2:3'],
  ['nothing at all', '', 'yaml-empty 1:1'],
  ['only a comment', '# x\n', 'yaml-empty 1:1'],
  ['only a document mark', '---\n', 'yaml-empty 1:1'],
  ['a list at the root', '- a\n- b\n', 'type-wrong 1:1'],
  ['a text at the root', 'hej\n', 'type-wrong 1:1'],
  ['a comma between digits in a list', 'a: [14,8]\n', 'number-ambiguous 1:5'],
  ['a comma between digits in braces', 'a: {b: 1.400,8}\n', 'number-ambiguous 1:8'],
  ['a NUL', 'a: x\u0000y\n', 'yaml-syntax 1:5'],
  ['an escape sequence for the terminal', 'a: 1\nb: \u001b[2J\n', 'yaml-syntax 2:4'],
  ['the parser’s own marks', 'a: \u001fx\u0018\n', 'yaml-syntax 1:4', 'yaml-syntax 1:6'],
  ['a line break of an old Mac', 'a: 1\rb: 2\n', 'yaml-syntax 1:5'],
  ['half a character', 'a: \ud800\n', 'yaml-syntax 1:4'],
  ['a hundred thousand brackets', `a: ${'['.repeat(100_000)}`, 'yaml-unsupported 1:103'],
  ['a hundred thousand dashes', '- '.repeat(100_000), 'yaml-unsupported 1:201'],
  [
    'an ever deeper staircase',
    Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'yaml-unsupported 101:101',
  ],
];

describe('wrong YAML', () => {
  it.each(rows)('is refused at its place: %s', (_what, text, ...told) => {
    const found = problemsOf(text).map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
    expect(found).toEqual(told);
  });

  it('tells the line of the first of two equal keys', () => {
    expect(problemsOf('x: 1\na: 1\na: 2\n')[0]?.message).toContain('line 2');
  });

  it('offers the quoted value where quotes are missing', () => {
    expect(problemsOf('a: Indsats: et forløb\n')[0]?.hint).toContain('"Indsats: et forløb"');
  });

  it('speaks of no parser in its messages', () => {
    const jargon = /implicit|scalar|token|flow|mapping|plain|node/i;
    for (const [, text] of rows) for (const { message } of problemsOf(text)) expect(message).not.toMatch(jargon);
  });

  it('stops many aliases', () => {
    const problems = problemsOf(`a: &a x\nb: [${Array(101).fill('*a').join(', ')}]\n`);
    expect(problems.map((problem) => problem.code)).toEqual(['yaml-alias']);
  });

  it('stops a few aliases that unfold to many values', () => {
    const levels = Array.from({ length: 9 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x, x, x, x, x, x, x, x, x]'
        : `l${level}: &l${level} [${Array(9)
            .fill(`*l${level - 1}`)
            .join(', ')}]`,
    );
    expect(problemsOf(levels.join('\n')).map((problem) => problem.code)).toEqual(['yaml-alias']);
  });
});
