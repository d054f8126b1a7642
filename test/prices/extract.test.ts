/** The extract of the price tables that a note carries: the rows it uses, and nothing that another note's price could change. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractOf, extractTables, type UsedRow } from '../../src/prices/extract.ts';
import { parsePrices } from '../../src/prices/parse.ts';

const table = `prices:
  leder:
    name: Leder
    unit: kr./time
    includes: [pension]
    values: { 2022: "398,50 kr.", 2023: 412 }
    source: &statistik { title: "Løn: lokal statistik", read: 2026-11-22 }
  tolk:
    name: Tolk
    unit: kr./time
    values: { 2023: 350 kr. }
    source: *statistik
discountRates:
  fast:
    name: Fast rente
    schedules:
      - steps: [{ rate: "3,5 pct." }]
        source: *statistik
`;

const listOf = (text: string) => parsePrices([{ path: 'prices/a.yaml', text }]);
const tolk: UsedRow = { section: 'prices', name: 'tolk', years: [2023] };
const fast: UsedRow = { section: 'discountRates', name: 'fast' };

test('an extract holds the rows used, written out, under the path of its table', () => {
  expect(extractTables(listOf(table), [fast, tolk])).toEqual([
    {
      path: 'prices/a.yaml',
      text: `discountRates:
  fast:
    name: Fast rente
    schedules:
      - steps:
          - rate: 3,5 pct.
        source:
          title: "Løn: lokal statistik"
          read: 2026-11-22
prices:
  tolk:
    name: Tolk
    unit: kr./time
    values:
      2023: 350 kr.
    source:
      title: "Løn: lokal statistik"
      read: 2026-11-22
`,
    },
  ]);
});

test('read again, an extract gives the same price of the year used, and no other year', () => {
  const whole = listOf(table);
  const [extract] = extractTables(whole, [{ section: 'prices', name: 'leder', years: [2022] }]);
  const again = parsePrices(extract === undefined ? [] : [extract]).prices.get('leder')?.price;
  expect(again).toEqual({ ...whole.prices.get('leder')?.price, values: { '2022': 398.5 } });
});

test('a row used without a year is taken whole', () => {
  const whole = listOf(table);
  const tables = extractTables(whole, [{ section: 'prices', name: 'leder' }]);
  expect(parsePrices(tables).prices.get('leder')?.price).toEqual(whole.prices.get('leder')?.price);
});

test('another row, another year and a comment leave an extract alone; its own value does not', () => {
  const before = extractOf(listOf(table), tolk);
  const elsewhere = table.replace('412', '999').replace('prices:', '# checked\nprices:').replace('398,50', '1');
  expect(extractOf(listOf(elsewhere), tolk)).toEqual(before);
  expect(extractOf(listOf(table.replace('350 kr.', '351 kr.')), tolk)).not.toEqual(before);
});

test('a row that is gone has no extract', () => {
  expect(extractOf(listOf(table), { section: 'prices', name: 'nobody' })).toBeUndefined();
});

test('whatever a name or a note says, its extract reads back as it was', () => {
  const line = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(line, line, fc.integer({ min: 1, max: 5000 }), (name, note, amount) => {
      const quoted = (text: string) => JSON.stringify(text);
      const text = `prices:\n  a:\n    name: ${quoted(name)}\n    note: ${quoted(note)}\n    unit: kr.\n    values: { 2020: ${amount} kr. }\n    assumption: ${quoted('fordi: det er sådan')}\n`;
      const whole = listOf(text);
      const again = parsePrices(extractTables(whole, [{ section: 'prices', name: 'a', years: [2020] }]));
      expect(again.prices.get('a')?.price).toEqual(whole.prices.get('a')?.price);
    }),
  );
});
