/** The schema for editors: takes what the program takes, explains every key, and is the same each time. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaOf, schemaNames } from '../../src/render/json-schema.ts';
import { isRecord, partsOf, refusals } from './json-schema-walk.ts';

const scenarios = join(import.meta.dirname, '..', '..', 'scenarios');
const files = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(folder, file));

/** What an editor sees: bare numbers are numbers there. */
function asEditorsSee(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}

describe('the schema of scenarios', () => {
  const everything = join(import.meta.dirname, '..', 'scenario', 'check', 'everything.yaml');
  it.each([...files(scenarios), everything].map((path) => [basename(path), path] as const))(
    'takes %s',
    (_name, path) => {
      expect(refusals(jsonSchemaOf('scenario'), asEditorsSee(path))).toEqual([]);
    },
  );

  it.each([
    ['an unknown key', { colour: 'blue' }, '$.colour is unknown'],
    ['a missing key', { title: undefined }, '$.title is missing'],
    ['a choice that there is not', { layout: 'rapport' }, '$.layout is no choice'],
    ['a name that cannot be one', { staff: { 'to ord': { name: 'x' } } }, '$.staff: “to ord” is no name'],
    ['a list for a text', { title: ['x'] }, '$.title has the wrong type'],
    ['a driver that there is not', { costs: { a: { per: 'kursus' } } }, '$.costs.a.per fits no way of writing it'],
  ])('refuses %s', (_what, change, expected) => {
    const good = asEditorsSee(files(scenarios)[0] ?? '');
    const wrong = { ...(isRecord(good) ? good : {}), ...change };
    expect(refusals(jsonSchemaOf('scenario'), wrong)).toContain(expected);
  });
});

describe('the schema of price tables', () => {
  it.each(files(join(scenarios, 'prices')).map((path) => [basename(path), path] as const))(
    'takes %s',
    (_name, path) => {
      expect(refusals(jsonSchemaOf('prices'), asEditorsSee(path))).toEqual([]);
    },
  );
});

describe.each(schemaNames)('the schema of %s', (name) => {
  it('has a description at every key', () => {
    const parts = partsOf(jsonSchemaOf(name));
    expect(parts.filter(({ isKey, schema }) => isKey && !schema.description).map(({ path }) => path)).toEqual([]);
  });

  it('takes no unknown keys anywhere', () => {
    const open = partsOf(jsonSchemaOf(name)).filter(({ schema }) => isRecord(schema.properties));
    expect(open.filter(({ schema }) => schema.additionalProperties !== false).map(({ path }) => path)).toEqual([]);
  });

  it('leaves nothing untyped', () => {
    const empty = partsOf(jsonSchemaOf(name)).filter(({ schema }) => Object.keys(schema).length === 0);
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  it('is the same each time', () => {
    expect(JSON.stringify(jsonSchemaOf(name))).toBe(JSON.stringify(jsonSchemaOf(name)));
  });
});
