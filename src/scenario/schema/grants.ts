/** Subsidies (tilskud): money that one payer gives another. */
import { z } from 'zod';
import { money, yearList } from '../quantity/quantities.ts';
import { provenanceKeys } from './provenance.ts';
import { single } from './quantity.ts';
import { payers } from './words.ts';

export const grantSchema = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'as it is printed in tables' }),
  amount: single(money, 'kr', 'kroner in each of the years'),
  years: yearList.meta({ description: 'the years it is paid: 1, “1-3” or [1, 3]' }),
  from: z.enum(payers).meta({ description: 'who gives' }),
  to: z.enum(payers).optional().meta({ description: 'who receives, default kommune' }),
  ...provenanceKeys,
});
export type GrantInput = z.infer<typeof grantSchema>;
