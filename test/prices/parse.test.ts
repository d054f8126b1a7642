/** Price tables: what they may say, and what is refused where. */
import { describe, expect, it } from 'vitest';
import { parsePrices } from '../../src/prices/parse.ts';
import { UserError } from '../../src/problem/problem.ts';

function table(lines: string): string {
  return `prices:\n  loen:\n    name: Løn\n    unit: kr./time\n    assumption: Et eksempel.\n${lines}`;
}

function problemsOf(...texts: readonly string[]): string[] {
  try {
    parsePrices(texts.map((text, place) => ({ path: `table${place + 1}.yaml`, text })));
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ code, place }) => `${code} ${place?.source.path}:${place?.line}:${place?.column}`);
  }
}

describe('parsePrices', () => {
  it('reads values with and without the unit of the price', () => {
    const list = parsePrices([{ path: 't.yaml', text: table('    values: { 2016: 373 kr., 2017: 380 kr./time }\n') }]);
    expect(list.prices.get('loen')?.price.values).toEqual({ 2016: 373, 2017: 380 });
  });

  it.each([
    [
      'a value in another unit than the price',
      table('    values: { 2016: 474.528 kr./år }\n'),
      'price-unit table1.yaml:6:21',
    ],
    ['a year that is none', table('    values: { 16: 373 kr. }\n'), 'value-impossible table1.yaml:6:15'],
    ['a price without values', table('    values: {}\n'), 'value-impossible table1.yaml:6:13'],
    ['a negative price', table('    values: { 2016: -1 kr. }\n'), 'value-impossible table1.yaml:6:21'],
    [
      'an unknown unit',
      table('    values: { 2016: 1 kr. }\n').replace('kr./time', 'kr./dag'),
      'value-unknown table1.yaml:4:11',
    ],
    [
      'neither source nor assumption',
      table('    values: { 2016: 1 kr. }\n').replace('    assumption: Et eksempel.\n', ''),
      'source-missing table1.yaml:2:3',
    ],
    ['an unknown key', table('    value: { 2016: 1 kr. }\n'), 'key-unknown table1.yaml:6:5'],
  ])('refuses %s', (_what, text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  it('refuses a name that another table has taken', () => {
    const text = table('    values: { 2016: 1 kr. }\n');
    expect(problemsOf(text, text)).toEqual(['name-taken table2.yaml:2:3']);
  });

  it('tells what is wrong in all tables at once', () => {
    expect(problemsOf('a: 1\n', 'b: [\n')).toEqual(['key-unknown table1.yaml:1:1', 'yaml-syntax table2.yaml:1:4']);
  });
});

describe('index series', () => {
  const series = (lines: string) =>
    `indexes:\n  kpi:\n    name: Et indeks\n    base: 2015 = 100\n    assumption: Et eksempel.\n${lines}`;

  it('reads values with a comma as people write them and with a full stop as they are delivered, in any order', () => {
    const text = series('    values:\n      2016: 100,25\n      2015: 100\n      2017: 101.4\n      2018: 1.234,5\n');
    const { indexes } = parsePrices([{ path: 't.yaml', text }]);
    expect(indexes.get('kpi')?.series.values).toEqual({ 2015: 100, 2016: 100.25, 2017: 101.4, 2018: 1234.5 });
  });

  it.each([
    ['zero', '    values: { 2016: 0 }\n', 'value-impossible table1.yaml:6:21'],
    ['what could be thousands', '    values: { 2016: 117.215 }\n', 'number-ambiguous table1.yaml:6:21'],
    ['a year twice', '    values: { 2016: 100, 2016: 101 }\n', 'yaml-duplicate-key table1.yaml:6:26'],
    ['a unit', '    values: { 2016: 100 kr. }\n', 'number-unreadable table1.yaml:6:21'],
    [
      'a source of new values that does not say what the answer must bear',
      '    values: { 2016: 100 }\n    statbank: { table: PRIS112, select: { HOVED: "1005" } }\n',
      'key-missing table1.yaml:7:5',
    ],
  ])('refuse %s', (_what, lines, expected) => {
    expect(problemsOf(series(lines))).toEqual([expected]);
  });

  it('refuse a name that another table has taken, and want a source or a reason', () => {
    const text = series('    values: { 2016: 100 }\n');
    expect(problemsOf(text, text)).toEqual(['name-taken table2.yaml:2:3']);
    expect(problemsOf(text.replace('    assumption: Et eksempel.\n', ''))).toEqual(['source-missing table1.yaml:2:3']);
  });
});
