/** Who pays: shares of a cost line by payer. */
import { z } from 'zod';
import { share } from '../quantity/quantities.ts';
import { payers } from './words.ts';

const shares = z.partialRecord(z.enum(payers), share);

/** `payers: stat` (all of it) or `payers: { kommune: 50 pct., stat: 50 pct. }`; shares sum to 100 pct. */
export const payerSharesSchema = z
  .union([z.enum(payers), shares])
  .transform(
    (given): Partial<Record<(typeof payers)[number], number>> => (typeof given === 'string' ? { [given]: 1 } : given),
  )
  .meta({ description: 'who pays: one payer, or shares that sum to 100 pct. Default: kommune pays all' });
