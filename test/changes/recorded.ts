/** Notes as a build records them, from the shipped scenario with some words of it or of its price tables replaced. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedNote } from '../../src/changes/changes.types.ts';
import { editionOf } from '../../src/changes/edition-of.ts';
import { recordedResults } from '../../src/changes/recorded-results.ts';
import { readHouse } from '../../src/files/read-house.ts';
import { composeNote, type House } from '../../src/note.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { inPriceYear } from '../../src/scenario/in-price-year.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { root } from '../cli/program.ts';

export type Replacement = readonly [from: string | RegExp, to: string];

const shipped = (...path: readonly string[]) => readFileSync(join(root, 'scenarios', ...path), 'utf8');
const texts = {
  scenario: shipped('inddragende-netvaerksmoeder.yaml'),
  prices: ['timeomkostninger', 'prisindeks'].map((name) => ({
    path: `prices/${name}.yaml`,
    text: shipped('prices', `${name}.yaml`),
  })),
};

let house: Promise<House> | undefined;

export interface Variant {
  readonly scenario?: readonly Replacement[];
  readonly prices?: readonly Replacement[];
  readonly priceYear?: number;
}

/** What a replacement does not find is a fault of the test. */
function replaced(text: string, replacements: readonly Replacement[] = []): string {
  return replacements.reduce((now, [from, to]) => {
    const then = now.replace(from, to);
    if (then === now) throw new Error(`“${String(from)}” does not stand there`);
    return then;
  }, text);
}

export async function recorded({ scenario, prices, priceYear }: Variant = {}): Promise<RecordedNote> {
  house ??= readHouse({ language: 'da' });
  const joined = texts.prices.map(({ path, text }, place) => ({
    path,
    text: place === 0 ? replaced(text, prices) : text,
  }));
  const inputs = {
    name: 'note',
    scenario: inPriceYear(
      parseScenario({ path: 'scenarios/note.yaml', text: replaced(texts.scenario, scenario) }),
      priceYear,
    ),
    prose: new Map(),
    prices: parsePrices(joined),
    house: await house,
    issued: '2026-11-22',
    ...(priceYear !== undefined && { priceYear }),
  };
  const note = composeNote(inputs);
  const results = recordedResults(JSON.parse(JSON.stringify(note.results)));
  if (results === undefined) throw new Error('our own results are not understood');
  return { ...results, program: 'omkost 1.0.0', edition: editionOf(inputs, note.assessment.priced) };
}
