/** New values in the text of a price table: at their place, in its style, and nothing else moved. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePrices } from '../../../src/prices/parse.ts';
import { editTable, type SeriesEdit } from '../../../src/prices/update/edit-table.ts';

const table = (values: string) => `# kept by hand
indexes:
  pris:   # the index
    name: "Pris"
    base: 2015 = 100
    values: ${values}
    source: { title: 'En kilde', url: "https://example.org/a", read: 2020-01-01 } # looked up
    # the end
`;

const edit = (values: Readonly<Record<number, number>>, source = {}): SeriesEdit => ({
  kind: 'indexes',
  name: 'pris',
  values: new Map(Object.entries(values).map(([year, value]) => [Number(year), value])),
  source: { read: '2026-11-22', ...source },
});

const edited = (text: string, change: SeriesEdit) => editTable({ path: 'x.yaml', text }, [change]);
const readable = (text: string) =>
  parsePrices([{ path: 'x.yaml', text: text.replace('2020-01-01', '2026-11-22') }]).indexes.get('pris')?.series.values;

test('a new year gets a line after the last, and the day it was read changes', () => {
  const block = '\n      2015: 100   # the base\n      2016: 100,25\n      # 2017 is still to come';
  expect(edited(table(block), edit({ 2017: 101.4 }))).toBe(
    table(
      '\n      2015: 100   # the base\n      2016: 100,25\n      2017: 101,4\n      # 2017 is still to come',
    ).replace('2020-01-01', '2026-11-22'),
  );
});

test.each([
  ['in braces', '{ 2015: 100, 2016: 100.25 }', '{ 2015: 100, 2016: 100.25, 2017: 101.4 }'],
  ['in braces with commas', '{ 2015: "100,0" }', '{ 2015: "100,0", 2017: "101,4" }'],
  ['quoted years', "{ '2015': 100.0 }", "{ '2015': 100.0, '2017': 101.4 }"],
  ['a gap', '{ 2015: 100.0, 2018: 102.2 }', '{ 2015: 100.0, 2017: 101.4, 2018: 102.2 }'],
  ['before all others', '{ 2018: 102.2 }', '{ 2017: 101.4, 2018: 102.2 }'],
  ['newest first', '{ 2016: 100.2, 2015: 100.0 }', '{ 2017: 101.4, 2016: 100.2, 2015: 100.0 }'],
  [
    'braces over lines, with comments',
    '{\n      2015: 100.0, # the base\n      2016: 100.2 # and on\n    }',
    '{\n      2015: 100.0, # the base\n      2016: 100.2, # and on\n      2017: 101.4\n    }',
  ],
  [
    'braces over lines, a comma at the end',
    '{\n      2015: 100.0,\n      2016: 100.2, # and on\n    }',
    '{\n      2015: 100.0,\n      2016: 100.2, # and on\n      2017: 101.4,\n    }',
  ],
  [
    'lines newest first',
    '\n      2016: 100,2\n      2015: 100,0',
    '\n      2017: 101,4\n      2016: 100,2\n      2015: 100,0',
  ],
  ['quoted on lines', '\n      2015: "100,0"', '\n      2015: "100,0"\n      2017: "101,4"'],
])('the style is kept: %s', (_, before, after) => {
  const text = edited(table(before), edit({ 2017: 101.4 }));
  expect(text).toBe(table(after).replace('2020-01-01', '2026-11-22'));
  expect(readable(text)?.['2017']).toBe(101.4);
});

test('a value that is there is replaced in its quotes', () => {
  expect(edited(table('{ 2015: 100.0, 2016: "100,25" } # two'), edit({ 2016: 100.3 }))).toContain(
    'values: { 2015: 100.0, 2016: "100,3" } # two\n',
  );
});

test('a source gets what it lacks, and keeps its quotes', () => {
  const text = edited(
    table('{ 2015: 100.0 }'),
    edit({ 2016: 101 }, { at: 'PRIS01', url: 'https://www.statbank.dk/PRIS01' }),
  );
  expect(text).toContain(
    `source: { title: 'En kilde', url: "https://www.statbank.dk/PRIS01", read: 2026-11-22, at: PRIS01 } # looked up`,
  );
});

test('line endings of Windows and a file without a last line break stay', () => {
  const text = table('\n      2015: 100,0').replaceAll('\n', '\r\n');
  expect(edited(text, edit({ 2016: 101 }))).toContain('      2015: 100,0\r\n      2016: 101,0\r\n');
  const short =
    'indexes:\n  pris:\n    name: P\n    base: 2015 = 100\n    source: { title: K }\n    values:\n      2015: 100';
  expect(edited(short, edit({ 2016: 101 }))).toMatch(/\n {6}2015: 100\n {6}2016: 101$/);
});

test('three decimals take a comma, since “118.125” could be thousands', () => {
  const text = edited(table('{ 2015: 100.0 }'), edit({ 2016: 118.125 }));
  expect(text).toContain('2016: "118,125"');
  expect(readable(text)?.['2016']).toBe(118.125);
});

test('a price in kroner keeps its unit', () => {
  const text = `prices:\n  vagt:\n    name: Vagt\n    unit: kr./time\n    values:\n      2016: 373 kr.\n    source: { title: K }\n`;
  const change = { ...edit({ 2017: 380.5, 2018: 12345 }), kind: 'prices', name: 'vagt' } as const;
  expect(edited(text, change)).toContain('      2016: 373 kr.\n      2017: 380,50 kr.\n'.replace('380,50', '380,5'));
  expect(edited(text, change)).toContain('      2018: 12.345 kr.\n');
});

test('what other series share through an alias is not written to', () => {
  const text = table('&v { 2015: 100.0 }');
  expect(() => edited(text, edit({ 2016: 101 }))).toThrow(/yaml-alias/);
});

test('an assumption is not mixed with figures of a source', () => {
  const text = table('{ 2015: 100.0 }').replace(/source: .*/, 'assumption: Et skøn over priserne.');
  expect(() => edited(text, edit({ 2016: 101 }))).toThrow(/source-missing/);
});

const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2100 }), { minLength: 1, maxLength: 12 });
const value = fc.integer({ min: 1, max: 999_999 }).map((hundredths) => hundredths / 100);
const comment = fc.constantFrom('', ' # by hand', '   #: { odd } "comment"');
const lineBreak = fc.constantFrom('\n', '\r\n');
const style = fc.constantFrom('block', 'flow', 'lines');

test('for any table: every other line stays, every value reads back, and a second edit changes nothing', () => {
  fc.assert(
    fc.property(
      fc.record({ years, style, comment, lineBreak, figures: fc.array(value, { minLength: 12, maxLength: 12 }) }),
      fc.dictionary(fc.integer({ min: 1990, max: 2100 }).map(String), value, { minKeys: 1, maxKeys: 4 }),
      (made, change) => {
        const text = generated(made);
        const after = edited(text, edit(change));
        const expected = { ...readable(text), ...change };
        expect({ ...readable(after) }).toEqual(expected);
        const kept = text.split(made.lineBreak).filter((line) => !isTouched(line, change));
        const lines = after.split(made.lineBreak);
        for (const line of kept) expect(lines).toContain(line);
        // Nothing is lost in between: the kept lines stand in their old order.
        expect(lines.filter((line) => kept.includes(line))).toEqual(kept);
        expect(edited(after, edit(change))).toBe(after);
      },
    ),
    { numRuns: 100 },
  );
});

function generated(made: {
  years: readonly number[];
  style: string;
  comment: string;
  lineBreak: string;
  figures: readonly number[];
}): string {
  const sorted = [...made.years].sort();
  const entries = sorted.map((year, at) => `${year}: ${made.figures[at] ?? 1}`);
  const values =
    made.style === 'block'
      ? entries.map((entry) => `\n      ${entry}${made.comment}`).join('')
      : made.style === 'flow'
        ? `{ ${entries.join(', ')} }${made.comment}`
        : `{${entries.map((entry) => `\n      ${entry},${made.comment}`).join('')}\n    }`;
  return `${table(values)}\nprices: {}\n`.replaceAll('\n', made.lineBreak);
}

/** Lines that hold a value which is replaced, the one line of a map in braces, and the source. */
function isTouched(line: string, change: Readonly<Record<string, number>>): boolean {
  return /read:|values: \{ /.test(line) || Object.keys(change).some((year) => line.includes(`${year}:`));
}
