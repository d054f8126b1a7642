/** How content streams are cut, on a few lines each. */
import { describe, expect, test } from 'vitest';
import { visitOperators } from '../../src/archive/content/operators.ts';
import { readUnicodeMap } from '../../src/archive/content/unicode-map.ts';
import { makeSrgbProfile } from '../../src/archive/document/srgb-profile.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function operatorsIn(text: string): string[] {
  const found: string[] = [];
  visitOperators(bytes(text), (operator, start, end) => found.push(`${operator}: ${text.slice(start, end)}`));
  return found;
}

describe('operators', () => {
  test('are found with their operands, however these are written', () => {
    expect(operatorsIn('q\n1 0 0 -1 .5 2 cm /F4 12 Tf [<0001> -3 (a)] TJ\nQ')).toEqual([
      'q: q',
      'cm: 1 0 0 -1 .5 2 cm',
      'Tf: /F4 12 Tf',
      'TJ: [<0001> -3 (a)] TJ',
      'Q: Q',
    ]);
  });

  test('are not looked for inside strings', () => {
    expect(operatorsIn('(EMC \\) Q (q) ) Tj ET')).toEqual(['Tj: (EMC \\) Q (q) ) Tj', 'ET: ET']);
  });

  test('may follow a dictionary without a space', () => {
    expect(operatorsIn('/NonStruct <</MCID 1 >>BDC BT ET EMC').map((found) => found.split(':')[0])).toEqual([
      'BDC',
      'BT',
      'ET',
      'EMC',
    ]);
  });

  test('with stars and quotes are operators too', () => {
    expect(operatorsIn("W* n f* (a) '").map((found) => found.split(':')[0])).toEqual(['W*', 'n', 'f*', "'"]);
  });

  test('are no longer than three letters or one quote, whatever a file from elsewhere holds', () => {
    expect(
      operatorsIn(`1 '${'a'.repeat(300_000)} 2 ${'b'.repeat(300_000)} Tj`).map((found) => found.split(':')[0]),
    ).toEqual(['Tj']);
  });

  test('fail on a string without an end instead of going on for ever', () => {
    expect(() => operatorsIn('(abc Tj')).toThrow(/string without an end/);
    expect(() => operatorsIn('<00 Tj')).toThrow(/string without an end/);
  });
});

test('the letters of a font are read from single codes, counting ranges and listed ranges', () => {
  const table = `2 beginbfchar\n<0001> <0020>\n<0010> <00660069>\nendbfchar
2 beginbfrange\n<0020> <0022> <0061>\n<0030> <0031> [<00E6> <D83DDE00>]\nendbfrange`;
  const letters = readUnicodeMap(table);
  expect([0x01, 0x10, 0x20, 0x22, 0x30, 0x31].map((code) => letters.get(code))).toEqual([
    ' ',
    'fi',
    'a',
    'c',
    'æ',
    '😀',
  ]);
});

test('the colour curve is that of the standard: dark at the start, light at the end, a fifth of the light at half the signal', () => {
  const profile = makeSrgbProfile();
  const view = new DataView(profile.buffer);
  // The curve is the last tag: 1024 values of two bytes.
  const valueAt = (step: number) => view.getUint16(profile.length - 2048 + step * 2) / 65535;
  expect(valueAt(0)).toBe(0);
  expect(valueAt(1023)).toBe(1);
  // 0.5 → ((0.5 + 0.055) / 1.055) ^ 2.4 = 0.214
  expect(valueAt(511.5 | 0)).toBeCloseTo(0.214, 2);
});
