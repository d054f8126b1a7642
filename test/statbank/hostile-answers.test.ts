/** Whatever answers, it becomes figures or a problem that can be read: never a fault of the program, never a character that moves the cursor. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePrices } from '../../src/prices/parse.ts';
import { applyPlans } from '../../src/prices/update/apply-plans.ts';
import { planUpdate } from '../../src/prices/update/plan-update.ts';
import { seriesIn } from '../../src/prices/update/series-state.ts';
import { describeProblem } from '../../src/problem/excerpt.ts';
import { UserError } from '../../src/problem/problem.ts';
import { readSeries } from '../../src/statbank/fetch-series.ts';
import { pris112 } from './fake-statbank.ts';

const table = {
  path: 'x.yaml',
  text: `indexes:
  pris:
    name: Pris
    base: 2015 = 100
    values: { 2015: 100.0, 2016: 101.5 }
    source: { title: K, read: 2020-01-01 }
    statbank:
      table: PRIS112
      select: { HOVED: "1005" }
      unit: Årsgennemsnit
`,
};

const list = parsePrices([table]);
const listed = list.indexes.get('pris');
if (listed === undefined) throw new Error('the table has no series');
const wanted = { name: 'pris', listed };

/** The whole way of an answer, up to the text that would be written. */
async function taken(answer: string): Promise<string | UserError> {
  try {
    const saved = { series: 'pris', table: 'PRIS112', fetched: '2026-11-22', answer };
    const { update } = await readSeries(wanted, saved, '2026-11-22');
    const series = seriesIn(list, 'indexes', 'pris');
    if (series === undefined) throw new Error('the table has no series');
    const plan = planUpdate(series, update);
    return applyPlans([table], [plan], { revised: true })[0]?.after.text ?? table.text;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const moving = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

function expectReadable(outcome: string | UserError): void {
  if (typeof outcome === 'string') return;
  for (const problem of outcome.problems) expect(describeProblem(problem)).not.toMatch(moving);
}

const anyFigure = fc.oneof(
  fc.double(),
  fc.string(),
  fc.constant(null),
  fc.constantFrom('1e400', '117,21', '..', '\u001b[2J', -1, 0, 1e-9, 1e21, 117.20000000000002, {}, []),
);

const anyPeriod = fc.oneof(
  fc.integer({ min: 1990, max: 2110 }).map(String),
  fc.string(),
  fc.constantFrom('2024M01', '\u001b[31m'),
);

test('any text', () =>
  fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => expectReadable(await taken(text)))));

test('any JSON', () => fc.assert(fc.asyncProperty(fc.json(), async (text) => expectReadable(await taken(text)))));

test('the right shape with any figures for any periods', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(anyPeriod, anyFigure), { selector: ([period]) => period }),
      async (cells) => {
        const figures = Object.fromEntries(cells.map(([period, figure]) => [period, figure as number]));
        expectReadable(await taken(JSON.stringify(pris112(figures))));
      },
    ),
  ));

test('the right shape with one part of it replaced', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...['HOVED', 'Tid', 'ContentsCode', 'id', 'size', 'role']),
      fc.oneof(fc.jsonValue(), fc.constantFrom(['__proto__'], ['constructor', 'Tid'], [1, 1, 1e9], [0, 1, 1])),
      async (part, value) => {
        const answer = structuredClone(pris112({ 2015: 100, 2016: 101.5, 2017: 102 }));
        Object(answer).dataset.dimension[part] = value;
        expectReadable(await taken(JSON.stringify(answer)));
      },
    ),
  ));

test('a category that is called like something every object has', async () => {
  const text = JSON.stringify(pris112({ 2017: 102 })).replaceAll('"1005"', '"constructor"');
  expect(await taken(text)).toBeInstanceOf(UserError);
});
