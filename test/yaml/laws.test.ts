/** What must hold for any text: it is read, or refused as the author's; and the places lie inside it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { problemsOf } from './problems-of.ts';

const valid = `title: "Møder: et forløb"
teams: &t
  pn: {count: 3, rate: [92 pct., 90 pct.]}
costs:
  - name: 'Det''s'
    text: |
      Hej {{total}}
        mere
    note: >-
      foldet
      tekst
  - *t
# slut
`;
const pieces = [
  '\t',
  ' ',
  '\n',
  ':',
  ': ',
  '- ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a',
  '*a',
  '!x',
  '|',
  '>',
  '#',
  '%',
  '@',
  '---\n',
  '\u0000',
  '\u001f',
  '\ufeff',
  '\r',
];

function expectSound(text: string): void {
  const lines = text.split('\n');
  for (const { place, message } of problemsOf(text)) {
    expect(message).not.toBe('');
    expect(place === undefined ? 0 : place.line).toBeLessThanOrEqual(lines.length);
    expect(place === undefined ? 0 : place.column).toBeLessThanOrEqual(
      (lines[(place?.line ?? 1) - 1] ?? '').length + 1,
    );
  }
}

it('reads or refuses any text, and never fails otherwise', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), expectSound), { numRuns: 500 });
});

it('reads or refuses any text made of YAML’s own marks', () => {
  const marks = fc.array(fc.constantFrom(...pieces, 'a', 'b', '1', 'a: 1\n', '  '), { maxLength: 40 });
  fc.assert(
    fc.property(marks, (parts) => expectSound(parts.join(''))),
    { numRuns: 1500 },
  );
});

it('reads or refuses a good file with anything put in or taken out', () => {
  const edit = fc.tuple(fc.nat(valid.length), fc.nat(6), fc.constantFrom('', ...pieces));
  const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
  const apply = (text: string, [at, cut, put]: readonly [number, number, string]) =>
    text.slice(0, at) + put + text.slice(at + cut);
  fc.assert(
    fc.property(edits, (all) => expectSound(all.reduce(apply, valid))),
    { numRuns: 1500 },
  );
});

it('finds every character that is not white space again in the file', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', 'æ', ' ', '😀', '{', '}', '"', "'", '\\', ':', '\n'),
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, (value) => {
      const located = parseYaml({
        path: 'x.yaml',
        text: `a: ${JSON.stringify(value)}\nb: |2\n${value.replace(/^/gm, '   ')}\n`,
      });
      for (const [offset, character] of [...value].entries()) {
        const before = [...value].slice(0, offset).join('').length;
        if (/[\s"\\]/.test(character)) continue;
        const { source, line, column } = located.locateInside(['a'], before, 1);
        expect(
          source.text
            .split('\n')
            [line - 1]?.slice(column - 1)
            .startsWith(character),
        ).toBe(true);
      }
    }),
  );
});
