/**
 * Real cost assessments, calculated again: every figure must come out as it was printed, letter by letter. A case is a
 * folder with `figures.yaml` and its own `scenario.yaml`, or the name of a shipped scenario. What we print differently is
 * given as `ours` beside what was printed, and its cause stands in the folder's `deviations.md`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readHouse } from '../../src/files/read-house.ts';
import { composeNote, type Note } from '../../src/note.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import type { Source } from '../../src/problem/source.ts';
import { numbersOf } from '../../src/report/numbers.ts';
import { flatten } from '../../src/report/results.ts';
import { parseScenario } from '../../src/scenario/parse.ts';

const text = z.string().min(1);

/** `at` is the page or table of the published note, or “inferred” of what follows from what it prints. */
const figuresSchema = z.strictObject({
  note: text,
  scenario: text.optional(),
  figures: z.array(z.strictObject({ name: text, printed: text, ours: text.optional(), at: text })).min(1),
  sensitivity: z.array(z.strictObject({ label: text, low: text, high: text, at: text })).optional(),
});

const here = new URL('./', import.meta.url);
const root = new URL('../../', here);
const shipped = await readHouse({ language: 'da' });
/** The cases are not about who publishes them. */
const house = { ...shipped, theme: { ...shipped.theme, publisher: { name: 'Prøve', addressLines: [] } } };
const prices = parsePrices(
  readdirSync(new URL('scenarios/prices/', root))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => sourceAt(`scenarios/prices/${file}`)),
);

function sourceAt(path: string): Source {
  return { path, text: readFileSync(new URL(path, root), 'utf8') };
}

function composed(name: string, path: string): Note {
  const scenario = parseScenario(sourceAt(path));
  return composeNote({ name, scenario, prose: new Map(), prices, house, issued: '2026-11-22' });
}

/** A figure by its name, in the form that its last part may name: `gross.plain`. */
function printedBy(note: Note, name: string): string | undefined {
  const forms = flatten(note.view.figures, []).flatMap(([figure, { text: usual, ...others }]) => [
    [figure, usual] as const,
    ...Object.entries(others).map(([form, printed]) => [`${figure}.${form}`, printed] as const),
  ]);
  return seen(new Map(forms).get(name));
}

function seen(printed: string | undefined): string | undefined {
  return printed?.replaceAll('\u00a0', ' ');
}

const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/figures.yaml`, here)))
  .map(({ name }) => ({ name, ...figuresSchema.parse(parse(sourceAt(`test/published/${name}/figures.yaml`).text)) }));

describe.each(cases)('$name', ({ name, scenario, figures, sensitivity = [] }) => {
  const note = composed(name, scenario ?? `test/published/${name}/scenario.yaml`);

  it.each(figures)('prints $name as “$printed”', ({ name: figure, printed, ours }) => {
    expect(printedBy(note, figure)).toBe(ours ?? printed);
  });

  it.each(sensitivity)('prints “$label” from $low to $high', ({ label, low, high }) => {
    const row = note.results.sensitivity.rows.find((one) => one.label === label);
    const numbers = numbersOf(house.language, note.assessment.priced.scenario.rounding);
    const ends = [row?.low ?? Number.NaN, row?.high ?? Number.NaN];
    expect(ends.map((end) => seen(numbers.headline(end).text))).toEqual([low, high]);
  });

  it('gives a cause for what differs', () => {
    const differs = figures.some(({ ours }) => ours !== undefined);
    expect(existsSync(new URL(`${name}/deviations.md`, here))).toBe(differs);
  });
});
