/** The zod types: text in, numbers out, and a JSON Schema that an editor can work with. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as quantities from '../../../src/scenario/quantity/quantities.ts';
import { readHours } from '../../../src/scenario/quantity/read-amount.ts';

const { money, range, yearList } = quantities;

describe('the types of figures', () => {
  it('read text', () => {
    expect(money.parse('1,5 mio. kr.')).toBe(1_500_000);
  });

  it('carry the code and hint of a refusal', () => {
    expect(money.safeParse('14.8').error?.issues).toMatchObject([
      { code: 'custom', params: { code: 'number-ambiguous', hint: 'write 14,8' } },
    ]);
  });

  it('take a list of years as one text or as a list', () => {
    expect([yearList.parse('1-3'), yearList.parse(['3', '1'])]).toEqual([
      [1, 2, 3],
      [1, 3],
    ]);
  });

  it('make a span of any kind of number', () => {
    expect(range(readHours, '1½-3 timer').parse('1½-3 timer')).toEqual({ low: 1.5, high: 3 });
  });

  const types = Object.entries(quantities).filter(([name]) => name !== 'range' && name !== 'yearList');
  it.each(types)('say of themselves what they are: %s', (name, type) => {
    const json: z.core.JSONSchema.BaseSchema = type instanceof z.ZodType ? z.toJSONSchema(type, { io: 'input' }) : {};
    // YAML 1.2 reads `true` as a truth value, `ja` as text.
    expect(json).toMatchObject({ type: ['string', name === 'yesNo' ? 'boolean' : 'number'] });
    expect(json.description).toMatch(/.+/);
    expect(json.examples?.length).toBeGreaterThan(0);
  });

  it.each(types)('take their own examples: %s', (_name, type) => {
    const json: z.core.JSONSchema.BaseSchema = type instanceof z.ZodType ? z.toJSONSchema(type, { io: 'input' }) : {};
    const examples = json.examples ?? [];
    for (const example of examples) expect(type instanceof z.ZodType && type.safeParse(example).success).toBe(true);
  });
});
