/** The language reference is the language: up to date, with every key, and with examples that work. ACCEPT=1 writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  anthologyExample,
  mappingExamples,
  priceExamples,
  scenarioExamples,
} from '../../src/prices/language-examples.ts';
import { chapters, languageReference } from '../../src/prices/language-reference.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { priceTableSchema } from '../../src/prices/schema.ts';
import { csvMappingSchema, parseCsvMapping } from '../../src/prices/update/csv-mapping.ts';
import { checkedAnthology } from '../../src/scenario/anthology/parse.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { scenarioSchema } from '../../src/scenario/schema/scenario.ts';
import { officialRates } from '../model/comparing-scenario.ts';

const file = 'scenarios/LANGUAGE.md';

describe('scenarios/LANGUAGE.md', () => {
  it('is what the schema says', () => {
    if (process.env.ACCEPT === '1') writeFileSync(file, languageReference());
    expect(readFileSync(file, 'utf8'), 'ACCEPT=1 npx vitest run test/prices/language-reference.test.ts').toBe(
      languageReference(),
    );
  });

  it('has every key of a scenario in one chapter', () => {
    const listed = chapters.flatMap(({ keys }) => keys);
    const missing = Object.keys(scenarioSchema.shape).filter((key) => !listed.includes(key));
    expect(missing).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('says what every key means', () => {
    const rows = languageReference()
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const without = rows.filter((row) => (row.split(' | ')[3] ?? '').trim() === '');
    expect(without).toEqual([]);
  });

  it('has examples that make a scenario without a fault', () => {
    const text = scenarioExamples.map(({ yaml }) => yaml.trim()).join('\n');
    const checked = parseScenario({ path: 'example.yaml', text });
    expect(priceScenario(checked, officialRates).warnings).toEqual([]);
  });

  it('has an example that makes an anthology', () => {
    expect(checkedAnthology({ path: 'example.yaml', text: anthologyExample }).anthology.chapters).toHaveLength(3);
  });

  it('has examples of price tables that can be read', () => {
    const text = priceExamples.map(({ yaml }) => yaml.trim()).join('\n');
    expect(parsePrices([{ path: 'prices.yaml', text }]).prices.size).toBe(1);
    expect(priceExamples.map(({ key }) => key)).toEqual(Object.keys(priceTableSchema.shape));
  });

  it('has an example of a mapping that can be read, for every key but the one that goes with no other', () => {
    const text = mappingExamples.map(({ yaml }) => yaml.trim()).join('\n');
    expect(parseCsvMapping({ path: 'kolonner.yaml', text }).value.new?.unit).toBe('kr./time');
    expect([...mappingExamples.map(({ key }) => key), 'series'].sort()).toEqual(
      Object.keys(csvMappingSchema.shape).sort(),
    );
  });
});
