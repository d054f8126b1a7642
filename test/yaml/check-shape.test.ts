/** Shape problems: the right code at the right place, once, with the next step. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/problem/problem.ts';
import { money } from '../../src/scenario/quantity/quantities.ts';
import { checkShape, shapeProblems } from '../../src/yaml/check-shape.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

const line = z.strictObject({ name: z.string().min(1).meta({ description: 'as printed' }), amount: money });
const renewal = z.union([
  z.strictObject({ every: z.string() }),
  z.strictObject({ spreadOver: z.string(), interest: z.string() }),
]);
const schema = z.strictObject({
  title: z.string().meta({ description: 'title of the note' }),
  layout: z.enum(['notat', 'vurdering']).optional(),
  costs: z.record(z.string().regex(/^[a-z]+$/, { error: 'only small letters' }), line).optional(),
  list: z.array(z.string()).min(1).optional(),
  renewal: renewal.optional(),
  staff: z.union([z.string(), z.record(z.string(), money)]).optional(),
  hours: z
    .union([
      z.union([money, z.strictObject({ value: money, why: z.string().optional() })]),
      z.strictObject({ gross: z.string(), less: z.record(z.string(), money) }),
      z.strictObject({ norm: z.string(), less: z.record(z.string(), money).optional() }),
    ])
    .optional(),
  kind: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('once'), amount: money }),
      z.strictObject({ type: z.literal('yearly'), years: z.string() }),
    ])
    .optional(),
  nested: z.lazy(() => z.strictObject({ amount: money.optional() })).optional(),
});

function told(text: string) {
  const located = parseYaml({ path: 'scenario.yaml', text });
  return shapeProblems(located, schema).problems;
}

function summary(text: string) {
  return told(text).map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

describe('checkShape', () => {
  it('gives the value as the schema makes it, with its places', () => {
    const located = checkShape(parseYaml({ path: 's.yaml', text: 'title: x\nnested: {amount: 3.500 kr.}\n' }), schema);
    expect(located.value.nested?.amount).toBe(3500);
    expect(located.locate(['nested', 'amount']).column).toBe(18);
  });

  it('throws all that is wrong at once, in the order of the file', () => {
    const located = parseYaml({ path: 's.yaml', text: 'layout: x\nlist: y\n' });
    try {
      checkShape(located, schema);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect(error instanceof UserError && error.problems.map((problem) => problem.code)).toEqual([
        'key-missing',
        'value-unknown',
        'type-wrong',
      ]);
    }
  });
});

describe('what is told of', () => {
  it.each([
    ['an unknown key, at the key', 'title: x\nlayot: notat\n', 'key-unknown 2:1'],
    ['a missing key, at its parent', 'title: x\ncosts:\n  a:\n    name: b\n', 'key-missing 3:3'],
    ['a text for a map', 'title: x\ncosts: y\n', 'type-wrong 2:8'],
    ['a map for a text', 'title: {a: b}\n', 'type-wrong 1:8'],
    ['a list for an amount', 'title: x\nnested: {amount: [1]}\n', 'type-wrong 2:18'],
    ['nothing, at its key', 'title:\n', 'type-wrong 1:1'],
    ['a choice that there is not', 'title: x\nlayout: note\n', 'value-unknown 2:9'],
    [
      'a name that cannot be one, at the name',
      'title: x\ncosts:\n  A1: {name: b, amount: 1}\n',
      'value-impossible 3:3',
    ],
    ['a number, with its own code', 'title: x\nnested: {amount: 1.5}\n', 'number-ambiguous 2:18'],
    ['an empty list', 'title: x\nlist: []\n', 'value-impossible 2:7'],
    ['an entry of a list', 'title: x\nlist: [a, {b: 1}]\n', 'type-wrong 2:11'],
    ['a value that no branch takes', 'title: x\nstaff: [a]\n', 'type-wrong 2:8'],
    ['the branch that the keys speak for', 'title: x\nrenewal: {spreadOver: 3}\n', 'key-missing 2:1'],
    ['the branch with a misspelt key', 'title: x\nrenewal: {evry: 3}\n', 'key-unknown 2:11'],
    ['the branch that the kind of value speaks for', 'title: x\nstaff: {a: 1.5}\n', 'number-ambiguous 2:12'],
    [
      'the branch meant, where another is itself a choice',
      'title: x\nhours: {norm: a, less: {b: 1.5}}\n',
      'number-ambiguous 2:28',
    ],
    ['a key of another branch', 'title: x\nhours: {norm: a, gross: b}\n', 'key-unknown 2:18'],
    ['an unknown discriminator', 'title: x\nkind: {type: never}\n', 'value-unknown 2:14'],
    ['the branch of a discriminator', 'title: x\nkind: {type: once, amont: 1}\n', 'key-unknown 2:20'],
    ['a missing discriminator', 'title: x\nkind: {amount: 1}\n', 'key-missing 2:1'],
  ])('%s', (_what, text, expected) => {
    expect(summary(text)).toEqual([expected]);
  });

  it('suggests the key that was meant, and does not call it missing too', () => {
    expect(told('titl: x\n').map(({ code, hint }) => [code, hint])).toEqual([['key-unknown', 'did you mean “title”?']]);
  });

  it('says of a missing key what it is', () => {
    expect(told('layout: notat\n')[0]?.hint).toContain('title of the note');
  });

  it('keeps the words of the schema for a pattern', () => {
    expect(told('title: x\ncosts:\n  A1: {name: b, amount: 1}\n')[0]?.hint).toBe('only small letters');
  });

  it('says the same thing once', () => {
    const problems = told('title: x\nlist: [{a: 1}]\nrenewal: {x: 1, x2: 2}\n');
    const texts = problems.map(({ message, place }) => `${place?.line}:${place?.column} ${message}`);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('speaks plainly of what was expected', () => {
    expect(told('title: x\ncosts: y\n')[0]?.message).toBe('“costs” must be a group of keys, but is “y”');
  });
});
