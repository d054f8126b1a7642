/** The client against a real HTTP server that answers as StatBank does, faults included. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UserError } from '../../src/problem/problem.ts';
import { readAnswer } from '../../src/statbank/answers/read-answer.ts';
import { Statbank } from '../../src/statbank/client.ts';
import type { Patience } from '../../src/statbank/http/patience.ts';
import {
  cutOff,
  type FakeStatbank,
  fakeStatbank,
  gzipBomb,
  json,
  notFound,
  plain,
  pris112,
  pris112Info,
  silent,
  status,
} from './fake-statbank.ts';

let fake: FakeStatbank;
let waits: number[];

beforeEach(async () => {
  fake = await fakeStatbank();
  waits = [];
});

afterEach(() => fake.close());

const selection = { table: 'PRIS112', select: { HOVED: '1005' }, unit: 'Årsgennemsnit' };
const good = json(pris112({ 2022: 113.5, 2023: 117.2 }));

function statbank(patience: Partial<Patience> = {}, signal = new AbortController().signal): Statbank {
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  return new Statbank({ address: fake.address, signal, patience: { wait, ...patience } });
}

async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
  const [problem] = error.problems;
  return { code: problem?.code, message: problem?.message ?? '', hint: problem?.hint ?? '' };
}

test('asks for all periods of a selection, in Danish, as JSON-stat', async () => {
  fake.data(good);
  const answer = readAnswer(await statbank().figures(selection));
  expect(answer.observations.map(({ period, value }) => [period, value])).toEqual([
    ['2022', 113.5],
    ['2023', 117.2],
  ]);
  expect(fake.requests).toEqual([
    {
      path: '/v1/data',
      body: {
        table: 'PRIS112',
        lang: 'da',
        format: 'JSONSTAT',
        variables: [
          { code: 'HOVED', values: ['1005'] },
          { code: 'Tid', values: ['*'] },
        ],
      },
    },
  ]);
});

test('asks again after 500, each time after twice the wait', async () => {
  fake.data(status(500), status(503), good);
  expect(await statbank().figures(selection)).toContain('117.2');
  expect(waits).toEqual([1000, 2000]);
});

test('gives up when it is 500 every time, and says what else can be done', async () => {
  fake.data(status(500));
  const problem = await problemOf(statbank().figures(selection));
  expect(problem.code).toBe('statbank-unreachable');
  expect(problem.message).toMatch(/^StatBank \(127\.0\.0\.1:\d+\) cannot be reached: it answers 500$/);
  expect(problem.hint).toContain('--offline');
  expect(fake.requests).toHaveLength(4);
  expect(waits).toEqual([1000, 2000, 4000]);
});

test('waits as long as Retry-After asks', async () => {
  fake.data(status(429, { 'retry-after': '7' }), good);
  await statbank().figures(selection);
  expect(waits).toEqual([7000]);
});

test('does not wait an hour, but says that StatBank asks for it', async () => {
  fake.data(status(429, { 'retry-after': '3600' }), good);
  const problem = await problemOf(statbank().figures(selection));
  expect(problem.message).toContain('it answers 429, and asks to wait 3600 seconds');
  expect(waits).toEqual([]);
});

test('an answer that does not come is given up', async () => {
  fake.data(silent);
  const problem = await problemOf(statbank({ timeout: 50, retries: 1 }).figures(selection));
  expect(problem.message).toContain('its answer was not there after 0.05 seconds');
  expect(fake.requests).toHaveLength(2);
});

test('an answer that is cut off in the middle is fetched again', async () => {
  fake.data(cutOff(pris112({ 2023: 117.2 })), good);
  expect(await statbank().figures(selection)).toContain('113.5');
});

test('an answer that is always cut off is a failed connection', async () => {
  fake.data(cutOff(pris112({ 2023: 117.2 })));
  expect((await problemOf(statbank().figures(selection))).message).toContain('the connection failed');
});

test('nobody there: a failed connection too', async () => {
  const gone = await fakeStatbank();
  await gone.close();
  const wait = async () => {};
  const signal = new AbortController().signal;
  const problem = await problemOf(
    new Statbank({ address: gone.address, signal, patience: { wait } }).figures(selection),
  );
  expect(problem.code).toBe('statbank-unreachable');
  expect(problem.message).toContain('ECONNREFUSED');
});

test('an answer that is too large is not read to its end', async () => {
  fake.data(plain(Buffer.alloc(3 * 1024 * 1024, 32)));
  const problem = await problemOf(statbank({ mostBytes: 2 * 1024 * 1024 }).figures(selection));
  expect(problem).toMatchObject({ code: 'statbank-refused', message: 'the answer is larger than 2 MB' });
});

test('a small answer that unfolds to a large one is stopped', async () => {
  fake.data(gzipBomb(50 * 1024 * 1024));
  const problem = await problemOf(statbank({ mostBytes: 2 * 1024 * 1024 }).figures(selection));
  expect(problem.code).toBe('statbank-refused');
  expect(fake.requests).toHaveLength(1);
});

test('a redirection is not followed', async () => {
  fake.data(status(302, { location: 'http://169.254.169.254/latest' }));
  const problem = await problemOf(statbank().figures(selection));
  expect(problem.code).toBe('statbank-refused');
  expect(problem.message).toContain('sends on to http://169.254.169.254/latest, which is not followed');
  expect(fake.requests).toHaveLength(1);
});

test('a table that StatBank no longer has', async () => {
  fake.data(notFound);
  const problem = await problemOf(statbank().figures(selection));
  expect(problem).toMatchObject({ code: 'statbank-table', message: 'StatBank has no table “PRIS112”' });
  expect(fake.requests.map(({ path }) => path)).toEqual(['/v1/data', '/v1/tableinfo/PRIS112?format=JSON&lang=da']);
});

test('a variable that was renamed: the nearest there is, and all of them', async () => {
  fake.data(notFound);
  fake.tableInfo(json(pris112Info('HOVEDTAL')));
  const problem = await problemOf(statbank().figures(selection));
  expect(problem.code).toBe('statbank-table');
  expect(problem.message).toBe('table PRIS112 has no variable “HOVED”');
  expect(problem.hint).toContain('HOVEDTAL (hovedtal)');
});

test('a value that the variable no longer has: those it has', async () => {
  fake.data(notFound);
  fake.tableInfo(json(pris112Info('HOVED', { 1006: 'Årsgennemsnit', 1010: 'Årsstigning' })));
  const problem = await problemOf(statbank().figures(selection));
  expect(problem.message).toBe('variable HOVED of table PRIS112 has no value “1005”');
  expect(problem.hint).toBe('it has: 1006 (Årsgennemsnit), 1010 (Årsstigning)');
});

test('a variable that must be chosen', async () => {
  fake.data(notFound);
  fake.tableInfo(json(pris112Info()));
  const problem = await problemOf(statbank().figures({ ...selection, select: {} }));
  expect(problem.message).toBe('table PRIS112 asks for a choice of HOVED (hovedtal)');
});

test('a refusal of another kind is told in StatBank’s words', async () => {
  const body = JSON.stringify({ errorTypeCode: 'EXTRACT-TOOBIG', message: 'For mange celler' });
  fake.data(status(400, {}, body));
  fake.tableInfo(json(pris112Info()));
  const problem = await problemOf(statbank().figures(selection));
  expect(problem.code).toBe('statbank-refused');
  expect(problem.message).toBe('StatBank refuses the question (400: EXTRACT-TOOBIG, For mange celler)');
});

test('a forbidden question is told with its status, whatever came with it', async () => {
  fake.data(status(403, {}, '<html>no</html>'));
  expect((await problemOf(statbank().figures(selection))).message).toBe('StatBank refuses the question (403)');
});

test('whoever interrupts is not kept waiting', async () => {
  fake.data(silent);
  const abort = new AbortController();
  const asked = statbank({}, abort.signal).figures(selection);
  abort.abort(new Error('interrupted'));
  await expect(asked).rejects.toThrow('interrupted');
});

test.each(['http://example.org/v1', 'ftp://127.0.0.1', 'api.statbank.dk', 'https://name:word@api.statbank.dk/v1'])(
  'the address %s is refused',
  (address) => {
    expect(() => new Statbank({ address, signal: new AbortController().signal })).toThrow(/statbank-address/);
  },
);
