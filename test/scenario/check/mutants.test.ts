/**
 * Whatever an author writes, there is a note or a list of problems that can be mended: never an error of ours, never a
 * figure that is none. MUTANTS=2000 tries more of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readHouse } from '../../../src/files/read-house.ts';
import { composeNote, type House, type Note } from '../../../src/note.ts';
import { type PriceList, parsePrices } from '../../../src/prices/parse.ts';
import { type Problem, UserError } from '../../../src/problem/problem.ts';
import type { Source } from '../../../src/problem/source.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { mutantsOf } from './mutate.ts';

const scenarios = join(import.meta.dirname, '..', '..', '..', 'scenarios');
const numRuns = Number(process.env.MUTANTS ?? 70);
const mostMilliseconds = 5_000;

function sourceOf(folder: string, file: string): Source {
  return { path: file, text: readFileSync(join(folder, file), 'utf8') };
}

let house: House;
let prices: PriceList;
beforeAll(async () => {
  house = await readHouse({ language: 'da' });
  const folder = join(scenarios, 'prices');
  const tables = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  prices = parsePrices(tables.map((file) => sourceOf(folder, file)));
});

function compose(text: string): Note | readonly Problem[] {
  try {
    const scenario = parseScenario({ path: 'mutant.yaml', text });
    return composeNote({ name: 'mutant', scenario, prose: new Map(), prices, house, issued: '2026-11-22' });
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

function expectNote(note: Note): void {
  const printed = `${note.html}${note.summaryPage}`.replace(/base64,[\w+/=]*/g, '');
  expect(/\b(?:NaN|Infinity|undefined|\[object)\b|∞/.exec(printed)?.[0]).toBeUndefined();
  const { total, participants, sensitivity } = note.results;
  const figures = [
    ...Object.values(total),
    ...Object.values(participants),
    sensitivity.low ?? 0,
    sensitivity.high ?? 0,
  ];
  for (const figure of figures) expect(figure).toBeTypeOf('number');
  expect(figures.every(Number.isFinite)).toBe(true);
}

function expectMendable(problems: readonly Problem[], text: string): void {
  expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  const lines = text.split('\n');
  for (const { code, message, hint, place } of problems) {
    expect({ code, message, hint }).toEqual({
      code: expect.any(String),
      message: expect.stringMatching(/\S/),
      hint: expect.stringMatching(/\S/),
    });
    expect(message + hint).not.toMatch(/\b(?:undefined|NaN|Infinity|Invalid|expected|zod|null)\b|\[object/);
    expect(place?.line).toBeLessThanOrEqual(lines.length);
    expect(place?.column).toBeLessThanOrEqual((lines[(place?.line ?? 1) - 1] ?? '').length + 1);
  }
}

describe('a mutant is a note, or problems with code, message, hint and place', () => {
  const shipped = readdirSync(scenarios).filter((file) => file.endsWith('.yaml'));
  const grounds = [...shipped.map((file) => join(scenarios, file)), join(import.meta.dirname, 'everything.yaml')];
  it.each(grounds.map((path) => [basename(path), path] as const))('%s', { timeout: numRuns * 1000 }, (file, path) => {
    expect(compose(readFileSync(path, 'utf8'))).toHaveProperty('html');
    fc.assert(
      fc.property(mutantsOf(sourceOf(dirname(path), file).text), (text) => {
        const started = performance.now();
        const outcome = compose(text);
        expect(performance.now() - started).toBeLessThan(mostMilliseconds);
        if ('html' in outcome) expectNote(outcome);
        else expectMendable(outcome, text);
      }),
      { numRuns },
    );
  });
});
