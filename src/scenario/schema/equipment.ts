/** Equipment that lasts: price, useful life, repurchase and what it is worth at the horizon. */
import { z } from 'zod';
import { count, duration, money, rate, wholeCount } from '../quantity/quantities.ts';
import { choice } from './choice.ts';
import { payerSharesSchema } from './payers.ts';
import { priceReferenceSchema } from './price-reference.ts';
import { provenanceKeys, reason } from './provenance.ts';
import { single, span } from './quantity.ts';
import { residualWords } from './words.ts';

export const equipmentSchema = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'as it is printed in tables' }),
  amount: single(money, 'kr', 'price of one').optional(),
  price: priceReferenceSchema
    .optional()
    .meta({ description: 'a price from the price table, instead of `amount`: its name, or { name, index, fromYear }' }),
  quantity: single(count, 'count', 'how many, default 1').optional(),
  per: z.enum(['team', 'én gang']).optional().meta({ description: 'once (default), or for each team when it starts' }),
  year: wholeCount.optional().meta({ description: 'year of purchase, default 1; not with `per: team`' }),
  usefulLife: span(duration, 'years it lasts; bought again when that is shorter than the horizon'),
  residualValue: choice(residualWords, 'how the value at the horizon is found, default lineær').optional(),
  interest: single(rate, 'share', 'interest of the annuity, with residualValue: annuitet').optional(),
  payers: payerSharesSchema.optional(),
  memo: reason('shown but not counted; why').optional(),
  ...provenanceKeys,
});
export type EquipmentInput = z.infer<typeof equipmentSchema>;
