/** Cost lines: what is used, how much of it, and what it follows. Also saved expenses and the comparator's lines. */
import { z } from 'zod';
import { count, hours, money, share, yearList } from '../quantity/quantities.ts';
import { choice } from './choice.ts';
import { payerSharesSchema } from './payers.ts';
import { priceReferenceSchema } from './price-reference.ts';
import { idSchema, provenanceKeys, reason } from './provenance.ts';
import { single, vector } from './quantity.ts';
import { categoryWords, type Driver, driverWords } from './words.ts';

export type LineDriver = { readonly kind: Driver } | { readonly kind: 'everyYears'; readonly interval: number };

const interval = /^hvert (\d{1,2})\. år$/;

/** What the line is paid once for: a driver's word, or “hvert 3. år”. */
export const driverSchema = z
  .string()
  // What an editor offers; the reader below says which word was meant.
  .meta({ title: 'what a cost follows', anyOf: [{ enum: Object.keys(driverWords) }, { pattern: interval.source }] })
  .transform((word, context): LineDriver => {
    const years = interval.exec(word)?.[1];
    if (years !== undefined && Number(years) > 0) return { kind: 'everyYears', interval: Number(years) };
    if (Object.hasOwn(driverWords, word)) return { kind: driverWords[word as keyof typeof driverWords] };
    context.addIssue({
      code: 'invalid_value',
      values: [...Object.keys(driverWords), 'hvert 3. år'],
      input: word,
    });
    return z.NEVER;
  })
  .meta({
    description: 'what the cost follows: it is paid once for each of these, or “hvert 3. år” (every third year)',
    examples: [...Object.keys(driverWords), 'hvert 3. år'],
  });

/** `staff: socialrådgiver` (one person) or `staff: { mødeleder: 1, fagperson: 9 }` (people by role). */
export const peopleSchema = z
  .union([idSchema, z.record(idSchema, single(count, 'count', 'how many people in this role take part'))])
  .meta({ description: 'who spends the hours: a role from `staff`, or how many people in each role' });

const lineKeys = {
  name: z.string().min(1).max(200).meta({ description: 'as it is printed in tables' }),
  per: driverSchema,
  hours: single(hours, 'hours', 'hours each person spends, each time').optional(),
  staff: peopleSchema.optional(),
  employment: single(share, 'share', 'part of a full-time position, instead of hours: 50 pct.').optional(),
  amount: vector(money, 'kr', 'kroner each time, in the price level of the note, instead of hours').optional(),
  price: priceReferenceSchema
    .optional()
    .meta({ description: 'a price from the price table, instead of `amount`: its name, or { name, index, fromYear }' }),
  quantity: single(count, 'count', 'how many each time, default 1').optional(),
  years: yearList.optional().meta({ description: 'only in these years: 1, “1-3” or [1, 3]. Default: all' }),
  teams: z.array(idSchema).min(1).optional().meta({ description: 'only for these teams. Default: all' }),
  sharedBetween: single(
    count,
    'count',
    'how many units share the cost: 2 where one advisor serves two schools',
  ).optional(),
  payers: payerSharesSchema.optional(),
  memo: reason('the line is shown but not counted; why. It is priced where it has figures').optional(),
  ...provenanceKeys,
};

export const costLineSchema = z.strictObject({
  ...lineKeys,
  category: choice(categoryWords, 'cost category'),
});
export type CostLineInput = z.infer<typeof costLineSchema>;

/** A saved expense has no category: it is shown on its own. */
export const avoidedCostSchema = z.strictObject(lineKeys);
export type AvoidedCostInput = z.infer<typeof avoidedCostSchema>;
