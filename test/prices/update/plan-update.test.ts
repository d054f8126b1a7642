/** What an update does to a series, and what it refuses. */
import { expect, test } from 'vitest';
import { parsePrices } from '../../../src/prices/parse.ts';
import { applyPlans } from '../../../src/prices/update/apply-plans.ts';
import { changedEntries } from '../../../src/prices/update/changed-entries.ts';
import { planUpdate, type SeriesState } from '../../../src/prices/update/plan-update.ts';
import type { SeriesUpdate } from '../../../src/prices/update/series-update.ts';

const text = `indexes:
  pris:
    name: Pris
    base: 2015 = 100
    values: { 2015: 100.0, 2016: 102.0, 2018: 106.0 }
    source: { title: K, read: 2020-01-01 }
`;
const source = { path: 'x.yaml', text };

const series: SeriesState = {
  label: 'Pris',
  unit: '2015 = 100',
  base: '2015 = 100',
  values: { 2015: 100, 2016: 102, 2018: 106 },
  place: { source, line: 2, column: 3, length: 4 },
};

const update = (values: Readonly<Record<number, number>>, more: Partial<SeriesUpdate> = {}): SeriesUpdate => ({
  table: 'x.yaml',
  kind: 'indexes',
  name: 'pris',
  values: new Map(Object.entries(values).map(([year, value]) => [Number(year), value])),
  source: { read: '2026-11-22' },
  ...more,
});

test('new years apart from revised ones; a new year is compared with the year before', () => {
  const plan = planUpdate(series, update({ 2014: 99, 2015: 100, 2016: 102.5, 2017: 103, 2018: 106, 2019: 108.12 }));
  expect(plan.added).toEqual([
    { year: 2017, old: undefined, new: 103, change: 103 / 102 - 1 },
    { year: 2019, old: undefined, new: 108.12, change: 108.12 / 106 - 1 },
  ]);
  expect(plan.revised).toEqual([{ year: 2016, old: 102, new: 102.5, change: 102.5 / 102 - 1 }]);
  expect(plan.warnings).toEqual([]);
});

test('a source with fewer decimals does not revise what the table has more exactly', () => {
  const exact = { ...series, values: { 2015: 100, 2016: 100.25, 2018: 102.23 } };
  // 100,25 → 100,3 and 102,23 → 102,2 are the same figures; 102,3 is not.
  expect(planUpdate(exact, update({ 2016: 100.3, 2018: 102.2 })).revised).toEqual([]);
  expect(planUpdate(exact, update({ 2016: 100.3, 2018: 102.3 })).revised.map(({ year }) => year)).toEqual([2018]);
});

test('a value that moves by more than a quarter is a warning', () => {
  const { warnings } = planUpdate(series, update({ 2019: 140 }));
  expect(warnings.map(({ code, severity }) => [code, severity])).toEqual([['value-surprising', 'warning']]);
  expect(planUpdate(series, update({ 2019: 132.5 })).warnings).toEqual([]);
});

test.each([
  [
    'the source says so',
    update({ 2019: 90 }, { base: '2025 = 100' }),
    /2015 = 100 in the table, but 2025 = 100 in the source/,
  ],
  ['the base year is not 100', update({ 2015: 81.3, 2019: 90 }), /the source has 81.3 for 2015/],
  ['every year that both have differs', update({ 2016: 83, 2018: 86, 2019: 90 }), /\(2016: 102 here, 83 there\)/],
])('another base is refused: %s', (_, given, message) => {
  expect(() => planUpdate(series, given)).toThrow(message);
});

test('a whole series that is another is refused even where no base is named', () => {
  const noBase = { ...series, base: undefined, values: { 2015: 100, 2016: 102, 2017: 104 } };
  const given = update({ 2015: 82, 2016: 83.6, 2017: 85.2 });
  expect(() => planUpdate(noBase, given)).toThrow(/every year is another in the source \(2015: 100 here, 82 there\)/);
});

test('only what is revised is written with the word for it, and nothing where nothing changes', () => {
  const plan = planUpdate(series, update({ 2016: 102.5 }));
  expect(applyPlans([source], [plan], { revised: false })).toEqual([]);
  const [changed] = applyPlans([source], [plan], { revised: true });
  expect(changed?.after.text).toBe(text.replace('102.0', '102.5').replace('2020-01-01', '2026-11-22'));
});

test('two lists: what changed, what came and what went', () => {
  const before = parsePrices([source]);
  const more = text
    .replace('2018: 106.0', '2018: 106.5, 2019: 108.0')
    .replace('name: Pris', 'name: Priser')
    .concat('  ny:\n    name: Ny\n    base: 2020 = 100\n    values: { 2020: 100.0 }\n    source: { title: K }\n');
  const after = parsePrices([{ path: 'y.yaml', text: more }]);
  expect(changedEntries(before, after)).toEqual([
    {
      section: 'indexes',
      name: 'ny',
      kind: 'added',
      values: [{ year: 2020, old: undefined, new: 100 }],
      otherwise: false,
    },
    {
      section: 'indexes',
      name: 'pris',
      kind: 'changed',
      values: [
        { year: 2018, old: 106, new: 106.5 },
        { year: 2019, old: undefined, new: 108 },
      ],
      otherwise: true,
    },
  ]);
  expect(changedEntries(after, before).map(({ name, kind }) => [name, kind])).toEqual([
    ['ny', 'removed'],
    ['pris', 'changed'],
  ]);
  expect(changedEntries(before, parsePrices([{ path: 'moved.yaml', text: `# moved\n${text}` }]))).toEqual([]);
});
