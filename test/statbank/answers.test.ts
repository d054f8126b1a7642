/** Answers as StatBank writes them, read strictly: JSON-stat 1.x, CSV, missing figures, months, units. */
import { expect, test } from 'vitest';
import { readAnswer } from '../../src/statbank/answers/read-answer.ts';
import { readDecimal } from '../../src/statbank/answers/read-decimal.ts';
import { baseIn, yearlyValues } from '../../src/statbank/answers/yearly-values.ts';
import { months, pris01, pris112 } from './fake-statbank.ts';

const selection = { table: 'PRIS112', select: { HOVED: '1005' }, unit: 'Årsgennemsnit' };
const monthly = { table: 'PRIS01', select: { VAREGR: '000000', ENHED: '100' }, average: 'months' } as const;

const yearly = (answer: unknown, wanted: Parameters<typeof yearlyValues>[1] = selection) =>
  yearlyValues(readAnswer(typeof answer === 'string' ? answer : JSON.stringify(answer)), wanted);

const valuesOf = (answer: unknown, wanted?: Parameters<typeof yearlyValues>[1]) => [...yearly(answer, wanted).values];

test('the trimmed real answer of METHOD: a dimension of contents, values in row-major order', () => {
  const answer = `{"dataset":{"dimension":{
    "OMRÅDE":{"label":"region","category":{"index":{"101":0},"label":{"101":"Copenhagen"}}},
    "ContentsCode":{"label":"Indhold","category":{"index":{"FOLK1A":0},"label":{"FOLK1A":"Population"}}},
    "Tid":{"label":"time","category":{"index":{"2026K3":0},"label":{"2026K3":"2026Q3"}}},
    "id":["OMRÅDE","ContentsCode","Tid"],"size":[1,1,1],"role":{"geo":["OMRÅDE"],"metric":["ContentsCode"],"time":["Tid"]}},
    "label":"x","source":"Statistics Denmark","updated":"2026-08-10T06:00:00Z","value":[670389]}}`;
  const [observation] = readAnswer(answer).observations;
  expect(observation).toMatchObject({ period: '2026K3', value: 670389 });
  expect(observation?.at.get('OMRÅDE')).toEqual({ code: '101', label: 'Copenhagen' });
});

test('years with their values and the base; null is no value', () => {
  const read = yearly(pris112({ 2022: 113.5, 2023: null, 2024: '118,9' }));
  expect([...read.values]).toEqual([
    [2022, 113.5],
    [2024, 118.9],
  ]);
  expect(read.base).toBe('2015 = 100');
});

test('of several series the one that is meant: the last dimension runs fastest', () => {
  const two = {
    dataset: {
      dimension: {
        HOVED: { category: { index: ['1010', '1005'], label: { 1005: 'Årsgennemsnit', 1010: 'Årsstigning' } } },
        Tid: { category: { index: { 2023: 1, 2022: 0 } } },
        id: ['HOVED', 'Tid'],
        size: [2, 2],
      },
      value: [7.7, 3.3, 113.5, 117.2],
    },
  };
  expect(valuesOf(two)).toEqual([
    [2022, 113.5],
    [2023, 117.2],
  ]);
  expect(() => yearly(two, { table: 'PRIS112', select: {} })).toThrow(/holds 2 series of PRIS112: HOVED is/);
  expect(() => yearly(two, { ...selection, select: { HOVED: '9' } })).toThrow(/no figures of PRIS112 with HOVED 9/);
});

test('the yearly change is not taken for the index', () => {
  const change = pris112({ 2023: 3.3 }, { label: 'Årsstigning', base: 'Pct.' });
  expect(() => yearly(change)).toThrow(
    /does not bear the unit “Årsgennemsnit”, but says .*“Årsstigning”.*statbank-unit/s,
  );
});

test('an answer of another value than the one asked for', () => {
  expect(() => yearly(pris112({ 2023: 3.3 }, { code: '1010' }))).toThrow(/no figures of PRIS112 with HOVED 1005/);
});

test('a year is the average of its twelve months, and half a year is none', () => {
  const answer = pris01({ ...months(2023, 117.2), ...months(2024, 119, 11), ...months(2025, 121), '2025M12': 123 });
  // 2025: (11 · 121 + 123) / 12 = 121.1666…
  expect(valuesOf(answer, monthly)).toEqual([
    [2023, 117.2],
    [2025, 121.17],
  ]);
});

test('a missing month makes the year incomplete', () => {
  expect(valuesOf(pris01({ ...months(2023, 117), '2023M07': null }), monthly)).toEqual([]);
});

test('months where years are expected, and years where months are', () => {
  expect(() => yearly(pris01(months(2023, 117)), { ...monthly, average: undefined })).toThrow(
    /“2023M01”, not for years/,
  );
  expect(() => yearly(pris112({ 2023: 117 }), { ...selection, average: 'months' })).toThrow(/“2023”, not for months/);
});

test('CSV with a byte order mark, semicolons and decimal commas', () => {
  const csv =
    '\uFEFFHOVED;TID;INDHOLD\r\nÅrsgennemsnit;2022;113,5\r\nÅrsgennemsnit;2023;..\r\nÅrsgennemsnit;2024;118,9\r\n';
  expect(valuesOf(csv)).toEqual([
    [2022, 113.5],
    [2024, 118.9],
  ]);
});

test('CSV as spreadsheets save it anew: quotes, tabs or commas between, a line that says what is between, empty rows after', () => {
  const expected = [[2023, 117.2]];
  expect(valuesOf('HOVED\tTID\tINDHOLD\n"Forbrugerprisindeks; Årsgennemsnit"\t2023\t117,2\n\t\t\n')).toEqual(expected);
  expect(valuesOf('sep=,\nHOVED,TID,INDHOLD\nÅrsgennemsnit,2023,"117,2"\n,,\n')).toEqual(expected);
});

test('CSV that holds both index and change: told, not mixed', () => {
  const csv = 'HOVED;TID;INDHOLD\n1005;2023;117,2\n1010;2023;3,3\n';
  expect(valuesOf(csv, { ...selection, unit: undefined })).toEqual([[2023, 117.2]]);
  expect(() => yearly(csv.replaceAll('1005', 'a').replaceAll('1010', 'b'))).toThrow(/no figures of PRIS112/);
});

test.each([
  ['<!DOCTYPE html><title>Log ind</title>', /is a web page, not figures/],
  ['{"dataset":{"dimension":{"HOV', /is cut off, or is no JSON/],
  ['', /is empty/],
  ['{"version":"2.0","class":"dataset"}', /`dataset` is not as it should be/],
  ['[1,2]', /`dataset` is not as it should be/],
  ['a;b\n1;2\n', /neither JSON-stat nor CSV with the columns TID and INDHOLD/],
  ['HOVED;TID;INDHOLD\n1005;2023\n', /line 2 of the answer has 2 cells under 3 columns: is it cut off\?/],
  ['HOVED;TID;INDHOLD\n1005;2022;113,5\n"1005;2023', /cannot be read as CSV: line 3: the quotes in this row/],
  [
    'HOVED;TID;INDHOLD\n1005;2023;\u001b[2J7\n',
    /cannot be read as CSV: line 2: an invisible control character, U\+001B/,
  ],
  ['HOVED,TID,INDHOLD\n1005,2023,117,2\n', /line 2 of the answer has 4 cells under 3 columns/],
  ['HOVED;TID;INDHOLD\n1005;2023;ca. 117\n', /“ca. 117” in line 2 of the answer is not a figure/],
])('%s is refused with what it is', (text, message) => {
  expect(() => yearly(text)).toThrow(message);
});

test.each([
  [{ size: [1, 1, 3] }, /2 figures where its dimensions make 3/],
  [{ size: [1, 1] }, /figures where its dimensions make/],
  [{ size: [1e6, 1e6, 1e6] }, /dimensions make/],
  [{ id: ['HOVED', 'ContentsCode', 'År'] }, /dimension “År” is not as it should be/],
])('dimensions that do not fit the figures: %j', (changed, message) => {
  const answer = structuredClone(pris112({ 2022: 1, 2023: 2 }));
  Object.assign(Object(answer).dataset.dimension, changed);
  expect(() => yearly(answer)).toThrow(message);
});

test.each([
  ['117,21', 117.21],
  ['117.21', 117.21],
  [117.21, 117.21],
  ['-3', -3],
  ['..', undefined],
  [null, undefined],
  ['1.234,5', 'unreadable'],
  ['1e3', 'unreadable'],
  ['0x10', 'unreadable'],
  [{}, 'unreadable'],
  [true, 'unreadable'],
])('the figure %j', (written, read) => {
  expect(readDecimal(written)).toBe(read);
});

test('a base is read from what the answer says, however it is spaced', () => {
  expect(baseIn(['Indeks', 'Forbrugerprisindeks (2025=100)'])).toBe('2025 = 100');
  expect(baseIn(['PRIS112'])).toBeUndefined();
});
