/** The language's type: what stays on one line, and the marks of prose. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignDecimals, decimalSignOf } from '../../src/render/decimal-column.ts';
import { keepTogether, proseMarks, typedDashes } from '../../src/render/typesetting.ts';
import { danish } from '../report/danish.ts';

const { typography } = danish;
const shown = (text: string) => text.replaceAll('\u00a0', '~');

const written = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '76.000',
        'kr.',
        'mio.',
        'ca.',
        '5',
        'år',
        'pr.',
        'møde',
        'Tabel',
        '2',
        '§',
        '52',
        '"',
        "'",
        '-',
        '--',
        'ord',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

describe('what stays on one line', () => {
  test.each([
    ['76.000 kr.', '76.000~kr.'],
    ['ca. 3,5 mio. kr. i alt', 'ca.~3,5~mio.~kr. i alt'],
    ['i 5 år', 'i 5~år'],
    ['se Tabel 2', 'se Tabel~2'],
    ['børn på 7-13 år, 1½ timer', 'børn på 7-13~år, 1½~timer'],
    ['pr. møde og pr. år', 'pr.~møde og pr.~år'],
    ['s. 5, kap. 2, § 52, nr. 3, ca. 200', 's.~5, kap.~2, §~52, nr.~3, ca.~200'],
    ['den 22. november 2026', 'den 22.~november 2026'],
    ['5 åringer og 2 kroner', '5 åringer og 2~kroner'],
    ['til s.5 og hus 5', 'til s.5 og hus 5'],
  ])('%s', (text, kept) => {
    expect(shown(keepTogether(text, typography))).toBe(kept);
  });

  test('is done once and for all, and changes nothing but spaces', () => {
    fc.assert(
      fc.property(written, (text) => {
        const once = keepTogether(text, typography);
        expect(keepTogether(once, typography)).toBe(once);
        expect(once.replaceAll('\u00a0', ' ')).toBe(text.replaceAll(/[\n\u00a0]/g, ' '));
      }),
    );
  });
});

describe('marks of prose', () => {
  test.each([
    ['Han sagde "ja" og gik', 'Han sagde ”ja” og gik'],
    ['("et", "to")', '(”et”, ”to”)'],
    ["Lars' bil, det 'lille' ord", 'Lars’ bil, det ’lille’ ord'],
    ['et ord - og et til', 'et ord – og et til'],
    ['ved -5 grader (-3)', 'ved −5 grader (−3)'],
    ['7-13 år, netværks- og møde', '7-13 år, netværks- og møde'],
    ['et 5" rør', 'et 5" rør'],
    ['5 - 3 = 2', '5 - 3 = 2'],
  ])('%s', (text, marked) => {
    expect(proseMarks(text, typography)).toBe(marked);
  });

  test('keep the length of the text, and are done once and for all', () => {
    fc.assert(
      fc.property(written, (text) => {
        const once = proseMarks(text, typography);
        expect(once).toHaveLength(text.length);
        expect(proseMarks(once, typography).replace(/["']/g, '')).toBe(once.replace(/["']/g, ''));
      }),
    );
  });

  test('two hyphens are a dash, three a line of the author’s', () => {
    expect(typedDashes('et -- to --- tre', typography)).toBe('et – to --- tre');
  });
});

describe('a column of figures', () => {
  const padded = (cells: readonly string[]) =>
    alignDecimals(cells).map(({ text, pad, rest }) => `${text}[${pad}]${rest}`);

  test('stands at the comma, whatever decimals its figures have', () => {
    expect(padded(['1.234', '0,5', '−2,25', '–', ''])).toEqual(['1.234[,25]', '0,5[0]', '−2,25[]', '–[]', '[]']);
    expect(padded(['22', '19½'])).toEqual(['22[½]', '19½[]']);
    expect(padded(['5 pct.', '2,5 pct.'])).toEqual(['5[,5] pct.', '2,5 pct.[]']);
  });

  test('stands at the point in English, and its commas are thousands', () => {
    const english = (cells: readonly string[]) =>
      alignDecimals(cells, decimalSignOf('en-GB')).map(({ text, pad }) => `${text}[${pad}]`);
    expect(english(['1,234', '966', '92.8'])).toEqual(['1,234[.8]', '966[.8]', '92.8[]']);
    expect(english(['13,383', '966'])).toEqual(['13,383[]', '966[]']);
    expect(decimalSignOf('da-DK')).toBe(',');
  });

  test('is left alone without a fraction, where figures are of several units, and where a half stands before a unit', () => {
    expect(padded(['1½ timer', '40 timer'])).toEqual(['1½ timer[]', '40 timer[]']);
    expect(padded(['1.000', '20'])).toEqual(['1.000[]', '20[]']);
    expect(padded(['3,5 mio. kr.', '76.000 kr.'])).toEqual(['3,5 mio. kr.[]', '76.000 kr.[]']);
  });

  test('prints the letters that it was given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1', '1,5', '1,25', '½', '2½', '–', 'ja', '3 år', '−4,0'), { maxLength: 8 }),
        (cells) => {
          expect(alignDecimals(cells).map(({ text, rest }) => text + rest)).toEqual(cells);
        },
      ),
    );
  });
});
