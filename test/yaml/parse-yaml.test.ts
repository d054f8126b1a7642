/** What parseYaml reads, and where it says each part stands. */
import { describe, expect, it } from 'vitest';
import { type Path, parseYaml, placeInScalar } from '../../src/yaml/parse-yaml.ts';
import { valueUnder } from '../../src/yaml/schema-walk.ts';
import { problemsOf } from './problems-of.ts';

function read(text: string) {
  return parseYaml({ path: 'scenario.yaml', text });
}

function at(text: string, path: Path, part?: 'key' | 'value') {
  const { line, column, length } = read(text).locate(path, part);
  return [line, column, length];
}

describe('parseYaml', () => {
  it.each(['3.500', 'ja', '2016', 'null', '~', '0x10', '1e5', '2016-11-22', 'true', '½', '-200 kr.'])(
    'leaves %s as the text it was written as',
    (text) => {
      expect(read(`a: ${text}`).value).toEqual({ a: text });
    },
  );

  it('gives null where nothing is written', () => {
    expect(read('a:\nb: ""\n').value).toEqual({ a: null, b: '' });
  });

  it('takes blanks between quotes for an empty text, and lets other white space be', () => {
    expect(read('a: "   "\nb: \'\u00a0\'\nc: "\\t"\nd: " x "\n').value).toEqual({ a: '', b: '', c: '\t', d: ' x ' });
  });

  it('reads lists, maps and blocks of text', () => {
    expect(read('a: [x, y]\nb:\n  - c: 1\nd: |\n  to\n  linjer\n').value).toEqual({
      a: ['x', 'y'],
      b: [{ c: '1' }],
      d: 'to\nlinjer\n',
    });
  });

  it('reads a list of numbers when a space follows the comma', () => {
    expect(read('a: [14, 8, "14,8"]').value).toEqual({ a: ['14', '8', '14,8'] });
  });

  it('unfolds an alias', () => {
    expect(read('a: &x {b: 1}\nc: *x\n').value).toEqual({ a: { b: '1' }, c: { b: '1' } });
  });

  it('has no inherited keys in its maps', () => {
    const { value } = read('a: 1');
    expect(typeof value === 'object' && value !== null && 'toString' in value).toBe(false);
  });

  it('takes a byte order mark, Windows line ends and a document mark', () => {
    expect(read('\ufeff---\r\na: 1\r\nb: 2\r\n').value).toEqual({ a: '1', b: '2' });
  });

  it('warns when text after “#” is lost', () => {
    const { warnings, value } = read('a: Forløb #3\n');
    expect(value).toEqual({ a: 'Forløb' });
    expect(warnings.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([['yaml-syntax', 1, 11]]);
  });

  it.each(['a: 1 # kroner\n', 'a: |\n  x\n #y\n', 'a: "x" #y\n', '#a\na: 1\n'])(
    'does not warn of the comment in %j',
    (text) => {
      expect(read(text).warnings).toEqual([]);
    },
  );
});

describe('locate', () => {
  const text = 'title: Møde\nteams:\n  pn:\n    size: [4, 8]\n    note:\n  - x\n'.replace('  - x\n', '');

  it.each([
    [['title'], 'value', [1, 8, 4]],
    [['title'], 'key', [1, 1, 5]],
    [['teams', 'pn', 'size'], 'value', [4, 11, 6]],
    [['teams', 'pn', 'size', 1], 'value', [4, 15, 1]],
    [['teams', 'pn', 'size', 1], 'key', [4, 15, 1]],
    [['teams', 'pn'], 'key', [3, 3, 2]],
    [['teams', 'pn'], 'value', [4, 5, 4]],
    [[], 'value', [1, 1, 5]],
  ] as const)('finds %j (%s)', (path, part, place) => {
    expect(at(text, path, part)).toEqual(place);
  });

  it('points at the key of a value that is not there', () => {
    expect(at(text, ['teams', 'pn', 'note'])).toEqual([5, 5, 4]);
  });

  it('points at the nearest parent’s key when a path does not exist', () => {
    expect(at(text, ['teams', 'pn', 'hours', 3, 'x'])).toEqual([3, 3, 2]);
  });

  it('points at the alias where a value is used by alias', () => {
    expect(at('a: &x text\nb: *x\n', ['b'])).toEqual([2, 4, 2]);
  });

  it('counts columns right after a byte order mark', () => {
    expect(at('\ufeffa: 1\nb: x\n', ['b'])).toEqual([2, 4, 1]);
  });
});

describe('placeInScalar', () => {
  it.each([
    ['a block of text', 'a: |\n  Hej\n\n    {{x}} og {{y}}\n', 4, 14],
    ['a block of text with a comment and a chomping mark', 'a: |- # prosa\n  Hej {{y}}\n', 2, 7],
    ['a folded text', 'a: >\n  Hej med\n  dig {{y}} igen\n\n  slut\n', 3, 7],
    ['a plain text on one line', 'a: Hej {{y}}\n', 1, 8],
    ['a plain text over two lines', 'a: Hej\n  med {{y}}\n', 2, 7],
    ['a single-quoted text', "a: 'det''s {{y}}'\n", 1, 12],
    ['a double-quoted text with escapes', 'a: "\\"x\\"\\t\\u00e6 \\n {{y}}"\n', 1, 22],
    ['a double-quoted text over two lines', 'a: "Hej \\\n  med {{y}}"\n', 2, 7],
    ['a text with Windows line ends', 'a: |\r\n  Hej\r\n  {{y}}\r\n', 3, 3],
    ['a text with characters outside the basic plane', 'a: 😀 {{y}}\n', 1, 7],
  ])('finds a figure in %s', (_what, text, line, column) => {
    const located = read(text);
    const prose = String(valueUnder(located.value, 'a'));
    const place = placeInScalar(located, ['a'], prose.indexOf('{{y}}'), 5);
    expect([place.line, place.column, place.length]).toEqual([line, column, 5]);
  });

  it('stays inside the file when asked for more than there is', () => {
    expect(placeInScalar(read('a: x\n'), ['a'], 99, 99).line).toBe(1);
  });
});

describe('characters that nobody sees', () => {
  it.each([
    ['a: Om\u202ekostninger', 6, 'U+202E'],
    ['a: x\u2067y', 5, 'U+2067'],
    ['a: x\u0007y', 5, 'U+0007'],
    ['a: "x\\u202ey"', 4, 'U+202E'],
    ['a: "x\\ay"', 4, 'U+0007'],
    ['a: "x\\ud83dy"', 4, 'U+D83D'],
    ['a: ["x\\0"]', 5, 'U+0000'],
  ])('are refused in %j', (text, column, name) => {
    expect(problemsOf(text)).toMatchObject([
      {
        code: 'yaml-syntax',
        message: `an invisible control character, ${name}, stands here`,
        place: { line: 1, column },
      },
    ]);
  });

  it('tabs, line ends, soft hyphens and letters of any script are none of them', () => {
    const text = 'a: "x\\ty\\r\\nz"\r\nb: ord\u00addeling\r\nc: שלום 🎉 é\r\n';
    expect(problemsOf(text)).toEqual([]);
    expect(read(text).value).toEqual({ a: 'x\ty\r\nz', b: 'ord\u00addeling', c: 'שלום 🎉 é' });
  });
});
